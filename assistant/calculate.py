"""Calculate: when a question gives a date and asks for one, work it out or ask back."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.asking import ask_date, ask_inside, ask_rule
from assistant.chained import by_another
from assistant.dates import Doubt, FoundDate
from assistant.elsewhere import no_rule
from assistant.library import Library
from assistant.near_rules import (
    BEHIND,
    FEW,
    LEAD,
    LEAD_OF_FEW,
    SURELY_NEAR,
    near_rules,
    nearest_rules,
    offered,
)
from assistant.roles import date_of, event_of
from assistant.rules import (
    CLEAR_LEAD,
    RuleMatch,
    is_told_apart,
    match_rules,
    names_condition,
    not_spoken_against,
)
from assistant.turn import Turn, Worked
from domain import (
    Answer,
    CalendarEnds,
    Form,
    Notice,
    Rule,
)
from prompts import reply
from timescales import in_words, lateness, sooner_of, work_out

Nearest = Sequence[tuple[Rule, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """What a question asks for."""

    rules: tuple[Rule, ...] = ()
    """The rule, with those it contradicts; none where the register has none for it."""

    alike: tuple[Rule, ...] = ()
    """Others that give the same date."""

    by_meaning: bool = False
    """Whether none of its own words stand in the question."""


SURE = 2.0
"""Score of a rule that shares more with the question than a word."""

_ALWAYS_ASKED = (Doubt.IMPOSSIBLE, Doubt.WRONG_WEEKDAY)


def calculate(library: Library, turn: Turn) -> Turn | Answer:
    """Work out due dates; a doubtful date, role or rule is asked about, never guessed."""
    if turn.follows:
        return turn
    doubtful = next((d for d in turn.dates if d.doubt), None)
    if doubtful and (turn.asks_for_date or doubtful.doubt in _ALWAYS_ASKED):
        return ask_date(doubtful)
    if not turn.dates or turn.framework is None:
        return turn
    if not turn.asks_for_date:
        return _with_notice(turn, Notice(kind="date_unused", text=reply("notice.date_unused")))
    fitting = _chosen_rule(library, turn) or _fitting_rules(library, turn)
    if isinstance(fitting, Answer) and (found := _said_before(library, turn, fitting)):
        rule, said = found
        text = reply("notice.from_conversation", said=said)
        turn = _with_notice(turn, Notice(kind="from_conversation", text=text))
        fitting = Fitting(rules=_with_conflicts(library, rule))
    if isinstance(fitting, Answer):
        return fitting
    rules = fitting.rules
    for other in (each for each in fitting.alike if each.conditions or not each.by):
        conditions = "; ".join(other.conditions) or other.subject
        text = reply("notice.also_where", conditions=conditions)
        turn = _with_notice(turn, Notice(kind="also_where", text=text))
    if not rules:
        return _with_notice(turn, no_rule(library, turn))
    if not any(rule.gives_date for rule in rules):
        return by_another(library, turn, rules[0]) or _undated(turn, rules)
    if rules[0].sooner_than and len(turn.dates) > 1:
        return _sooner(library, turn, rules[0], library.rules[rules[0].sooner_than])
    date = date_of(library, rules[0], turn)
    if isinstance(date, Answer):
        return date
    if fitting.by_meaning:
        text = reply("notice.taken_for", subject=rules[0].subject)
        turn = _with_notice(turn, Notice(kind="taken_for", text=text))
    if not turn.events:
        text = reply("notice.taken_as", event=library.events[rules[0].event].name)
        turn = _with_notice(turn, Notice(kind="taken_as", text=text))
    try:
        if ahead := _age_ahead(library, turn, rules[0], date):
            return ask_rule((rules[0], *ahead))
        return _work_out(library, turn, rules, date)
    except CalendarEnds as fault:
        return ask_inside(library, rules[0], date, fault)


def _chosen_rule(library: Library, turn: Turn) -> Fitting | None:
    """The rule the reader picked when asked which one was meant, with those it contradicts.

    One of another framework, or that is no longer in the register, is no choice.
    """
    rule = library.rules.get(turn.chosen_rule or "")
    if rule is None or turn.framework is None or rule.framework != turn.framework.id:
        return None
    return Fitting(rules=_with_conflicts(library, rule))


def _fitting_rules(library: Library, turn: Turn) -> Fitting | Answer:
    assert turn.framework is not None  # noqa: S101 - `calculate` has looked
    words, concepts = turn.undated_question, library.concepts
    register = library.rules_of(turn.framework.id)
    matches = match_rules(words, turn.events, register, concepts)
    # What has a date of its own in the question has happened: it is not what is asked for,
    # unless it is asked whether that was in time.
    happened = {event_of(date, turn) for date in turn.dates if turn.events}
    ahead = tuple(m for m in matches if m.rule.starts not in happened)
    # A rule counts from what has its date here before one whose event has none, unless that one
    # is clearly what is asked for: "came off the plan at the conference on 7 May, when is ...?"
    dated = tuple(m for m in ahead if m.rule.event in happened)
    if dated and dated[0].score > ahead[0].score - CLEAR_LEAD:
        ahead = dated
    matches = ahead or (matches if turn.asks_if_late else ())
    nearest = nearest_rules(library, turn, happened)
    if not matches or _asks_for_another(turn, matches, register, happened):
        asked = {place.event.id for place in turn.events} - happened
        # What is asked for by a name that is known is that, and nothing that is near to it.
        own = [each for each in nearest if _is_for(each[0], asked)]
        if asked and not own and any(_is_for(rule, asked) for rule in register):
            # It may only be told of, as "temporary approval" in "he has temporary approval".
            rules = offered((), nearest)
            return ask_rule(rules) if rules else Fitting()
        return _by_meaning(library, turn, own)
    near = [m for m in matches if m.score > matches[0].score - CLEAR_LEAD]
    best = _with_conflicts(library, matches[0].rule)
    paired = {rule.id for rule in best} | {rule.sooner_than for rule in best}
    others = [match.rule for match in near if match.rule.id not in paired]
    if all(_counts_alike(rule, best[0]) for rule in others):
        # What was put together from a conversation is not in the reader's own words.
        own_words = all(notice.kind != "read_as" for notice in turn.notices)
        against = not not_spoken_against(words, best[:1], concepts)
        if against or (own_words and _is_far_behind(best, nearest)):
            return ask_rule(offered(best, nearest))
        return Fitting(rules=best, alike=tuple(others))
    told = {match.rule.id for match in near}
    among = [each for each in nearest if each[0].id in told]
    leading = _leading(library, turn, among) if len(among) == len(told) else None
    if leading and not _is_far_behind((leading,), nearest):
        return Fitting(rules=_with_conflicts(library, leading))
    return ask_rule(offered([match.rule for match in near], nearest))


def _asks_for_another(
    turn: Turn, matches: Sequence[RuleMatch], register: Sequence[Rule], happened: Collection[str]
) -> bool:
    """Whether the question names, without a date, something that falls due and that the rules
    found are not for: "the conference was on 7 May, when is the child in need meeting?"."""
    due = {rule.starts for rule in register if rule.starts}
    asked = {place.event.id for place in turn.events} & due - set(happened)
    return bool(asked and matches[0].score < SURE) and not any(
        match.rule.starts in asked or match.rule.event in asked for match in matches
    )


def _is_for(rule: Rule, asked: Collection[str]) -> bool:
    """Whether a rule is for one of the events that are asked for by name, if any are."""
    outcome = rule.event if rule.form is Form.EVERY else rule.starts
    return not asked or outcome in asked


def _leading(library: Library, turn: Turn, nearest: Nearest) -> Rule | None:
    """The nearest rule, where it is near, far ahead of those that give another date, and what
    tells it from its siblings is told."""
    if not nearest or nearest[0][1] < SURELY_NEAR:
        return None
    first, nearness = nearest[0]
    rivals = (
        other
        for rule, other in nearest
        if rule.id not in first.conflicts_with and not _counts_alike(rule, first)
    )
    few = len(turn.undated_question.split()) < FEW
    if nearness - next(rivals, 0.0) < (LEAD_OF_FEW if few else LEAD):
        return None
    rules = library.rules_of(first.framework)
    told = is_told_apart(first, turn.undated_question, rules, library.concepts)
    return first if told else None


def _is_far_behind(rules: Sequence[Rule], nearest: Nearest) -> bool:
    """Whether another timescale is so much nearer in meaning that a word in common is no reason."""
    own = max((near for rule, near in nearest if rule in rules), default=None)
    if own is None or nearest[0][1] < SURELY_NEAR:
        return False
    return nearest[0][1] - own >= BEHIND and not _counts_alike(nearest[0][0], rules[0])


def _by_meaning(library: Library, turn: Turn, nearest: Nearest) -> Fitting | Answer:
    """Where no rule's words are in the question: the rule nearest in meaning, that which its
    answer rests on, or a choice."""
    named = {place.event.id for place in turn.events}
    leading = _leading(library, turn, nearest)
    # Of an event that is named, and not asked for again, something else is asked.
    if leading and not (leading.form is Form.EVERY and leading.event in named):
        return Fitting(rules=_with_conflicts(library, leading), by_meaning=True)
    if rules := offered((), nearest):
        return ask_rule(rules)
    near = near_rules(library, turn)
    if not near.rules:
        return Fitting()
    one = all(_counts_alike(rule, near.rules[0]) for rule in near.rules)
    # An event that is named without what follows it may be asked about for something else.
    if near.sure and one and not turn.events:
        return Fitting(rules=_with_conflicts(library, near.rules[0]))
    return ask_rule(near.rules)


def _said_before(library: Library, turn: Turn, asked: Answer) -> tuple[Rule, str] | None:
    """The one rule of those that would be asked about whose condition the conversation named, or
    that the last answer told of; with what was said."""
    options = asked.clarify.options if asked.clarify else ()
    rules = [library.rules[option.value] for option in options if option.value in library.rules]
    # Only among timescales for one thing does a condition decide which is meant.
    rules = [
        rule for rule in rules if (rule.event, rule.starts) == (rules[0].event, rules[0].starts)
    ]
    said = [rule for rule in rules if names_condition(rule, turn.said, library.concepts)]
    if len(said) == 1:
        return said[0], "; ".join(said[0].conditions)
    told = [rule for rule in rules if rule.id in turn.told]
    if told and all(_counts_alike(rule, told[0], unnamed=not turn.events) for rule in told):
        return told[0], told[0].subject
    return None


def _counts_alike(one: Rule, other: Rule, *, unnamed: bool = False) -> bool:
    """Whether two rules give one date: nobody need be asked which of the two is meant.

    Where what happened is `unnamed`, its date is one whichever of the two events it was.
    """
    if one.by:
        return (one.by, one.rests_on) == (other.by, other.rests_on)
    same_event = unnamed or one.event == other.event
    return same_event and (one.form, one.bound, one.period, one.conflicts_with) == (
        other.form,
        other.bound,
        other.period,
        other.conflicts_with,
    )


def _with_conflicts(library: Library, rule: Rule) -> tuple[Rule, ...]:
    return (rule, *(library.rules[name] for name in rule.conflicts_with))


def _age_ahead(library: Library, turn: Turn, rule: Rule, found: FoundDate) -> tuple[Rule, ...]:
    """Where the age that a rule names is past: other ages in the same statement that are not.

    "From 2 until 21": of somebody who is 19 the second may be asked for, in whatever words.
    """
    if rule.form is not Form.AT_AGE or turn.asks_if_late or turn.chosen_rule:
        return ()
    return tuple(
        other
        for other in library.rules_of(rule.framework)
        if other.form is Form.AT_AGE
        and other.id not in rule.conflicts_with
        and set(other.rests_on) & set(rule.rests_on)
        and _due_date(library, rule, found) < turn.today <= _due_date(library, other, found)
    )


def _due_date(library: Library, rule: Rule, found: FoundDate) -> dt.date:
    assert found.date is not None  # noqa: S101 - a doubtful date has been asked about
    return work_out(rule, found.date, library.calendar).date


def _sooner(library: Library, turn: Turn, rule: Rule, other: Rule) -> Turn | Answer:
    """Work out "whichever is sooner" from a date for each of the two rules' events."""
    worked: list[Worked] = []
    for each in (rule, other):
        date = date_of(library, each, turn)
        if isinstance(date, Answer):
            return date
        worked += _work_out(library, turn, (each,), date).worked
    due = sooner_of(worked[0].due, worked[1].due)
    return replace(turn, worked=(Worked(rule=library.rules[due.rule_id], due=due, tells_all=True),))


def _work_out(library: Library, turn: Turn, rules: tuple[Rule, ...], found: FoundDate) -> Turn:
    assert found.date is not None and turn.framework is not None  # noqa: S101, PT018 - both seen to
    worked = []
    for rule in rules:
        if not rule.gives_date:
            continue
        due = work_out(
            rule,
            found.date,
            library.calendar,
            event_time=turn.time,
            counts_event_day=turn.framework.counts_event_day,
            event_name=library.events[rule.event].name,
        )
        worked.append(Worked(rule=rule, due=due, held=_held(rule, turn)))
    worked.sort(key=lambda item: item.due.date)
    if turn.asks_if_late:
        worked[0] = _beside_today(library, turn, worked[0])
    if rules[0].sooner_than:
        other = library.rules[rules[0].sooner_than]
        text = reply(
            "notice.whichever_sooner", subject=other.subject, event=library.events[other.event].name
        )
        turn = _with_notice(turn, Notice(kind="whichever_sooner", text=text))
    return _as_read(replace(turn, worked=tuple(worked)), found)


def _beside_today(library: Library, turn: Turn, worked: Worked) -> Worked:
    """How the (sooner) due date stands to the day it was done, or to today."""
    try:
        late = lateness(worked.due.date, worked.held or turn.today, library.calendar)
    except CalendarEnds:
        return worked
    return replace(worked, late=late)


def _held(rule: Rule, turn: Turn) -> dt.date | None:
    """The date that the question gives for the rule's own outcome."""
    dates = [d.date for d in turn.dates if rule.starts and event_of(d, turn) == rule.starts]
    return dates[0] if len(dates) == 1 else None


def _as_read(turn: Turn, found: FoundDate) -> Turn:
    """Tell which day was read, where the words left it to be worked out."""
    if found.date is None or not (found.year_assumed or found.read_as):
        return turn
    name = "notice.date_read" if found.read_as else "notice.year_assumed"
    text = reply(name, given=found.given, date=in_words(found.date))
    return _with_notice(turn, Notice(kind=name.partition(".")[2], text=text))


def _undated(turn: Turn, rules: tuple[Rule, ...]) -> Turn:
    """What binds without a figure is told in its words: no date is made up for it."""
    text = reply("notice.no_figure", figure=rules[0].figure)
    return replace(_with_notice(turn, Notice(kind="no_figure", text=text)), undated=rules)


def _with_notice(turn: Turn, notice: Notice) -> Turn:
    return replace(turn, notices=(*turn.notices, notice))
