"""Drawing from made-up weights and numbers, the same on every computer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from random import Random
from statistics import NormalDist

NORMAL = NormalDist()
LEAST = 1e-9


def pick(random: Random, weights: Mapping[str, float]) -> str:
    """One of the names, as often as it weighs."""
    place = random.random() * sum(weights.values())
    for name, weight in weights.items():
        place -= weight
        if place < 0:
            return name
    return name


def around(random: Random, median: float, spread: float) -> float:
    """A lognormal number; ``spread``: standard deviation of its logarithm."""
    # Random.gauss() is not promised to be the same on every Python, Random.random() is.
    return median * math.exp(spread * NORMAL.inv_cdf(max(random.random(), LEAST)))


def some_days(random: Random, median: float) -> timedelta:
    """A time of some days, to the minute."""
    return timedelta(minutes=round(around(random, median, 0.7) * 24 * 60))
