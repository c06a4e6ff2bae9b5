"""How well points tell wins from losses: the area under the curve, with its error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from definitions.intervals import Z_95, Estimate
from definitions.profiles import Decimals, Integers


@dataclass(frozen=True)
class Ranking:
    """In how many pairs of a win and a loss the win has more points (ties half), and the variance."""

    area: float
    variance: float

    @property
    def interval(self) -> Estimate:
        """The area with its 95 % interval, by the normal distribution."""
        margin = Z_95 * sqrt(self.variance)
        return Estimate(self.area, max(0.0, self.area - margin), min(1.0, self.area + margin))


def ranking(points: Decimals, won: Integers, lost: Integers) -> Ranking:
    """The area for counts of wins and losses by points (three arrays of one length); nan without either.

    The variance is that of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988),
    837-845: of each win's share of losses below it, by wins, and of each loss's share of wins above it, by
    losses.
    """
    wins, losses = int(won.sum()), int(lost.sum())
    if wins < 2 or losses < 2:
        return Ranking(nan, nan)
    _, place = np.unique(points, return_inverse=True)
    w, n = np.bincount(place, won), np.bincount(place, lost)
    below = (n.cumsum() - n / 2) / losses
    above = (w[::-1].cumsum()[::-1] - w / 2) / wins
    area = float((w * below).sum() / wins)
    spread_w = float((w * (below - area) ** 2).sum()) / (wins - 1)
    spread_n = float((n * (above - area) ** 2).sum()) / (losses - 1)
    return Ranking(area, spread_w / wins + spread_n / losses)


def mean_ranking(rankings: Sequence[Ranking]) -> Ranking:
    """The mean of areas on the parts of a cross-validation, those without wins or losses apart.

    Each of k parts was judged by what was learnt from the k - 1 others, which are much the same each time. So
    the variance is taken 1 + k / (k - 1) times: C. Nadeau and Y. Bengio, Machine Learning 52 (2003), 239-281.
    """
    known = [each for each in rankings if not np.isnan(each.area)]
    if len(known) < 2:
        return Ranking(nan, nan)
    parts = len(known)
    area, variance = sum(each.area for each in known), sum(each.variance for each in known)
    return Ranking(area / parts, variance / parts**2 * (1 + parts / (parts - 1)))
