"""Each of several questions in a message."""

import re

LONG = 18
"""Words; a message longer than this tells of something before it asks."""

LEAST = 3
"""Words of a part; fewer ask nothing by themselves ("what now?")."""

MOST = 4

_SENTENCE = re.compile(r"(?<=[.?!;])\s+|\s+[-–]\s+")
_ASKS = re.compile(
    r"\b(?:what|how|who|whos|when|whens|where|why|which|whats|do|does|did|should|must|can|could|have"
    r"|has|is|are|am|will|would|need)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r",?\s+(?:and|or|but|also)\s+(?=(?:how|what|who|whos|when|where|why|which|do|does|should|is|are"
    r"|can|if)\b)",
    re.IGNORECASE,
)


def parts(question: str) -> tuple[str, ...]:
    """The questions that stand in a message, in order; none where it asks only one.

    A sentence with a question mark asks; in a message without any, the last that begins to ask
    does. One sentence that joins two questions ("how long, and who signs it?") is two.
    """
    sentences = [each.strip() for each in _SENTENCE.split(question) if each.strip()]
    asking = [each for each in sentences if each.endswith("?")]
    if not asking and len(question.split()) > LONG:
        asking = [each for each in sentences if _ASKS.search(each)][-1:]
    found = [part for each in asking or [question] for part in _JOINED.split(each)]
    kept = [part.strip(" ,") for part in found if len(part.split()) >= LEAST]
    return tuple(kept[:MOST]) if len(kept) > 1 else ()
