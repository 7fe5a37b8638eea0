"""Measurements as figures and as a table; the measuring itself is a program, not a test."""

from typing import Any

import pytest

from evals.bench import WARM_UP, Figure, bench_table, measure


def _figure(**given: Any) -> Figure:
    return Figure(name="asking", unit="ms", **({"value": 30.0} | given))


@pytest.mark.parametrize(
    ("limit", "within"), [(40.0, True), (30.0, False), (20.0, False), (None, None)]
)
def test_a_limit_is_kept_when_the_figure_is_under_it(limit, within):
    """A figure without a limit keeps none and breaks none."""
    assert _figure(limit=limit).within is within


def test_the_ratio_is_to_the_baseline_of_the_same_run():
    """Half the baseline's time is 0.5; without a baseline there is no ratio."""
    assert _figure(baseline=60.0).ratio == 0.5
    assert _figure().ratio is None


def test_figures_are_laid_out_with_limit_and_ratio():
    """Seconds to the hundredth, others to the unit; a broken limit is told in capitals."""
    seconds = Figure(name="opening", unit="s", value=1.234, baseline=2.0, limit=1.0)
    assert bench_table([_figure(limit=40.0), _figure(), seconds]).rows == (
        ("asking", "30 ms", "40 ms", "yes", "-", "-"),
        ("asking", "30 ms", "-", "-", "-", "-"),
        ("opening", "1.23 s", "1.00 s", "NO", "2.00 s", "0.62"),
    )


def test_too_few_questions_to_time_are_refused(tmp_path):
    """There must be some left after warming up; nothing is built before that is known."""
    with pytest.raises(ValueError, match=f"more than {WARM_UP}"):
        measure({}, [], tmp_path)
    assert list(tmp_path.iterdir()) == []
