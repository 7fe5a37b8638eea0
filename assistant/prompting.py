"""Prompts for supervision and reflective questions, made in a conversation and refined there."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.asking import ask_date, ask_framework
from assistant.check import answer_faults
from assistant.citing import CLOSE, OPEN, cite
from assistant.conversation import Thread
from assistant.library import Library
from assistant.material import (
    Facts,
    ReflectionAsked,
    ReflectionSet,
    SupervisionAsked,
    SupervisionSet,
    reflection,
    set_notices,
    supervision,
)
from assistant.privacy import refuse_names
from assistant.prompts_asked import LEVEL, PromptsAsked, read_prompts, refined
from assistant.sections import sections_of
from assistant.turn import Turn
from assistant.understand import named_frameworks
from domain import (
    Answer,
    AnswerFault,
    AnswerKind,
    BadInput,
    Citation,
    Clarify,
    Evidence,
    Notice,
    Option,
    Slot,
    Statement,
)
from materials import Item
from prompts import practice, reply
from timescales import in_words

MOST_OPTIONS = 24
MOST_REFINING = 12
"""Words of a message that only refines: "fewer, and harder"."""


def prompting(library: Library, turn: Turn) -> Turn | Answer:
    """Make what is asked for, or ask what is missing; what asks for no prompts goes on."""
    asked = read_prompts(turn, practice())
    if asked is None:
        return turn
    try:
        refuse_names(library, "question", turn.question)
    except BadInput as fault:
        return Answer(kind=AnswerKind.OUT_OF_SCOPE, text=fault.problem)
    named = named_frameworks(turn.question, library)
    if len(named) > 1 and not turn.framework_settled:
        return ask_framework(named)
    framework = named[0] if len(named) == 1 else turn.framework
    if framework is None:
        return ask_framework(library.frameworks[n] for n in sorted(library.index.answering))
    doubtful = next((date for _, date in asked.dates if date.doubt), None)
    if doubtful is not None:
        return ask_date(doubtful)
    if coming := _still_to_come(asked, turn.today):
        told = reply("material.in_future", date=in_words(coming))
        return Answer(kind=AnswerKind.OUT_OF_SCOPE, text=told)
    if not asked.topic:
        return _ask_topic(library, replace(turn, framework=framework))
    try:
        return _made(library, turn, framework.id, asked)
    except BadInput as fault:
        # Said as an answer: nothing of it is remembered, and the next message starts afresh.
        return Answer(kind=AnswerKind.OUT_OF_SCOPE, text=fault.problem)


def _still_to_come(asked: PromptsAsked, today: dt.date) -> dt.date | None:
    """A day without its year that is told as gone by, and has not come yet this time round."""
    ahead = {each.id for each in practice().facts if each.ahead}
    for name, found in asked.dates:
        if found.date is None or not found.year_assumed or name in ahead:
            continue
        year = found.date.year + 1
        last = calendar.monthrange(year, found.date.month)[1]
        coming = found.date.replace(year=year, day=min(found.date.day, last))
        if today < coming and coming - today < today - found.date:
            return coming
    return None


def refine(library: Library, turn: Turn, thread: Thread | None) -> Turn:
    """ "Fewer, and harder": the prompts asked for last, as a whole message with what is changed."""
    if thread is None or len(turn.question.split()) > MOST_REFINING:
        return turn
    words = practice()
    before = read_prompts(replace(turn, question=thread.question), words)
    if before is None or read_prompts(turn, words) is not None:
        return turn
    changed = refined(before, turn.question, words)
    if changed is None:
        return turn
    question = changed.as_question()
    framework = library.framework(thread.framework) if thread.framework else turn.framework
    notice = Notice(kind="read_as", text=reply("notice.read_as", question=question))
    return replace(
        turn,
        question=question,
        framework=framework,
        framework_settled=True,
        notices=(*turn.notices, notice),
    )


def _ask_topic(library: Library, turn: Turn) -> Answer:
    assert turn.framework is not None  # noqa: S101 - the caller has looked
    names = sections_of(library, turn.framework)[:MOST_OPTIONS]
    question = reply("material.which")
    options = tuple(Option(label=name, value=f"on {name}") for name in names)
    clarify = Clarify(question=question, options=options, slot=Slot.SECTION)
    return Answer(kind=AnswerKind.CLARIFY, text=question, clarify=clarify)


def _made(library: Library, turn: Turn, framework: str, asked: PromptsAsked) -> Answer:
    if asked.use == "reflection":
        questions = reflection(
            library,
            ReflectionAsked(
                framework=framework,
                topic=asked.topic,
                audience=asked.audience,
                level=asked.level,
                count=asked.count,
                model=asked.model,
            ),
            today=turn.today,
        )
        return _answer(library, turn, questions, questions.items, ())
    agenda = supervision(
        library,
        SupervisionAsked(
            framework=framework,
            work=asked.topic,
            model=asked.model,
            minutes=asked.minutes,
            count=asked.count if asked.counted else None,
            level=asked.level if asked.level != LEVEL else None,
            facts=Facts(
                dates={name: found.date for name, found in asked.dates if found.date},
                age=asked.age,
            ),
        ),
        today=turn.today,
    )
    return _answer(library, turn, agenda, agenda.agenda.items, agenda.agenda.left)


def _answer(
    library: Library,
    turn: Turn,
    made: SupervisionSet | ReflectionSet,
    items: tuple[Item, ...],
    left: tuple[Statement, ...],
) -> Answer:
    due = made.due if isinstance(made, SupervisionSet) else ()
    rested = [s for line in due for s in line.statements]
    rested += [s for item in items for s in item.statements]
    citations = cite(Evidence(statement=s, score=1.0) for s in dict.fromkeys((*rested, *left)))
    number = {c.statement.id: c.number for c in citations}
    lines = [reply("prompts.head", topic=made.matter.name, model=made.model.name)]
    if due:
        lines += ["", reply("sheet.due")]
        lines += [
            reply(
                "prompts.due",
                subject=each.subject,
                date=in_words(each.date),
                standing=each.standing,
                marks=_marks(each.statements, number),
            )
            for each in due
        ]
    lines += _listed(made, items, number)
    if left:
        lines += ["", reply("prompts.left", marks=_marks(left, number))]
    text = "\n".join(lines)
    dates = " ".join(in_words(each.date) for each in due)
    _checked(text, citations, f"{turn.question} {dates} {' '.join(d.standing for d in due)}")
    return Answer(
        kind=AnswerKind.PROMPTS,
        text=text,
        citations=citations,
        shown=tuple(c.number for c in citations),
        notices=(*turn.notices, *set_notices(library, made)),
        suggestions=tuple(reply(name) for name in _next(made)),
    )


def _listed(
    made: SupervisionSet | ReflectionSet, items: Iterable[Item], number: dict[str, int]
) -> Iterator[str]:
    """The prompts under the names of their stages, or of what they are for."""
    stages = {each.id: each.name for each in made.model.stages}
    purposes = {each.id: each.name for each in practice().purposes}
    by_stage = isinstance(made, ReflectionSet) or made.model.led_by == "stage"
    heading = ""
    ordered = sorted(items, key=lambda i: list(stages).index(i.stage) if i.stage in stages else -1)
    for item in ordered if by_stage else items:
        name = stages.get(item.stage, reply("sheet.own")) if by_stage else purposes[item.purpose]
        if name != heading:
            yield from ("", name)
            heading = name
        yield f"- {item.text}{_marks(item.statements, number)}"


def _marks(statements: Iterable[Statement], number: dict[str, int]) -> str:
    return "".join(f" [{number[s.id]}]" for s in statements)


def _next(made: SupervisionSet | ReflectionSet) -> tuple[str, ...]:
    if isinstance(made, ReflectionSet):
        return ("prompts.refine_questions", "prompts.whole_session")
    return ("prompts.refine_agenda", "prompts.whole_agenda")


def _checked(text: str, citations: tuple[Citation, ...], given: str) -> None:
    """Hold what was made to its evidence, as every answer is; raises AnswerFault.

    A question may quote a statement as far as its first clause, or a lead-in without its colon:
    such words are exact, and are taken out before the rest is looked at.
    """
    held = [c.statement.quotation for c in citations]
    for quoted in [part.partition(CLOSE)[0] for part in text.split(OPEN)[1:]]:
        if any(quoted.removesuffix(" …") in each for each in held):
            text = text.replace(f"{OPEN}{quoted}{CLOSE}", "")
    faults = answer_faults(Answer(kind=AnswerKind.PROMPTS, text=text, citations=citations), given)
    if faults:
        raise AnswerFault(faults)
