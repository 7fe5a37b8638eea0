"""Dates and times as fields: ISO only, and why not when not."""

import datetime as dt

import pytest

from api.dates import read_date, read_time
from domain import BadDate, BadInput


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2026-03-03", dt.date(2026, 3, 3)),
        (" 2026-03-03 ", dt.date(2026, 3, 3)),
        ("2028-02-29", dt.date(2028, 2, 29)),
    ],
)
def test_an_iso_date_is_read(given, date):
    """Year, month, day."""
    assert read_date("date", given) == date


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("2026-02-31", "February 2026 has 28 days"),
        ("2026-02-29", "February 2026 has 28 days"),
        ("2026-04-31", "April 2026 has 30 days"),
        ("2026-04-00", "April 2026 has 30 days"),
        ("2026-13-01", "there is no month 13"),
        ("0000-01-01", "there is no year 0000"),
        ("31/02/2026", "not written as year-month-day"),
        ("03/04/2026", "not written as year-month-day"),
        ("3 March 2026", "not written as year-month-day"),
        ("24/12", "not written as year-month-day"),
        ("20260303", "not written as year-month-day"),
        ("2026-3-3", "not written as year-month-day"),
        ("٢٠٢٦-٠٣-٠٣", "not written as year-month-day"),
        ("", "not written as year-month-day"),
    ],
)
def test_what_is_no_date_is_refused_with_advice(given, why):
    """The error says which words, why, and how to write it."""
    with pytest.raises(BadDate, match=why) as caught:
        read_date("date", given)

    assert caught.value.field == "date"
    assert repr(given) in str(caught.value)
    assert "2026-03-03" in str(caught.value)


def test_a_time_is_read():
    """Hours and minutes on the 24-hour clock."""
    assert read_time("time", "23:59") == dt.time(23, 59)


@pytest.mark.parametrize("given", ["24:00", "12:60", "2pm", "9:30", "09:30:00", "0930", ""])
def test_what_is_no_time_is_refused_with_advice(given):
    """The error names the field and shows how to write one."""
    with pytest.raises(BadInput, match="14:30") as caught:
        read_time("time", given)

    assert caught.value.field == "time"
