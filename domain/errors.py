"""Everything that can go wrong, as one tree. Each error says what to do next.

PlumblineError
├── BadInput                   the caller's request cannot be used as it is
│   ├── BadQuestion            empty, too long, or holding control characters
│   └── BadDate                not a date, or one that is not in the calendar
├── NotKnown                   a name that is not here
│   ├── UnknownFramework
│   ├── UnknownStatement
│   ├── UnknownRule
│   └── UnknownConversation
├── CalendarEnds               a date outside the years the calendar knows
├── RuleNotCalculable          the rule binds, but has no figure to count
├── DocumentRefused            a file that cannot be imported
│   ├── UnsupportedFormat      ├── DocumentDamaged     ├── DocumentEncrypted
│   ├── DocumentHasNoText      ├── DocumentTooLarge    └── DocumentUnsafe
├── AnswerFault                a composed answer that its evidence does not bear out
├── CorpusFault                a file in corpus/ that breaks its schema
├── ModelRefused               the embedding model is missing or not the pinned one
├── DraftFailed                the chat model gave no draft
├── ConversationsFault         conversations cannot be read or kept
└── IndexFault                 the index cannot be built or opened
    ├── IndexDamaged
    └── DiskFull
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class PlumblineError(Exception):
    """Anything Plumbline raises on purpose; its message is written for the user."""


class BadInput(PlumblineError):
    """A request field that cannot be used; `field` names it, `problem` says why."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field, self.problem = field, problem


class BadQuestion(BadInput):
    """A question that is empty, too long or not text."""

    def __init__(self, problem: str) -> None:
        super().__init__("question", problem)


class BadDate(BadInput):
    """Words that were given as a date or time and are not one."""

    def __init__(self, field: str, given: str, why: str) -> None:
        super().__init__(
            field,
            f"{given!r} cannot be used as {field}: {why}. Write it as 2026-03-03.",
        )
        self.given = given


class NotKnown(PlumblineError):
    """A name that is not here; the message offers what is."""

    noun = "name"

    def __init__(self, given: str, known: Iterable[str] = ()) -> None:
        names = sorted(known)
        near = get_close_matches(given, names, n=3, cutoff=0.5)
        offer = near or names[:12]
        hint = f" Known: {', '.join(offer)}." if offer else ""
        super().__init__(f"there is no {self.noun} {given!r}.{hint}")
        self.given, self.known = given, tuple(names)


class UnknownFramework(NotKnown):
    """No framework of this id is in the corpus or imported."""

    noun = "framework"


class UnknownStatement(NotKnown):
    """No statement of this id is indexed."""

    noun = "statement"


class UnknownRule(NotKnown):
    """No rule of this id is in the register."""

    noun = "rule"


class UnknownConversation(NotKnown):
    """The conversation never was, or has been forgotten."""

    noun = "conversation"

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.args = (f"{self.args[0]} It may have ended: ask again without conversation_id.",)


class CalendarEnds(PlumblineError):
    """A date outside the years whose bank holidays are known."""

    def __init__(self, asked: dt.date, first: dt.date, last: dt.date) -> None:
        super().__init__(
            f"{asked.isoformat()} is outside the calendar, which runs from "
            f"{first.isoformat()} to {last.isoformat()}. Ask about a date inside it."
        )
        self.asked, self.first, self.last = asked, first, last


class RuleNotCalculable(PlumblineError):
    """A rule that binds without a figure, or needs more than one date."""

    def __init__(self, rule_id: str, why: str) -> None:
        super().__init__(f"rule {rule_id!r} gives no date: {why}")
        self.rule_id, self.why = rule_id, why


class DocumentRefused(PlumblineError):
    """A file that cannot be imported; nothing imported before was changed."""

    def __init__(self, name: str, why: str, do: str) -> None:
        super().__init__(
            f"{name!r} was not imported: {why}. {do} What was imported before is unchanged."
        )
        self.name, self.why, self.do = name, why, do


class UnsupportedFormat(DocumentRefused):
    """Not a PDF, DOCX, Markdown, HTML or plain text file, whatever its name says."""


class DocumentDamaged(DocumentRefused):
    """Truncated or broken."""


class DocumentEncrypted(DocumentRefused):
    """Needs a password."""


class DocumentHasNoText(DocumentRefused):
    """Empty, or a scan without a text layer."""


class DocumentTooLarge(DocumentRefused):
    """Over the size limit."""


class DocumentUnsafe(DocumentRefused):
    """Holds macros, or unpacks to far more than its size."""


class CorpusFault(PlumblineError):
    """A file in the corpus that breaks its schema."""

    def __init__(self, file: str, problems: Sequence[str]) -> None:
        super().__init__(f"{file}: " + "; ".join(problems))
        self.file, self.problems = file, tuple(problems)


class ModelRefused(PlumblineError):
    """The embedding model is missing, or is not the one that is pinned."""


class IndexFault(PlumblineError):
    """The index cannot be built or opened."""


class IndexDamaged(IndexFault):
    """The index on disk does not hold what its manifest says."""


class DiskFull(IndexFault):
    """No room to write; what was there before is unchanged."""


class DraftFailed(PlumblineError):
    """The chat model gave no draft that can be read; the composed answer does without it."""


class ConversationsFault(PlumblineError):
    """The database of conversations cannot be read or written."""


class AnswerFault(PlumblineError):
    """A composed answer that says more than its evidence: withheld, and a fault of ours."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(
            "the answer was withheld because it did not match its evidence "
            f"({'; '.join(faults)}). Search the framework instead, and report this question."
        )
        self.faults = tuple(faults)
