"""How the register of a framework stands to the document that was just imported."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant import Link
from domain import Carried, Statement

_SHOWN = 160
"""Characters of a statement that the text shows; JSON keeps them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterReport:
    """Each rule of the register, and the statement of the document that carries it."""

    links: tuple[Link, ...]

    def as_text(self) -> str:
        """Write the report for a reader: how many were found, then each that was not."""
        if not self.links:
            return "Register of timescales: none has been reviewed for this framework\n"
        found = [link for link in self.links if link.carried is Carried.BY_SOURCE]
        lines = [
            f"Register of timescales: {len(self.links)} rules, of which {len(found)} were found "
            "in this document with their figures"
        ]
        lines += _told("Its figure differs in the document", self._of(Carried.FIGURE_DIFFERS))
        lines += _told("Not found in the document", self._of(Carried.NOT_FOUND))
        return "\n".join(lines) + "\n"

    def as_json(self) -> list[dict[str, Any]]:
        """One object a rule."""
        return [
            {
                "rule_id": link.rule.id,
                "figure": link.rule.figure,
                "carried": link.carried,
                "statements": [statement.id for statement in link.statements],
                "instead": link.instead.id if link.instead else None,
            }
            for link in self.links
        ]

    def _of(self, carried: Carried) -> Sequence[Link]:
        return [link for link in self.links if link.carried is carried]


def _told(heading: str, links: Sequence[Link]) -> Iterator[str]:
    if links:
        yield ""
        yield f"{heading}: {len(links)}"
    for link in links:
        rests_on = ", ".join(name.rpartition(":")[2] for name in link.rule.rests_on)
        yield f"  {link.rule.id}: {link.rule.subject}: {link.rule.figure} (digest {rests_on})"
        if link.instead:
            yield f"    the document, {_place(link.instead)}: {_words(link.instead)}"


def _place(statement: Statement) -> str:
    return f"page {statement.page}" if statement.page else f"line {statement.line}"


def _words(statement: Statement) -> str:
    text = statement.quotation
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
