"""The product-limit estimate against SciPy's and statsmodels' of the same leads."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf
from statsmodels.duration.survfunc import SurvfuncRight

from definitions.intervals import wilson
from definitions.measures.survival import moved_by_age

counts = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=12).filter(
    lambda rows: any(moved for moved, _ in rows)
)


def arrays(rows: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    moved, waiting = np.array(rows).T
    return moved, waiting


@given(counts)
def test_the_share_is_scipys(rows: list[tuple[int, int]]) -> None:
    moved, waiting = arrays(rows)
    ages = np.arange(len(rows))
    found = moved_by_age(moved, waiting)
    theirs = ecdf(CensoredData(np.repeat(ages, moved), right=np.repeat(ages, waiting))).cdf
    assert found.share[theirs.quantiles.astype(int)] == pytest.approx(theirs.probabilities, abs=1e-12)


@given(counts)
def test_share_and_variance_are_those_of_statsmodels(rows: list[tuple[int, int]]) -> None:
    moved, waiting = arrays(rows)
    ages = np.arange(len(rows))
    found = moved_by_age(moved, waiting)
    happened = np.repeat([1, 0], [moved.sum(), waiting.sum()])
    with np.errstate(divide="ignore", invalid="ignore"):
        theirs = SurvfuncRight(np.concatenate([np.repeat(ages, moved), np.repeat(ages, waiting)]), happened)
        errors = theirs.surv_prob_se
    at = theirs.surv_times.astype(int)
    assert 1 - found.share[at] == pytest.approx(theirs.surv_prob, abs=1e-12)
    some_stay = theirs.surv_prob > 1e-12
    assert np.sqrt(found.variance[at])[some_stay] == pytest.approx(errors[some_stay], abs=1e-12)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=9).filter(any))
def test_with_nobody_waiting_the_interval_is_wilsons(rows: list[int]) -> None:
    moved = np.array(rows)
    found = moved_by_age(moved, np.zeros_like(moved))
    low, high = wilson(moved.cumsum(), moved.sum())
    assert found.low == pytest.approx(low, abs=1e-9)
    assert found.high == pytest.approx(high, abs=1e-9)


@given(counts)
def test_the_share_rises_and_lies_in_its_interval(rows: list[tuple[int, int]]) -> None:
    found = moved_by_age(*arrays(rows))
    watched = found.at_risk > 0
    assert (np.diff(found.share) >= -1e-12).all()
    assert (found.low <= found.share + 1e-9)[watched].all()
    assert (found.share <= found.high + 1e-9)[watched].all()


def test_a_worked_example() -> None:
    # Of 10 leads 2 moved on day 0; 3 were last seen on day 1, 1 of 8 moved then; 2 of the last 4 on day 2.
    found = moved_by_age(np.array([2, 1, 2]), np.array([0, 3, 2]))
    assert found.share == pytest.approx([0.2, 0.3, 1 - 0.7 * 0.5])
    assert list(found.at_risk) == [10, 8, 4]
    assert (found.quantile(0.25), found.quantile(0.5)) == (1, 2)
    assert np.isnan(found.quantile(0.7))


def test_it_is_told_only_as_far_as_ten_leads_were_watched() -> None:
    found = moved_by_age(np.array([1, 0, 1]), np.array([0, 10, 8]))
    assert found.known_to == 1
    assert np.isnan(found.at(2).value)
    assert found.at(1).value == pytest.approx(1 / 20)


def test_a_young_month_is_not_a_bad_one() -> None:
    # Half move on day 30. Of the old all were watched for so long, of the young none.
    old = moved_by_age(np.bincount([30], [50], 61).astype(int), np.bincount([60], [50], 61).astype(int))
    young = moved_by_age(np.zeros(11, int), np.bincount([10], [100], 11).astype(int))
    assert old.at(30).value == 0.5
    assert young.known_to == 10
    assert old.at(10).value == young.at(10).value == 0


def test_several_months_at_once_are_each_month_alone() -> None:
    moved, waiting = np.array([[2, 1, 2], [0, 4, 0]]), np.array([[0, 3, 2], [9, 0, 1]])
    both = moved_by_age(moved, waiting)
    assert both.share[1] == pytest.approx(moved_by_age(moved[1], waiting[1]).share)
    assert both.low[0] == pytest.approx(moved_by_age(moved[0], waiting[0]).low)
