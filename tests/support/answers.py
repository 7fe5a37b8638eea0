"""What the tests of answers share."""

import datetime as dt

from domain import Answer

TODAY = dt.date(2026, 1, 5)
"""The day on which every question is asked."""


def notice_kinds(answer: Answer) -> set[str]:
    """The kinds of the notices beside an answer."""
    return {notice.kind for notice in answer.notices}
