"""A curve as it is drawn: few enough points for the eye, leads sorted by what became of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.profiles import Decimals, Integers, Profiles
from definitions.simulation import Curve

MOST_THRESHOLDS = 400


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is drawn at each threshold; arrays of one length.

    ``won``, ``open`` and ``lost`` are qualified leads, in leads a week, or in leads altogether when
    no month is known (``weekly`` is false). ``kept``, ``low``, ``high``: share of wins, nan without any.
    """

    thresholds: Integers
    won: Decimals
    open: Decimals
    lost: Decimals
    kept: Decimals
    low: Decimals
    high: Decimals
    missed: Decimals
    weekly: bool


def drawing(curve: Curve, profiles: Profiles) -> Drawing:
    """The curve, thinned out evenly to at most 400 thresholds, the lowest and the highest among them."""
    chosen = thinned(len(curve.thresholds))
    won = float(profiles.won.sum()) - curve.wins_missed
    unit = _unit(curve)
    undecided = curve.qualified - won - curve.wasted_calls
    return Drawing(
        thresholds=curve.thresholds[chosen],
        won=(won * unit)[chosen],
        open=(undecided * unit)[chosen],
        lost=(curve.wasted_calls * unit)[chosen],
        kept=curve.wins_kept[chosen],
        low=curve.wins_kept_low[chosen],
        high=curve.wins_kept_high[chosen],
        missed=curve.wins_missed[chosen],
        weekly=curve.leads_per_week is not None,
    )


def thinned(count: int) -> Integers:
    """Places of at most 400 of so many things, evenly apart, the first and the last among them."""
    last = count - 1
    return np.unique(np.linspace(0, last, min(count, MOST_THRESHOLDS)).round().astype(np.int64))


def _unit(curve: Curve) -> Decimals:
    """Leads a week for each qualified lead, those without a month apart; 1 when no month is known."""
    if curve.leads_per_week is None:
        return np.ones(len(curve.thresholds))
    return np.where(curve.qualified > 0, curve.leads_per_week / np.maximum(curve.qualified, 1), 0.0)
