"""Everything one turn may look up: built once by the wiring, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain import Concept, Event, Framework, Rule, Statement, UnknownFramework
from retrieval import Index
from timescales import Calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The frameworks, their statements as an index, the register and the calendar."""

    frameworks: Mapping[str, Framework]
    rules: Mapping[str, Rule]
    events: Mapping[str, Event]
    concepts: tuple[Concept, ...]
    index: Index
    calendar: Calendar
    rests_on: Mapping[str, tuple[Statement, ...]]
    """By rule id: the statements it rests on, of the edition that answers where it has them."""

    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By statement id: what is known to be wrong in the document there, in plain words."""

    def framework(self, framework_id: str) -> Framework:
        """One framework by id; raises UnknownFramework."""
        try:
            return self.frameworks[framework_id]
        except KeyError:
            raise UnknownFramework(framework_id, self.frameworks) from None

    def rules_of(self, framework_id: str) -> tuple[Rule, ...]:
        """The register of one framework."""
        return tuple(r for r in self.rules.values() if r.framework == framework_id)


def rules_rest_on(rules: Mapping[str, Rule], index: Index) -> dict[str, tuple[Statement, ...]]:
    """Find the statements that each rule rests on, in the edition that answers.

    A register names digest statements; where the authority's own document is imported,
    each is replaced by the sentence of that document that says the same, if one surely does.
    """
    found = {}
    for rule in rules.values():
        digest = [index.statements[name] for name in rule.rests_on]
        figure = rule.figure if rule.period else None
        found[rule.id] = tuple(index.counterpart(each, figure) or each for each in digest)
    return found
