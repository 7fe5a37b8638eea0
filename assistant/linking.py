"""Which statement of an imported document carries a rule that was written from the digest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain import Carried, Edition, Rule, Statement, time_figures
from retrieval import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A rule, how it is carried, and the statements to cite for it."""

    rule: Rule
    carried: Carried
    statements: tuple[Statement, ...]
    """Those it rests on, each replaced by the document's own where that surely says it."""

    if_missed: tuple[Statement, ...] = ()
    """Those that say what to do when it is missed, likewise."""

    instead: Statement | None = None
    """Where the figure differs: the statement of the document that says the same otherwise."""


def link_rules(rules: Mapping[str, Rule], index: Index) -> dict[str, Link]:
    """Link each rule to the edition that answers; by rule id.

    A register names digest statements; where the authority's own document is imported,
    each is replaced by the statement of that document that says the same, if one surely
    does and has the rule's figure.
    """
    return {rule.id: _link(rule, index) for rule in rules.values()}


def doubtful(links: Iterable[Link], framework: str) -> tuple[Link, ...]:
    """The links of a framework's rules that its imported document does not bear out."""
    return tuple(
        link for link in links if link.rule.framework == framework and link.carried.doubtful
    )


def _link(rule: Rule, index: Index) -> Link:
    resting = [index.statements[name] for name in rule.rests_on]
    missed = tuple(index.statements[name] for name in rule.if_missed)
    if index.answering[rule.framework] is Edition.DIGEST:
        return Link(
            rule=rule, carried=Carried.BY_DIGEST, statements=tuple(resting), if_missed=missed
        )
    missed = tuple(index.counterpart(each, ()) or each for each in missed)
    found = [index.counterpart(each, rule.figures_stated) for each in resting]
    statements = tuple(dict.fromkeys(own or each for own, each in zip(found, resting, strict=True)))
    if any(found):
        return Link(rule=rule, carried=Carried.BY_SOURCE, statements=statements, if_missed=missed)
    instead = next(filter(_has_figure, (index.counterpart(each, ()) for each in resting)), None)
    carried = Carried.FIGURE_DIFFERS if instead else Carried.NOT_FOUND
    return Link(
        rule=rule, carried=carried, statements=statements, if_missed=missed, instead=instead
    )


def _has_figure(statement: Statement | None) -> bool:
    """Whether there is a statement, and one with which a figure can be compared."""
    return statement is not None and bool(time_figures(statement.quotation))
