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

    ``won``, ``open`` and ``lost`` are qualified leads, in leads a month, or in leads altogether when
    no month is known (``monthly`` is false). ``kept``, ``low``, ``high``: share of wins, nan without any.
    """

    thresholds: Integers
    won: Decimals
    open: Decimals
    lost: Decimals
    kept: Decimals
    low: Decimals
    high: Decimals
    missed: Decimals
    monthly: bool


def drawing(curve: Curve, profiles: Profiles) -> Drawing:
    """The curve, thinned out evenly to at most 400 thresholds, the lowest and the highest among them."""
    last = len(curve.thresholds) - 1
    chosen = np.unique(np.linspace(0, last, min(last + 1, MOST_THRESHOLDS)).round().astype(int))
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
        monthly=curve.leads_per_month is not None,
    )


def _unit(curve: Curve) -> Decimals:
    """Leads a month for each qualified lead, those without a month apart; 1 when no month is known."""
    if curve.leads_per_month is None:
        return np.ones(len(curve.thresholds))
    return np.where(curve.qualified > 0, curve.leads_per_month / np.maximum(curve.qualified, 1), 0.0)
