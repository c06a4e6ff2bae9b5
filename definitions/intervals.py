"""Intervals: how far a share counted on few leads can be from the truth."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from definitions.profiles import Decimals

Z_95 = 1.959963984540054
"""The 97.5th percentile of the normal distribution: 95 % lies within."""


class Estimate(NamedTuple):
    """A number and its 95 % interval."""

    value: float
    low: float
    high: float

    def times(self, factor: float) -> Estimate:
        """The estimate in another unit; the factor is not negative."""
        return Estimate(self.value * factor, self.low * factor, self.high * factor)


def shares(successes: ArrayLike, trials: ArrayLike) -> Decimals:
    """Successes by trials, between 0 and 1; nan where there is no trial."""
    tried = np.asarray(trials, dtype=float)
    return np.where(tried > 0, np.asarray(successes, dtype=float) / np.maximum(tried, 1), np.nan)


def wilson(successes: ArrayLike, trials: ArrayLike) -> tuple[Decimals, Decimals]:
    """Low and high ends of the Wilson score interval, 95 %; 0 and 1 where there is no trial.

    With p = s/n and z: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). Source: E. B. Wilson, Journal
    of the American Statistical Association 22 (1927), 209-212. Arrays of one shape in, two of it out.
    """
    tried = np.asarray(trials, dtype=float)
    n = np.maximum(tried, 1)
    p = np.asarray(successes, dtype=float) / n
    centre = p + Z_95**2 / (2 * n)
    margin = Z_95 * np.sqrt(p * (1 - p) / n + Z_95**2 / (4 * n**2))
    scale = 1 + Z_95**2 / n
    low = np.clip((centre - margin) / scale, 0, 1)
    high = np.clip((centre + margin) / scale, 0, 1)
    return np.where(tried > 0, low, 0.0), np.where(tried > 0, high, 1.0)


def share(successes: float, trials: float) -> Estimate:
    """One share with its Wilson interval; nan, from 0 to 1, where there is no trial."""
    low, high = wilson(successes, trials)
    return Estimate(float(shares(successes, trials)), float(low), float(high))


def count(successes: float, trials: float) -> Estimate:
    """How many of the trials, with Wilson's ends times the trials; 0, from 0 to 0, where there is none."""
    return share(successes, trials).times(trials) if trials else Estimate(0, 0, 0)
