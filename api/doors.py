"""What each way in does, HTTP and command line alike: values in, bodies out."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from api.ask_bodies import AskOut
from api.citation_bodies import SearchOut
from api.dates import read_date, read_time
from api.due_bodies import OtherFigureOut, RuleDueOut, RuleOut, RulesOut
from api.service import Opened
from api.shapes import answer_out, due_out, evidence_out, notices_out, rule_out
from assistant import LONGEST_QUESTION, Library, Reply, Request, rule_notices
from domain import (
    BadInput,
    BadQuestion,
    Due,
    Notice,
    Rule,
    RuleNotCalculable,
    Slot,
    Statement,
    Strength,
    UnknownRule,
    UnknownStatement,
)
from prompts import reply
from timescales import work_out

MOST_FOUND = 40

_INVISIBLE = re.compile(
    "[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    "\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}]"
)


def ask(
    opened: Opened,
    request: Request,
    *,
    today: dt.date,
    default: str | None,
    is_newest: Callable[[Opened], bool] = lambda _: True,
) -> AskOut:
    """Answer one question; `default` fills in only where nobody named a framework.

    Where what answered is not the newest import, the answer says so.
    Raises BadQuestion, UnknownFramework, UnknownConversation and AnswerFault.
    """
    *_, (_, body) = ask_in_steps(opened, request, today=today, default=default, is_newest=is_newest)
    return body


def ask_in_steps(
    opened: Opened,
    request: Request,
    *,
    today: dt.date,
    default: str | None,
    is_newest: Callable[[Opened], bool] = lambda _: True,
) -> Iterator[tuple[bool, AskOut]]:
    """Answer one question: composed at once, and then as a chat model put it, if one is set.

    Each body comes with whether it is the last. Raises as `ask` does, before the first.
    """
    _check_characters(request.question)
    request = replace(request, question=_without_invisible(request.question))
    for answered in _replies(opened, request, today, default):
        body = answer_out(answered)
        if not is_newest(opened):
            newer = Notice(kind="opening_newer", text=reply("notice.opening_newer"))
            body.notices.extend(notices_out([newer]))
        yield answered.final, body


def _replies(
    opened: Opened, request: Request, today: dt.date, default: str | None
) -> Iterator[Reply]:
    """The replies, asked again with the default framework where the question names none."""
    for answered in opened.assistant.ask_in_steps(request, today=today):
        if default and _asks_for_framework(answered):
            again = replace(request, framework=default)
            yield from opened.assistant.ask_in_steps(again, today=today)
        else:
            yield answered


def search(
    library: Library,
    question: str,
    *,
    framework: str | None,
    strengths: Collection[Strength],
    limit: int,
) -> SearchOut:
    """Rank the statements that bear on a question; composes nothing.

    Raises BadInput for words that cannot be searched for, and UnknownFramework.
    """
    question = _without_invisible(question)
    _check_words(question)
    if framework is not None:
        library.framework(framework)
    found = library.index.search(
        question, framework=framework, strengths=strengths or None, limit=limit
    )
    return SearchOut(citations=evidence_out(found))


def statement(library: Library, statement_id: str) -> Statement:
    """One statement by id; raises UnknownStatement."""
    try:
        return library.index.statements[statement_id]
    except KeyError:
        raise UnknownStatement(statement_id, library.index.statements) from None


def rule(library: Library, rule_id: str) -> Rule:
    """One rule by id; raises UnknownRule."""
    try:
        return library.rules[rule_id]
    except KeyError:
        raise UnknownRule(rule_id, library.rules) from None


def rules(library: Library, *, framework: str | None, words: str, event: str | None) -> RulesOut:
    """The rules of a framework, of an event, that hold every one of the words.

    Raises UnknownFramework.
    """
    if framework is not None:
        library.framework(framework)
    found = [
        each
        for each in library.rules.values()
        if framework in (None, each.framework)
        and event in (None, each.event)
        and _holds(each, words, library)
    ]
    return RulesOut(rules=[rule_out(each, library) for each in found])


def due(library: Library, *, rule_id: str, date: str, time: str | None = None) -> RuleDueOut:
    """Work out one rule's due date.

    Raises UnknownRule, BadDate, BadInput (a time), CalendarEnds and RuleNotCalculable.
    """
    chosen = rule(library, rule_id)
    event_date = read_date("date", date)
    event_time = read_time("time", time) if time is not None else None
    worked = _work_out(library, chosen, event_date, event_time)
    others = [library.rules[name] for name in chosen.conflicts_with]
    described = rule_out(chosen, library)
    return RuleDueOut(
        **due_out(worked).model_dump(),
        rule=described,
        other_figures=[_other(library, each, event_date, event_time) for each in others],
        notices=notices_out((*worked.notices, *_rule_notices(library, chosen, described))),
    )


def _check_characters(question: str) -> None:
    """Refuse half a character, which JSON and a command line can both smuggle in."""
    try:
        question.encode()
    except UnicodeEncodeError:
        raise BadQuestion("the question holds a broken character; type it again.") from None


def _without_invisible(text: str) -> str:
    """Leave out what pasting from a web page or a document brings along unseen."""
    return _INVISIBLE.sub("", text).replace("\N{NO-BREAK SPACE}", " ")


def _check_words(question: str) -> None:
    if not question.strip():
        raise BadInput("q", "there is nothing to search for; give some words.")
    if len(question) > LONGEST_QUESTION:
        raise BadInput("q", f"{len(question)} characters; keep it under {LONGEST_QUESTION}.")
    if not " ".join(question.split()).isprintable():
        raise BadInput("q", "it holds control characters; type it again as plain text.")


def _asks_for_framework(answered: Reply) -> bool:
    clarify = answered.answer.clarify
    return clarify is not None and clarify.slot is Slot.FRAMEWORK


def _holds(each: Rule, words: str, library: Library) -> bool:
    told = (
        each.id,
        each.subject,
        each.figure,
        library.events[each.event].name,
        *each.about,
        *each.conditions,
    )
    text = " ".join(told).casefold()
    return all(word in text for word in words.casefold().split())


def _work_out(library: Library, chosen: Rule, date: dt.date, time: dt.time | None) -> Due:
    return work_out(
        chosen,
        date,
        library.calendar,
        event_time=time,
        counts_event_day=library.framework(chosen.framework).counts_event_day,
        event_name=library.events[chosen.event].name,
    )


def _other(library: Library, other: Rule, date: dt.date, time: dt.time | None) -> OtherFigureOut:
    """The date that a contradicting rule gives for the same event, if it gives one."""
    try:
        worked = _work_out(library, other, date, time).date
    except RuleNotCalculable:
        worked = None
    described = rule_out(other, library)
    return OtherFigureOut(
        rule_id=other.id,
        figure=other.figure,
        date=worked,
        citations=described.citations,
    )


def _rule_notices(library: Library, chosen: Rule, described: RuleOut) -> list[Notice]:
    found = rule_notices(library, chosen)
    if any(citation.edition == "digest" for citation in described.citations):
        text = reply("notice.digest_edition")
        found.append(Notice(kind="digest_edition", text=text))
    return found
