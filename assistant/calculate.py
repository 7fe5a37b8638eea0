"""Calculate: when a question gives a date and asks for one, work it out or ask back."""

import datetime as dt
from dataclasses import replace

from assistant.asking import ask, ask_date, ask_rule, date_option
from assistant.dates import Doubt, FoundDate
from assistant.library import Library
from assistant.rules import CLEAR_LEAD, match_rules
from assistant.turn import Turn, Worked
from domain import (
    Answer,
    Form,
    Notice,
    Rule,
    Slot,
)
from prompts import reply
from timescales import in_words, sooner_of, work_out

OLDEST = 26
"""Years: nobody is older than a care leaver can be whose timescales are asked about."""

Fitting = tuple[tuple[Rule, ...], tuple[Rule, ...]]
"""The rule that is asked for with those it contradicts, and others that give the same date."""

_ALWAYS_ASKED = (Doubt.IMPOSSIBLE, Doubt.WRONG_WEEKDAY)


def calculate(library: Library, turn: Turn) -> Turn | Answer:
    """Work out due dates; a doubtful date, role or rule is asked about, never guessed."""
    doubtful = next((d for d in turn.dates if d.doubt), None)
    if doubtful and (turn.asks_for_date or doubtful.doubt in _ALWAYS_ASKED):
        return ask_date(doubtful)
    if not turn.dates or turn.framework is None:
        return turn
    if not turn.asks_for_date:
        return _with_notice(turn, Notice(kind="date_unused", text=reply("notice.date_unused")))
    fitting = _chosen_rule(library, turn) or _fitting_rules(library, turn)
    if isinstance(fitting, Answer):
        return fitting
    rules, alike = fitting
    for other in alike:
        conditions = "; ".join(other.conditions) or other.subject
        text = reply("notice.also_where", conditions=conditions)
        turn = _with_notice(turn, Notice(kind="also_where", text=text))
    if not rules:
        return _with_notice(turn, Notice(kind="no_rule", text=reply("notice.no_rule")))
    if not any(rule.gives_date for rule in rules):
        return _undated(turn, rules)
    if rules[0].sooner_than and len(turn.dates) > 1:
        return _sooner(library, turn, rules[0], library.rules[rules[0].sooner_than])
    date = _date_of(library, rules[0], turn)
    return date if isinstance(date, Answer) else _work_out(library, turn, rules, date)


def _chosen_rule(library: Library, turn: Turn) -> Fitting | None:
    """The rule the reader picked when asked which one was meant, with those it contradicts.

    One of another framework, or that is no longer in the register, is no choice.
    """
    rule = library.rules.get(turn.chosen_rule or "")
    if rule is None or turn.framework is None or rule.framework != turn.framework.id:
        return None
    return _with_conflicts(library, rule), ()


def _fitting_rules(library: Library, turn: Turn) -> Fitting | Answer:
    assert turn.framework is not None  # noqa: S101 - `calculate` has looked
    register = library.rules_of(turn.framework.id)
    matches = match_rules(_without_dates(turn), turn.events, register, library.concepts)
    # What has a date of its own in the question has happened: it is not what is asked for.
    happened = {_event_of(date, turn) for date in turn.dates if turn.events}
    matches = tuple(m for m in matches if m.rule.starts not in happened) or matches
    if not matches:
        return (), ()
    near = [m for m in matches if m.score > matches[0].score - CLEAR_LEAD]
    best = _with_conflicts(library, matches[0].rule)
    paired = {rule.id for rule in best} | {rule.sooner_than for rule in best}
    others = [match.rule for match in near if match.rule.id not in paired]
    if all(_counts_alike(rule, best[0]) for rule in others):
        return best, tuple(others)
    return ask_rule(near)


def _counts_alike(one: Rule, other: Rule) -> bool:
    """Whether two rules give one date: nobody need be asked which of the two is meant."""
    return (one.event, one.form, one.bound, one.period, one.conflicts_with) == (
        other.event,
        other.form,
        other.bound,
        other.period,
        other.conflicts_with,
    )


def _with_conflicts(library: Library, rule: Rule) -> tuple[Rule, ...]:
    return (rule, *(library.rules[name] for name in rule.conflicts_with))


def _without_dates(turn: Turn) -> str:
    """The question with its dates blanked, so that "May" or "20" match no rule's words."""
    text = turn.question
    for date in turn.dates:
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    return text


def _date_of(library: Library, rule: Rule, turn: Turn) -> FoundDate | Answer:
    """The date of the rule's event, if the question gives just one; else it is asked for.

    The date of another event is never counted from.
    """
    own = [d for d in turn.dates if _event_of(d, turn) == rule.event]
    if len(own) == 1:
        return _ask_of_birth(rule, own[0], turn) or own[0]
    event = library.events[rule.event]
    question = reply("clarify.date_of_event", event=event.name)
    options = tuple(date_option(d) for d in own if d.date)
    return ask(question, options, Slot.DATE, of=event.phrases[0])


def _ask_of_birth(rule: Rule, found: FoundDate, turn: Turn) -> Answer | None:
    """Ask again where a date of birth is no child's or care leaver's: a slip of the year."""
    if rule.form is not Form.AT_AGE or found.date is None:
        return None
    if found.date > turn.today:
        name = "clarify.birth_ahead"
    elif (turn.today - found.date).days > OLDEST * 366:
        name = "clarify.birth_long_ago"
    else:
        return None
    question = reply(name, date=in_words(found.date))
    return ask(question, (), Slot.DATE, given=found.given)


def _event_of(date: FoundDate, turn: Turn) -> str:
    """The event a date is the date of: the last one named before it, or the first after."""
    before = [place for place in turn.events if place.start < date.start]
    return (before[-1] if before else turn.events[0]).event.id


def _sooner(library: Library, turn: Turn, rule: Rule, other: Rule) -> Turn | Answer:
    """Work out "whichever is sooner" from a date for each of the two rules' events."""
    worked: list[Worked] = []
    for each in (rule, other):
        date = _date_of(library, each, turn)
        if isinstance(date, Answer):
            return date
        worked += _work_out(library, turn, (each,), date).worked
    due = sooner_of(worked[0].due, worked[1].due)
    return replace(
        turn, worked=(Worked(rule=library.rules[due.rule_id], due=due, tells_both=True),)
    )


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
    if rules[0].sooner_than:
        other = library.rules[rules[0].sooner_than]
        text = reply(
            "notice.whichever_sooner", subject=other.subject, event=library.events[other.event].name
        )
        turn = _with_notice(turn, Notice(kind="whichever_sooner", text=text))
    return _as_read(replace(turn, worked=tuple(worked)), found)


def _held(rule: Rule, turn: Turn) -> dt.date | None:
    """The date that the question gives for the rule's own outcome."""
    dates = [d.date for d in turn.dates if rule.starts and _event_of(d, turn) == rule.starts]
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
