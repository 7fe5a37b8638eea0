"""The registers of a corpus as rules, checked against what they refer to."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from domain import CorpusFault, Edition, FloorRule, Rule
from ingest import Corpus
from timescales import parse_floor, parse_register


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """Every register of a corpus, by rule id."""

    rules: Mapping[str, Rule]
    """Reviewed rules whose statements are here."""

    floors: Mapping[str, FloorRule]
    unreviewed: Mapping[str, int] = field(default_factory=dict)
    """By framework: rules of its register that nobody has accepted yet."""


def load_registers(corpus: Corpus, imported: Collection[str] = ()) -> Registers:
    """Read every register of the frameworks, and the law's minimum.

    A rule that rests on imported statements (their ids are `imported`) is left out where
    one of them is not here: the document is not imported, or another text of it is. Raises
    CorpusFault for a register that breaks its schema, or whose reviewed rules rest on a
    digest statement, count from an event or name a floor that is not there.
    """
    events = {event.id for event in corpus.vocabulary.events}
    digest = {statement.id for statement in corpus.statements}
    floors = _floors(corpus, events)
    rules: dict[str, Rule] = {}
    named: set[str] = set()
    unreviewed: dict[str, int] = {}
    for framework, (file, text) in corpus.registers.items():
        own = parse_register(text, framework=framework, file=file)
        accepted = [rule for rule in own if rule.reviewed]
        problems = [p for rule in accepted for p in _missing(rule, events, digest, floors)]
        if problems:
            raise CorpusFault(file, problems)
        named |= {rule.id for rule in own}
        unreviewed[framework] = len(own) - len(accepted)
        here = {*digest, *imported}
        rules |= {rule.id: rule for rule in accepted if here.issuperset(rule.rests_on)}
    for id_ in corpus.asked:
        if id_ not in named:
            told = [f"there is no timescale {id_!r} in the register"]
            raise CorpusFault(f"{id_.partition(':')[0]}/asked.toml", told)
    return Registers(rules=rules, floors=floors, unreviewed=unreviewed)


def asked_for(corpus: Corpus, rules: Mapping[str, Rule]) -> dict[str, tuple[str, ...]]:
    """By id of each rule that gives a date: what it is, and the questions that ask for it."""
    events = {event.id: event.name for event in corpus.vocabulary.events}
    return {
        rule.id: (
            ", ".join((rule.subject, events[rule.event], *rule.conditions)),
            *corpus.asked.get(rule.id, ()),
        )
        for rule in rules.values()
        if rule.gives_date
    }


def _floors(corpus: Corpus, events: Collection[str]) -> dict[str, FloorRule]:
    found: dict[str, FloorRule] = {}
    for instrument, (file, text) in corpus.floors.items():
        own = parse_floor(text, instrument=instrument, file=file)
        problems = [
            f"{each.rule.id}: there is no event {each.rule.event!r} in the vocabulary"
            for each in own
            if each.rule.event not in events
        ]
        if problems:
            raise CorpusFault(file, problems)
        found |= {each.rule.id: each for each in own}
    return found


def _missing(
    rule: Rule,
    events: Collection[str],
    digest: Collection[str],
    floors: Collection[str],
) -> Iterator[str]:
    for name in rule.rests_on:
        if name not in digest and f":{Edition.SOURCE}:" not in name:
            yield f"{rule.id}: rests_on: there is no statement {name!r}"
    for name in rule.if_missed:
        if name not in digest:
            yield f"{rule.id}: if_missed: there is no statement {name!r}"
    for event in filter(None, (rule.event, rule.starts)):
        if event not in events:
            yield f"{rule.id}: there is no event {event!r} in the vocabulary"
    if rule.by and rule.by.partition(":")[0] != rule.framework and rule.by not in floors:
        yield f"{rule.id}: by: there is no {rule.by!r} in statutory/"
    if rule.floor and rule.floor not in floors:
        yield f"{rule.id}: floor: there is no {rule.floor!r} in statutory/"
