"""Everything one turn may look up: built once by the wiring, never changed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from assistant.linking import Link
from domain import (
    Concept,
    Event,
    Fault,
    FloorRule,
    Framework,
    Rule,
    Standing,
    Statement,
    UnknownFramework,
)
from materials import Reader, Vectors
from retrieval import Index
from timescales import Calendar, standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The frameworks, their statements as an index, the register and the calendar."""

    frameworks: Mapping[str, Framework]
    rules: Mapping[str, Rule]
    events: Mapping[str, Event]
    concepts: tuple[Concept, ...]
    index: Index
    calendar: Calendar
    links: Mapping[str, Link]
    """By rule id: the statements it rests on, of the edition that answers where it has them."""

    floors: Mapping[str, FloorRule] = field(default_factory=dict)
    """By id: the timescales of the law's minimum."""

    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    """By statement id: what is known to be wrong in the document there."""

    reader: Reader = field(default=lambda _: None)
    """Reads a statement's grammar, for prompts and questions; without one, all are quoted."""

    meanings: Callable[[Iterable[Statement]], Vectors] = field(default=lambda _: {})
    """The meanings of statements by themselves, by id; without them, only equal words are alike."""

    def framework(self, framework_id: str) -> Framework:
        """One framework by id; raises UnknownFramework."""
        try:
            return self.frameworks[framework_id]
        except KeyError:
            raise UnknownFramework(framework_id, self.frameworks) from None

    def rests_on(self, rule_id: str) -> tuple[Statement, ...]:
        """The statements to cite for a rule."""
        return self.links[rule_id].statements

    def rules_resting_on(self, statement_id: str) -> tuple[Rule, ...]:
        """The rules of the register that rest on a statement."""
        return tuple(
            link.rule
            for link in self.links.values()
            if any(s.id == statement_id for s in link.statements)
        )

    def rule_resting_on(self, statement_id: str) -> Rule | None:
        """The one rule of the register that rests on a statement, if just one does."""
        rules = self.rules_resting_on(statement_id)
        return rules[0] if len(rules) == 1 else None

    def floor_of(self, rule: Rule) -> tuple[FloorRule, Standing | None] | None:
        """The law's minimum for the same thing, and how the rule stands to it, if it can be said.

        None where the register names no floor for the rule.
        """
        if rule.floor is None:
            return None
        floor = self.floors[rule.floor]
        counts_event_day = self.framework(rule.framework).counts_event_day
        told = standing(rule, floor.rule, self.calendar, counts_event_day=counts_event_day)
        return floor, told

    def rules_of(self, framework_id: str) -> tuple[Rule, ...]:
        """The register of one framework."""
        return tuple(r for r in self.rules.values() if r.framework == framework_id)
