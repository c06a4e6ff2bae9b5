"""Wilson intervals against numbers known from elsewhere."""

import math

import numpy as np
import pytest

from definitions.intervals import share, wilson


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
