"""Compose: the bottom line first, in exact words; then other musts, then expectations."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.citing import cite, edition_notice, fault_notices, listed, once, quoted
from assistant.dated import dated
from assistant.gather import SHOWN
from assistant.library import Library
from assistant.telling import local_words, relation, rule_notices
from assistant.turn import Turn
from domain import (
    Answer,
    AnswerKind,
    Citation,
    Conflict,
    Notice,
    Rule,
    Strength,
    time_figures,
)
from prompts import reply
from retrieval import content_stems

CLOSE = 0.9
"""A must this close to the best statement's score goes before it, as what binds comes first.
Of a timescale only statements this close are put forward: a second figure misleads."""

MOST_SHOWN = 5
SAME_DUTY = 0.3
"""Share of the shorter statement's words that two statements of one duty have in common."""

_HEADS = {
    Strength.MUST: "standard.bottom_line",
    Strength.SHOULD: "standard.expectation",
    Strength.INFORMATION: "standard.information",
    Strength.QUESTION: "standard.question",
}
_GROUPS = {
    Strength.MUST: "standard.more_musts",
    Strength.SHOULD: "standard.more_should",
    Strength.INFORMATION: "standard.more_information",
    Strength.QUESTION: "standard.more_question",
}


def compose(library: Library, turn: Turn) -> Turn:
    """Draft the answer from the turn's evidence, or from what was worked out.

    An answer that says what was not found is drafted already.
    """
    if turn.draft:
        return turn
    draft = dated(library, turn) if turn.worked else _standard(library, turn)
    return replace(turn, draft=draft)


def _standard(library: Library, turn: Turn) -> Answer:
    citations = cite(turn.evidence)
    shown = _shown(citations, turn)
    head, rest = shown[0], shown[1:]
    lines = [reply("standard.doubtful")] if turn.doubtful else []
    lines.append(quoted(_HEADS[head.statement.strength], head))
    rule = turn.undated[0] if turn.undated else None
    if rule is None and (turn.asks_timescale or turn.dates):
        rule = _unnamed(library, turn, head)
    if rule and turn.asks_timescale and (told := _timescale(library, rule, head)):
        lines.append(told)
    for strength, heading in _GROUPS.items():
        group = [c for c in rest if c.statement.strength is strength]
        if group:
            lines += ["", reply(heading), *listed(group)]
    if rule:
        turn = _rule_named(library, turn, rule)
    conflicts = _conflicts(shown) if turn.asks_timescale else ()
    figures = time_figures(head.statement.quotation)
    timed = turn.asks_timescale and bool(figures or rule)
    return Answer(
        kind=AnswerKind.TIMESCALE if timed else AnswerKind.STANDARD,
        text="\n".join(lines),
        citations=citations,
        shown=tuple(c.number for c in shown),
        conflicts=conflicts,
        notices=_notices(library, turn, shown, conflicts, rule),
        suggestions=_suggestions(library, turn, rule),
        doubtful=turn.doubtful,
    )


def _unnamed(library: Library, turn: Turn, head: Citation) -> Rule | None:
    """The rule that rests on what answers, where the question named none.

    Where no timescale counts from what has happened, one that counts from another event would be
    taken for its.
    """
    rule = library.rule_resting_on(head.statement.id)
    searched = any(notice.kind == "no_rule" for notice in turn.notices)
    named = {place.event.id for place in turn.events}
    return None if rule and searched and named and rule.event not in named else rule


def _timescale(library: Library, rule: Rule, head: Citation) -> str | None:
    """The rule in one line, where its figure stands in the words quoted in the same form."""
    line = reply(
        "standard.timescale",
        subject=rule.subject,
        relation=relation(library, rule),
        number=head.number,
    )
    said = time_figures(head.statement.quotation)
    return line if set(time_figures(line)) <= set(said) else None


def _shown(citations: Sequence[Citation], turn: Turn) -> list[Citation]:
    """The citations put forward, the one that opens the answer first."""
    whole = list(citations[: turn.whole_list])
    if whole and turn.asks_timescale:
        return whole
    best = citations[0]
    top = max(c.score for c in citations)
    close = [
        c for c in citations if c.statement.strength is Strength.MUST and c.score >= CLOSE * top
    ]
    if best.statement.strength is Strength.SHOULD and close and not turn.asks_timescale:
        best = close[0]
    share = CLOSE if turn.asks_timescale else SHOWN
    kept = whole or [best]
    said = {c.statement.quotation for c in kept}
    near = [
        c
        for c in citations
        if c not in kept and c.score >= share * top and c.statement.quotation not in said
    ]
    return [*kept, *near[: MOST_SHOWN - 1]]


def _rule_named(library: Library, turn: Turn, rule: Rule) -> Turn:
    """Say which event's date is wanted, where a date was given and a rule stands after all."""
    text = reply("notice.rule_unmatched", event=library.events[rule.event].name)
    told = [
        Notice(kind="rule_unmatched", text=text) if notice.kind == "no_rule" else notice
        for notice in turn.notices
    ]
    return replace(turn, notices=tuple(told))


def _conflicts(shown: Sequence[Citation]) -> tuple[Conflict, ...]:
    """Statements put forward for one "how often" or "by when" that give unlike figures."""
    timed = [(c, set(time_figures(c.statement.quotation))) for c in shown]
    timed = [(c, figures) for c, figures in timed if figures and c.score >= CLOSE * shown[0].score]
    if not timed or timed[0][0] is not shown[0]:
        return ()
    first, figures = timed[0]
    unlike = [c for c, other in timed[1:] if not figures & other and _same_duty(first, c)]
    if not unlike:
        return ()
    return (
        Conflict(
            citations=(first.number, *(c.number for c in unlike)),
            explanation=reply("notice.more_than_one_figure", figures=_numbers([first, *unlike])),
        ),
    )


def _same_duty(one: Citation, other: Citation) -> bool:
    """Whether two statements share enough words to be about one thing."""
    first, second = (set(content_stems(c.statement.quotation)) for c in (one, other))
    return len(first & second) >= SAME_DUTY * min(len(first), len(second))


def _numbers(citations: Iterable[Citation]) -> str:
    return ", ".join(f"[{c.number}]" for c in citations)


def _notices(
    library: Library,
    turn: Turn,
    shown: Sequence[Citation],
    conflicts: Sequence[Conflict],
    rule: Rule | None,
) -> tuple[Notice, ...]:
    notices = list(turn.notices)
    if rule:
        notices += rule_notices(library, rule)
    notices += [Notice(kind="more_than_one_figure", text=c.explanation) for c in conflicts]
    if turn.framework:
        words = " ".join(c.statement.quotation for c in shown)
        notices += local_words(library, turn.framework.id, turn.question, words)
    notices += fault_notices(library, shown)
    if digest := edition_notice(shown[0].statement):
        notices.append(digest)
    return once(notices)


def _suggestions(library: Library, turn: Turn, rule: Rule | None) -> tuple[str, ...]:
    if rule is None or turn.dates or not rule.gives_date:
        return ()
    return (reply("suggestion.give_date", event=library.events[rule.event].name),)
