"""The registers of a corpus as rules, checked against what they refer to."""

from collections.abc import Collection, Iterator

from domain import CorpusFault, Rule
from ingest import Corpus
from timescales import parse_register


def load_rules(corpus: Corpus) -> dict[str, Rule]:
    """Read every register; by rule id.

    Raises CorpusFault for a register that breaks its schema, or rests on a statement or
    counts from an event that is not there.
    """
    events = {event.id for event in corpus.vocabulary.events}
    statements = {statement.id for statement in corpus.statements}
    found: dict[str, Rule] = {}
    for framework, (file, text) in corpus.registers.items():
        rules = parse_register(text, framework=framework, file=file)
        problems = [p for rule in rules for p in _missing(rule, events, statements)]
        if problems:
            raise CorpusFault(file, problems)
        found |= {rule.id: rule for rule in rules}
    return found


def _missing(rule: Rule, events: Collection[str], statements: Collection[str]) -> Iterator[str]:
    for name in rule.rests_on:
        if name not in statements:
            yield f"{rule.id}: rests_on: there is no statement {name!r}"
    for event in filter(None, (rule.event, rule.starts)):
        if event not in events:
            yield f"{rule.id}: there is no event {event!r} in the vocabulary"
