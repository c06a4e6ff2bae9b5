"""Wilson intervals against numbers known from elsewhere."""

import math

import numpy as np
import pytest

from definitions.intervals import difference, share, wilson, z_of_several


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [(18, 20, 0.699, 0.972), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (842, 8000, 0.0987, 0.1122)],
)
def test_the_interval_is_as_published(successes: int, trials: int, low: float, high: float) -> None:
    estimate = share(successes, trials)
    assert (estimate.low, estimate.high) == pytest.approx((low, high), abs=5e-4)


def test_without_a_trial_nothing_is_known() -> None:
    estimate = share(0, 0)
    assert math.isnan(estimate.value)
    assert (estimate.low, estimate.high) == (0, 1)


def test_arrays_give_what_single_numbers_give() -> None:
    low, high = wilson(np.array([3, 0, 7]), np.array([9, 0, 7]))
    singles = [share(3, 9), share(0, 0), share(7, 7)]
    assert [(e.low, e.high) for e in singles] == list(zip(low, high, strict=True))


def test_the_difference_of_two_shares_is_as_published() -> None:
    found = difference(share(56, 70), share(48, 80))
    assert found == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-4)


def test_more_looks_make_wider_intervals() -> None:
    one, twenty = (share(48, 50, z_of_several(looks)) for looks in (1, 20))
    assert one == pytest.approx(share(48, 50))
    assert twenty.low < one.low < one.value == twenty.value
