"""The measures against figures worked by hand or published."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.matching import Found
from evals.metrics import (
    Share,
    hit_at,
    mean,
    percentile,
    reciprocal_rank,
    share,
    sign_test,
    wilson,
)


@pytest.mark.parametrize(
    ("rank", "needed", "k", "hit"),
    [
        (1, 1, 1, True),
        (2, 1, 1, False),
        (5, 1, 5, True),
        (6, 1, 5, False),
        (2, 2, 1, True),
        (3, 2, 1, False),
        (3, 2, 5, True),
    ],
)
def test_a_hit_is_evidence_within_the_first_places(rank, needed, k, hit):
    """Two passages that are both needed are a hit at 1 when they are the first two."""
    assert hit_at(Found(rank=rank, needed=needed), k) is hit


def test_what_was_not_found_is_no_hit():
    """No place is no hit, and no reciprocal rank."""
    assert not hit_at(None, 10)
    assert reciprocal_rank(None) == 0


@pytest.mark.parametrize(
    ("rank", "needed", "expected"),
    [(1, 1, 1), (2, 1, 0.5), (10, 1, 0.1), (11, 1, 0), (2, 2, 1), (3, 2, 0.5)],
)
def test_reciprocal_rank_counts_from_the_best_place(rank, needed, expected):
    """The second place is a half; beyond ten is nothing."""
    assert reciprocal_rank(Found(rank=rank, needed=needed)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson_intervals_as_published(count, of, low, high):
    """The middle rows are examples 1 and 2 of Newcombe's comparison of intervals (1998)."""
    assert wilson(count, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_share(counts):
    """The share observed lies within its interval, and the interval within 0 and 1."""
    count, of = counts
    low, high = wilson(count, of)
    assert 0 <= low <= count / of <= high <= 1


@pytest.mark.parametrize(("count", "of"), [(-1, 5), (6, 5), (0, -1)])
def test_what_is_not_a_share_is_refused(count, of):
    """More than all, or less than none, is an error and not an interval."""
    with pytest.raises(ValueError, match="is not a share"):
        wilson(count, of)


def test_a_share_counts_the_true_ones():
    """Three of four, with the interval beside it."""
    low, high = wilson(3, 4)
    assert share([True, False, True, True]) == Share(count=3, of=4, low=low, high=high)


def test_a_share_of_nothing_has_no_value():
    """Nothing counted is neither 0% nor 100%."""
    assert share([]).value is None
    assert share([True, False]).value == 0.5


def test_mean_of_values_and_of_nothing():
    """The mean is the sum over the count, and None of nothing."""
    assert mean([1, 2, 6]) == 3
    assert mean(iter(())) is None


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, 15), (5, 15), (30, 20), (40, 20), (50, 35), (95, 50), (100, 50)]
)
def test_percentile_is_the_nearest_rank(percent, expected):
    """The textbook example of the nearest-rank method."""
    assert percentile([50, 15, 35, 40, 20], percent) == expected


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1], -1), ([1], 101), ([1], math.nan)])
def test_percentile_of_nothing_is_refused(values, percent):
    """No values, or a percent that is none, is an error."""
    with pytest.raises(ValueError, match="a percentile needs"):
        percentile(values, percent)


@pytest.mark.parametrize(
    ("better", "worse", "chance"),
    [(0, 0, 1.0), (1, 0, 1.0), (5, 0, 0.0625), (10, 0, 2 / 1024), (8, 2, 0.109375), (3, 3, 1.0)],
)
def test_sign_test_by_hand(better, worse, chance):
    """Twice the tail of a fair coin, and never above 1."""
    assert sign_test(better, worse) == pytest.approx(chance)
    assert sign_test(worse, better) == pytest.approx(chance)
