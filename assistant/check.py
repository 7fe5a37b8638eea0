"""Check: every citation exists, every quotation is exact, every figure stands in the evidence."""

import re

from assistant.citing import quotations
from assistant.dates import MONTHS
from assistant.turn import Turn
from domain import Answer, AnswerFault, time_figures

_MARKER = re.compile(r"\[(\d+)\]")
_LONG_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", re.IGNORECASE)


def check(turn: Turn) -> Answer:
    """Give the draft as the answer; raises AnswerFault when it says more than its evidence."""
    assert turn.draft is not None  # noqa: S101 - compose always drafts
    if faults := answer_faults(turn.draft, turn.question):
        raise AnswerFault(faults)
    return turn.draft


def answer_faults(answer: Answer, question: str = "") -> tuple[str, ...]:
    """What is wrong with an answer; nothing when it can be trusted.

    The words left after exact quotations are taken out may state only figures and dates that
    stand in a cited quotation, in the due date's working, or in the question itself.
    """
    own_words = _own_words(answer)
    numbers = {str(citation.number) for citation in answer.citations}
    faults = [f"[{n}] is no citation" for n in _MARKER.findall(answer.text) if n not in numbers]
    if "“" in own_words:
        faults.append("a quotation is not a cited statement's exact text")
    if any(number not in numbers for number in map(str, answer.shown)):
        faults.append("a statement is shown that is not cited")
    given = _evidence_words(answer, question)
    known = set(time_figures(given))
    faults += [f"figure {f!r} has no evidence" for f in time_figures(own_words) if f not in known]
    faults += [
        f"date {d!r} has no working" for d in _LONG_DATE.findall(own_words) if d not in given
    ]
    return tuple(faults)


def _own_words(answer: Answer) -> str:
    """The answer without its exact quotations and the calculator's own summary."""
    words = answer.text
    quotes = {quote for citation in answer.citations for quote in quotations(citation.statement)}
    for quote in sorted(quotes, key=len, reverse=True):
        words = words.replace(quote, "")
    for line in answer.due.summary.splitlines() if answer.due else ():
        words = words.replace(line, "")
    return words


def _evidence_words(answer: Answer, question: str) -> str:
    """Everything that figures and dates may come from: not the answer's own text."""
    words = [question, *(c.statement.quotation for c in answer.citations)]
    if answer.due:
        words += [f"{r.date.day} {r.date:%B %Y}" for r in answer.due.readings]
    return "\n".join(words)
