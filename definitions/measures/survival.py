"""How soon leads move on, when many of them have not yet: the product-limit estimate on counts by age."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from definitions.intervals import Estimate, wilson
from definitions.measures.evidence import FEWEST
from definitions.profiles import Decimals, Integers


@dataclass(frozen=True, eq=False)
class Curve:
    """The share that has moved on by each age, and its interval of 95 %; ages 0, 1 ... along the last axis.

    ``at_risk``: how many were waiting still at that age. ``watched``: how many can have been seen to that
    age, whether they moved or not. ``variance``: of the share, Greenwood's.
    """

    share: Decimals
    low: Decimals
    high: Decimals
    at_risk: Integers
    watched: Integers
    variance: Decimals

    @property
    def known_to(self) -> int:
        """The last age to which ten leads or more could be watched; -1 for none. No more is shown."""
        return int((self.watched >= FEWEST).sum(axis=-1).max(initial=0)) - 1

    def rows(self) -> list[Curve]:
        """Several curves one by one."""
        columns = (self.share, self.low, self.high, self.at_risk, self.watched, self.variance)
        return [Curve(*each) for each in zip(*columns, strict=True)]

    def at(self, age: int) -> Estimate:
        """The share by an age, to which ten leads could be watched; nan beyond."""
        if not 0 <= age <= self.known_to:
            return Estimate(nan, 0.0, 1.0)
        return Estimate(float(self.share[age]), float(self.low[age]), float(self.high[age]))

    def quantile(self, part: float) -> float:
        """The age by which a part of all has moved on; nan where so many have not."""
        reached = np.flatnonzero(self.share >= part - 1e-12)
        return float(reached[0]) if len(reached) else nan


def moved_by_age(moved: Integers, waiting: Integers, watched: Integers | None = None) -> Curve:
    """From leads that moved on at each age, and leads last seen waiting at it: ... x ages counts.

    ``watched``: how many could be seen to each age; without it, as many as were waiting still.

    1 minus the product of (1 - moved/at risk): E. L. Kaplan and P. Meier, Journal of the American
    Statistical Association 53 (1958), 457-481; who waits at an age is at risk there. Variance: M. Greenwood,
    1926. Interval: Wilson's, for as many leads as would give that variance without censoring (K. J. Rothman,
    Journal of Chronic Diseases 31 (1978), 557-560), so that without censoring it is Wilson's itself.
    """
    at_risk = (moved + waiting)[..., ::-1].cumsum(axis=-1)[..., ::-1]
    held = 1 - np.divide(moved, at_risk, out=np.zeros(at_risk.shape), where=at_risk > 0)
    stays = held.cumprod(axis=-1)
    left = at_risk - moved
    terms = np.divide(moved, at_risk * left, out=np.zeros(at_risk.shape), where=left > 0)
    variance = stays**2 * terms.cumsum(axis=-1)
    like = _like(stays, variance, at_risk, moved)
    low, high = wilson((1 - stays) * like, like)
    return Curve(1 - stays, low, high, at_risk, at_risk if watched is None else watched, variance)


def _like(stays: Decimals, variance: Decimals, at_risk: Integers, moved: Integers) -> Decimals:
    """As many leads as would give the variance; with no one moved those watched, with all moved those."""
    plain = np.where(stays >= 1, at_risk, moved.cumsum(axis=-1)).astype(float)
    spread = stays * (1 - stays)
    np.divide(spread, variance, out=plain, where=(variance > 0) & (spread > 1e-15))
    return plain
