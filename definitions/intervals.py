"""Intervals: how far a share counted on few leads can be from the truth."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
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


def z_of_several(looks: int) -> float:
    """The z at which all of so many 95 % intervals hold together (Bonferroni's correction)."""
    return NormalDist().inv_cdf(1 - 0.025 / max(looks, 1))


def wilson(successes: ArrayLike, trials: ArrayLike, z: float = Z_95) -> tuple[Decimals, Decimals]:
    """Low and high ends of the Wilson score interval, 95 %; 0 and 1 where there is no trial.

    With p = s/n and z: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). Source: E. B. Wilson, Journal
    of the American Statistical Association 22 (1927), 209-212. Arrays of one shape in, two of it out.
    """
    tried = np.asarray(trials, dtype=float)
    n = np.maximum(tried, 1)
    p = np.asarray(successes, dtype=float) / n
    centre = p + z**2 / (2 * n)
    margin = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    low = np.clip((centre - margin) / scale, 0, 1)
    high = np.clip((centre + margin) / scale, 0, 1)
    return np.where(tried > 0, low, 0.0), np.where(tried > 0, high, 1.0)


def share(successes: float, trials: float, z: float = Z_95) -> Estimate:
    """One share with its Wilson interval; nan, from 0 to 1, where there is no trial."""
    low, high = wilson(successes, trials, z)
    return Estimate(float(shares(successes, trials)), float(low), float(high))


def count(successes: float, trials: float) -> Estimate:
    """How many of the trials, with Wilson's ends times the trials; 0, from 0 to 0, where there is none."""
    return share(successes, trials).times(trials) if trials else Estimate(0, 0, 0)


def difference(one: Estimate, other: Estimate) -> Estimate:
    """How much larger one share is than another, with Newcombe's interval from the two Wilson intervals.

    Source: R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
    """
    found = one.value - other.value
    below = sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2)
    above = sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2)
    return Estimate(found, found - below, found + above)
