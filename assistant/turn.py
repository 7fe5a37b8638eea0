"""One turn of conversation as it goes through the steps."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.dates import FoundDate
from assistant.events import FoundEvent
from domain import Answer, Due, Evidence, Framework, Notice, Rule
from timescales import Lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked: the question, and what the asker has already chosen."""

    question: str
    framework: str | None = None
    conversation_id: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer, and where in which conversation it stands."""

    conversation_id: str
    turn: int
    answer: Answer
    final: bool = True
    """False for an answer that a chat model may yet put into words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A rule that was calculated with, and its result."""

    rule: Rule
    due: Due
    held: dt.date | None = None
    """When what is due was really done, where the question says so."""

    late: Lateness | None = None
    """How it stands to the day it was done or to today, where that is asked and can be said."""

    steps: tuple[Rule, ...] = ()
    """The rules, in order, through which a date "by the second review" was reached."""

    tells_all: bool = False
    """Its summary tells every reading: of the sooner of two, or of a date reached by steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is known so far; each step adds to it."""

    question: str
    today: dt.date
    framework: Framework | None
    role: str | None = None
    framework_settled: bool = False
    """The reader was asked which framework is meant and has said."""

    topic: str = ""
    """The question without the framework's own name: what is searched for."""

    about: str = ""
    """What was said before, where the question leans on it."""

    dates: tuple[FoundDate, ...] = ()
    time: dt.time | None = None
    events: tuple[FoundEvent, ...] = ()
    asks_for_date: bool = False
    asks_timescale: bool = False
    asks_if_late: bool = False
    chosen_rule: str | None = None
    talked_of: tuple[str, ...] = ()
    """First headings of what the last answers put forward, the latest first."""

    told: tuple[str, ...] = ()
    """Ids of the timescales that rest on what the last answer put forward."""

    follows: str | None = None
    """The event of which it is asked what comes after."""

    follows_on: dt.date | None = None
    """When that event is expected, as worked out before."""

    said: tuple[str, ...] = ()
    """Plans, teams and placements that the conversation named before, the latest last."""

    notices: tuple[Notice, ...] = ()
    worked: tuple[Worked, ...] = ()
    undated: tuple[Rule, ...] = ()
    """The rules that the question asks for, where they bind without a figure to count."""

    evidence: tuple[Evidence, ...] = ()
    whole_list: int = 0
    """How many statements open the evidence as a whole: one list of musts, or what the
    register's rule for the question rests on."""

    doubtful: bool = False
    """Whether the evidence may be about something else than what is asked."""

    draft: Answer | None = None

    @property
    def undated_question(self) -> str:
        """The question with its dates blanked, so that "May" or "20" match no rule's words."""
        text = self.question
        for date in self.dates:
            text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
        return text


Step = Callable[[Turn], Turn | Answer]


def run(turn: Turn, steps: Sequence[Step]) -> tuple[Turn, Answer]:
    """Take the steps in order until one of them answers; give what was known by then, too."""
    for step in steps:
        outcome = step(turn)
        if isinstance(outcome, Answer):
            return turn, outcome
        turn = outcome
    raise AssertionError("the last step must answer")
