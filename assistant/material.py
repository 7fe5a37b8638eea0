"""Supervision agendas and sets of reflective questions, from the library."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.citing import cite, edition_notice, fault_notices, once
from assistant.due_now import check_dates, due_lines
from assistant.library import Library
from assistant.privacy import refuse_names
from assistant.sections import Matter, matter_of_topic, matter_of_work, statements_of
from assistant.telling import relation
from domain import BadInput, Evidence, Framework, Notice, Statement
from materials import (
    PROMPTS,
    Agenda,
    DueLine,
    Ground,
    Item,
    QuizQuestion,
    RuleTold,
    Session,
    Wanted,
    agenda,
    quiz,
    reflective_set,
    session,
)
from prompts import Audience, FactKind, Level, Model, Past, Practice, Use, practice, reply

MOST_QUESTIONS = 20
LEAST_SESSION, MOST_SESSION = 30, 240
QUIZ_QUESTIONS = 6
_UNBORN = re.compile(r"\b(?:pre-?birth|unborn|pregnan\w+|gestation|due date)\b", re.IGNORECASE)
YOUNG_PERSON = 13
"""Years from which prompts speak of a young person."""

OLDEST = 25
"""Years: care leavers have support until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What bears on a piece of work; never a name."""

    dates: Mapping[str, dt.date] = field(default_factory=dict)
    """By fact (prompts/practice/facts.toml)."""

    age: int | None = None
    plan: str = ""
    """Which plan the child is on, where the work does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionAsked:
    """What an agenda is wanted for."""

    framework: str
    work: str
    model: str | None = None
    minutes: int = 30
    count: int | None = None
    """How many prompts; None for as many as the time is enough for."""

    level: str | None = None
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionSet:
    """An agenda, and what is due."""

    framework: Framework
    matter: Matter
    model: Model
    minutes: int
    agenda: Agenda
    due: tuple[DueLine, ...]
    dates: tuple[tuple[str, dt.date], ...]
    """What was given: label and date."""

    age: int | None
    today: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionAsked:
    """What questions are wanted on."""

    framework: str
    topic: str
    audience: str = "practitioner"
    level: str = "analyse"
    count: int = 6
    model: str | None = None
    facts: Facts = field(default_factory=Facts)
    """Only the age tells on questions; the rest is for an agenda."""

    session_minutes: int | None = None
    """Of a whole session to be planned round the questions; None for the questions alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionSet:
    """Reflective questions, and the session round them if one was wanted."""

    framework: Framework
    matter: Matter
    model: Model
    level: Level
    audience: Audience
    asked_for: int
    """How many questions were wanted; there are fewer where the framework says no more."""

    items: tuple[Item, ...]
    session: Session | None
    session_minutes: int | None
    today: dt.date


def supervision(library: Library, asked: SupervisionAsked, *, today: dt.date) -> SupervisionSet:
    """An agenda for supervision; raises UnknownFramework and BadInput."""
    words = practice()
    framework = library.framework(asked.framework)
    refuse_names(library, "topic", asked.work)
    dates = _checked(library, words, asked.facts, today)
    model = _model(words, asked.model, "supervision")
    if asked.minutes not in PROMPTS:
        raise BadInput("minutes", reply("material.bad_minutes", given=asked.minutes))
    _check_count(asked.count)
    matter = matter_of_work(library, framework, asked.work, words)
    past = matter.work.past if matter.work else None
    past = past if past and set(past.told_by) & set(asked.facts.dates) else None
    matter = replace(matter, statements=_applying(matter.statements, asked.facts.age, past))
    known = _applying(statements_of(library, framework), asked.facts.age, past)
    ground = Ground(
        section=matter.statements, beside=_beside(words, known, matter), framework=known
    )
    made = agenda(
        ground,
        model=model,
        minutes=asked.minutes,
        practice=words,
        audience=_audience(words, "practitioner"),
        child=_child(matter, asked.facts.age),
        read=library.reader,
        vectors=library.meanings(_used(ground)),
        level=_level(words, asked.level) if asked.level else None,
        count=asked.count,
    )
    if not made.items:
        raise BadInput("topic", reply("material.nothing"))
    return SupervisionSet(
        framework=framework,
        matter=matter,
        model=model,
        minutes=asked.minutes,
        agenda=made,
        due=due_lines(
            library,
            framework,
            work=words.work(asked.facts.plan) or matter.work,
            dates=dates,
            age=asked.facts.age,
            today=today,
            practice=words,
        ),
        dates=tuple((kind.label, date) for kind, date in dates.items()),
        age=asked.facts.age,
        today=today,
    )


def reflection(library: Library, asked: ReflectionAsked, *, today: dt.date) -> ReflectionSet:
    """Reflective questions, with a session if wanted; raises UnknownFramework and BadInput."""
    words = practice()
    framework = library.framework(asked.framework)
    refuse_names(library, "topic", asked.topic)
    _checked(library, words, asked.facts, today)
    model = _model(words, asked.model, "reflection")
    audience, level = _audience(words, asked.audience), _level(words, asked.level)
    _check_count(asked.count)
    _check_session(asked.session_minutes)
    matter = matter_of_topic(library, framework, asked.topic, words)
    matter = replace(matter, statements=_applying(matter.statements, asked.facts.age))
    items = reflective_set(
        matter.statements,
        Wanted(
            model=model,
            level=level,
            audience=audience,
            count=asked.count,
            best_first=matter.searched,
        ),
        practice=words,
        read=library.reader,
        vectors=library.meanings(matter.statements),
    )
    if not items:
        raise BadInput("topic", reply("material.nothing"))
    planned = None
    if asked.session_minutes is not None:
        planned = session(
            items,
            _quiz(library, framework, matter),
            minutes=asked.session_minutes,
            matter=matter.name,
            vignette=(matter.work or words.works[0]).vignette,
            model=model,
        )
    return ReflectionSet(
        framework=framework,
        matter=matter,
        model=model,
        level=level,
        audience=audience,
        asked_for=asked.count,
        items=items,
        session=planned,
        session_minutes=asked.session_minutes,
        today=today,
    )


def _quiz(library: Library, framework: Framework, matter: Matter) -> tuple[QuizQuestion, ...]:
    told = [
        RuleTold(rule=rule, relation=relation(library, rule), statements=library.rests_on(rule.id))
        for rule in library.rules_of(framework.id)
        if rule.period is not None and rule.reviewed
    ]
    on_it = {statement.id for statement in matter.statements}
    first = [each for each in told if any(s.id in on_it for s in each.statements)]
    rest = [each for each in told if each not in first]
    # Where the matter itself has few timescales, the quiz goes on with others of the framework.
    return quiz((*first, *rest), told, QUIZ_QUESTIONS)


def _beside(
    words: Practice, known: Sequence[Statement], matter: Matter
) -> dict[str, tuple[Statement, ...]]:
    """By purpose: the statements of other sections that are about it."""
    own = {statement.id for statement in matter.statements}
    return {
        purpose.id: tuple(
            each
            for each in known
            if each.id not in own
            and any(part in " > ".join(each.section).casefold() for part in purpose.sections)
        )
        for purpose in words.purposes
    }


def _used(ground: Ground) -> Iterator[Statement]:
    yield from ground.section
    for statements in ground.beside.values():
        yield from statements


def _child(matter: Matter, age: int | None) -> str:
    child = matter.work.child if matter.work else "this child"
    older = age is not None and age >= YOUNG_PERSON
    return child.replace("this child", "this young person") if older else child


def _model(words: Practice, given: str | None, use: Use) -> Model:
    if given is None:
        return words.models_of(use)[0]
    try:
        return words.model(given, use)
    except KeyError:
        known = ", ".join(each.id for each in words.models_of(use))
        told = reply("material.no_model", given=given, models=known)
        raise BadInput("model", told) from None


def _audience(words: Practice, given: str) -> Audience:
    try:
        return words.audience(given)
    except KeyError:
        known = ", ".join(each.id for each in words.audiences)
        told = reply("material.no_audience", given=given, audiences=known)
        raise BadInput("audience", told) from None


def _level(words: Practice, given: str) -> Level:
    try:
        return words.level(given)
    except KeyError:
        known = ", ".join(each.id for each in words.levels)
        told = reply("material.no_level", given=given, levels=known)
        raise BadInput("level", told) from None


def _checked(
    library: Library, words: Practice, facts: Facts, today: dt.date
) -> dict[FactKind, dt.date]:
    """The dates by their kind; raises BadInput for a fact that cannot be so, or names somebody."""
    refuse_names(library, "plan", facts.plan)
    if facts.age is not None and not 0 <= facts.age <= OLDEST:
        raise BadInput("age", reply("material.bad_age", given=facts.age))
    return check_dates(words, facts.dates, today)


def _check_count(count: int | None) -> None:
    if count is not None and not 1 <= count <= MOST_QUESTIONS:
        raise BadInput("count", reply("material.bad_count", given=count, most=MOST_QUESTIONS))


def _applying(
    statements: Iterable[Statement], age: int | None, past: Past | None = None
) -> tuple[Statement, ...]:
    """Without those about a child before birth, where the child's age tells of one born, and
    without those about what has been done by now."""
    return tuple(
        each
        for each in statements
        if (age is None or not _UNBORN.search(each.quotation))
        and (past is None or not _is_past(each.quotation.casefold(), past))
    )


def _is_past(words: str, past: Past) -> bool:
    return _has_one(words, past.words) and not _has_one(words, past.unless)


def _has_one(words: str, phrases: Iterable[str]) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}\b", words) for phrase in phrases)


def _check_session(minutes: int | None) -> None:
    if minutes is not None and not LEAST_SESSION <= minutes <= MOST_SESSION:
        told = reply("material.bad_session", given=minutes, least=LEAST_SESSION, most=MOST_SESSION)
        raise BadInput("session_minutes", told)


def set_notices(library: Library, made: SupervisionSet | ReflectionSet) -> tuple[Notice, ...]:
    """What a reader should know beside a set: what is wrong in the document, and whose words."""
    items = made.agenda.items if isinstance(made, SupervisionSet) else made.items
    statements = list(dict.fromkeys(s for item in items for s in item.statements))
    citations = cite(Evidence(statement=s, score=1.0) for s in statements)
    told = fault_notices(library, citations)
    if isinstance(made, ReflectionSet) and len(items) < made.asked_for:
        text = reply("material.fewer", made=len(items), wanted=made.asked_for)
        told.insert(0, Notice(kind="fewer", text=text))
    if statements and (digest := edition_notice(statements[0])):
        told.append(digest)
    return once(told)
