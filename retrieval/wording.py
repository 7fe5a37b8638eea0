"""A question as people put it, turned into the way documents say the same."""

import re

from domain import time_figures

_CHILD = r"child(?:ren)?|kids?|lads?|yps?|young (?:person|people)"
_PARAPHRASES = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (
            rf"\b({_CHILD}) (?:who (?:is|are|lives?) )?(?:(?:living|placed|staying) )?with "
            r"(?:a |the |their )?foster (?:carers?|famil(?:y|ies)|parents?)\b",
            r"\1 in care",
        ),
        (
            r"\b(?:write|type|writing|typing) up (?:(?:my|the|our|a) )?(.*?) ?\bnotes?\b",
            r"record \1",
        ),
        (r"\b(how long\b.*?)\b(?:keep|kept|store[ds]?)\b(?! \w+ing\b)", r"\1retain"),
    )
)
"""A child with foster carers is in care, notes are records, and records kept are retained."""

_ASSENT = re.compile(
    r"^\W*(?:(?:so )?(?:is it|it is|its|it's) (?:true|right|correct) (?:that )?"
    r"|am i right (?:in thinking |to think )?(?:that )?)",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(r"^\W*(?:is|are|does|do|must|should|has|have|will)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(how|when|who|what|which|where|why)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?P<bound>within|every|no later than|at least every)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:minute|hour|day|week|month|year)s?\b",
    re.IGNORECASE,
)


def plainly(question: str) -> str:
    """Return the question as documents would put it; a time to be confirmed becomes asked for.

    "Is it true that it is held within 3 days?" is read as "when it is held?": the figure that
    somebody has heard must not draw the statements that happen to have it.
    """
    text = " ".join(question.split())
    for pattern, plain in _PARAPHRASES:
        text = pattern.sub(plain, text)
    stated = _ASSENT.sub("", text)
    bound = _BOUND.search(stated)
    confirms = stated != text or bool(_YES_OR_NO.search(text))
    if not confirms or bound is None or _ASKING.search(text) or not time_figures(bound.group()):
        return stated
    asks = "how often" if "every" in bound["bound"].casefold() else "by when"
    return f"{asks} {stated[: bound.start()].rstrip()}{stated[bound.end() :]}"
