"""What a statement asks for, read off its grammar: the action, who acts, and under which condition.

A reading is certain or it is not made at all: whoever makes a question of a statement that has
none quotes it. That costs a little variety and never a sentence that nobody would say.
"""

from collections.abc import Callable
from dataclasses import dataclass

from domain import Statement, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The parts of a statement that a question can be made with.

    Either `do` is filled, where practitioners are to act, or `fact`, where something is to be
    so; never both.
    """

    do: str = ""
    """What is to be done, as it stands after "to": "see each child alone on every visit"."""

    act: str = ""
    """The same as it stands after "you": "are clear what the visit is for"."""

    fact: str = ""
    """What is to be so, as it stands after "that": "the plan is reviewed at each meeting"."""

    when: str = ""
    """The condition that it stands under: "where the child is missing"."""

    why: str = ""
    """What it is for, as it stands after "so that"."""

    usual: bool = False
    """It speaks of every time and not of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing that a framework asks for, which one question is made of.

    It is one statement, or a list that cannot be taken apart: then the lead-in is what is read.
    """

    statements: tuple[Statement, ...]
    reading: Reading | None = None
    """None where the grammar is not certain."""

    in_list: bool = False
    """It is of a list whose items are no sentences."""

    runs_on: bool = False
    """Of a list: its lead-in is no whole thing without its items."""

    @property
    def first(self) -> Statement:
        """The statement that stands for it."""
        return self.statements[0]

    @property
    def is_list(self) -> bool:
        """Whether it is a lead-in with its items."""
        return len(self.statements) > 1

    @property
    def is_fragment(self) -> bool:
        """Whether it is one item of a list that cannot be taken apart."""
        return self.in_list and len(self.statements) == 1

    @property
    def words(self) -> str:
        """What to quote of it: the statement, or the lead-in of a list."""
        if self.is_list:
            lead_in = (self.first.lead_in or self.first.text).rstrip(" :;,.")
            return f"{lead_in} …" if self.runs_on else lead_in
        # One item of a list is no sentence without what leads it in.
        return self.first.quotation if self.is_fragment else self.first.text

    @property
    def binds(self) -> bool:
        """Whether it is a must."""
        return self.first.strength is Strength.MUST


Reader = Callable[[str], Reading | None]
"""Reads one sentence; None where its parts are not certain."""
