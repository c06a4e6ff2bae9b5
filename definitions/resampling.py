"""Resampling: how far counts would differ if other leads had come, by drawing the same leads again.

The bootstrap: B. Efron, Annals of Statistics 7 (1979), 1-26. Leads that were counted together are drawn
together: counts of a sample drawn with replacement are multinomial.
"""

from __future__ import annotations

import numpy as np

from definitions.intervals import Estimate
from definitions.profiles import Decimals, Integers

DRAWS = 1_000
SEED = 20_260_101
"""The same leads always give the same interval."""
LOW, HIGH = 2.5, 97.5
"""Percentiles between which 95 % lie."""


def redrawn(counts: Integers, draws: int = DRAWS, seed: int = SEED) -> Integers:
    """The counts of as many leads drawn with replacement: n counts in, draws x n out."""
    total = int(counts.sum())
    if not total:
        return np.zeros((draws, len(counts)), dtype=np.int64)
    return np.random.default_rng(seed).multinomial(total, counts / total, size=draws)


def percentile_interval(value: float, drawn: Decimals) -> Estimate:
    """A number with the interval that holds 95 % of what other draws gave."""
    low, high = np.percentile(drawn, [LOW, HIGH])
    return Estimate(value, float(low), float(high))


def mended_interval(value: float, drawn: Decimals) -> Estimate:
    """A number, mended of its bias, with the interval of 95 %; for one that chance makes too high.

    As the draws lie above the leads on average, so the leads lie above the truth. The draws hold this bias
    twice, the number once. Source of the estimate of bias: B. Efron and R. J. Tibshirani, An Introduction to
    the Bootstrap, Chapman & Hall 1993, chapter 10.
    """
    bias = float(drawn.mean()) - value
    low, high = np.percentile(drawn, [LOW, HIGH])
    return Estimate(value - bias, float(low) - 2 * bias, float(high) - 2 * bias)
