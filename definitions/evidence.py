"""The evidence for a definition: what its scorecard would have done on a set of leads."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np

from definitions.enclosures import MOST_CURVE_POINTS, CurvePoint, Evidence, Interval
from definitions.intervals import Estimate
from definitions.profiles import Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.simulation import curve, figures

DECIMALS = 4


@dataclass(frozen=True)
class Measured:
    """Evidence together with the scorecard that it is evidence for."""

    scorecard: Scorecard
    evidence: Evidence


def measured(name: str, sha256: str, profiles: Profiles, scorecard: Scorecard) -> Measured | None:
    """What a scorecard would have done on a lead set; ``None`` if its leads answer none of the questions."""
    if not profiles.answered:
        return None
    found = figures(profiles, scorecard)
    evidence = Evidence(
        lead_set=name,
        sha256=sha256,
        leads=found.leads,
        qualified=found.qualified,
        won=int(profiles.won.sum()),
        won_qualified=found.won,
        lost_qualified=found.lost,
        kept=_interval(found.wins_kept),
        weekly=_interval(found.leads_per_week),
        months=(profiles.months[0], profiles.months[-1]) if profiles.months else (),
        curve=_curve(profiles, scorecard),
    )
    return Measured(scorecard, evidence)


def _interval(estimate: Estimate | None) -> Interval | None:
    if estimate is None or isnan(estimate.value):
        return None
    value, low, high = (round(number, DECIMALS) for number in estimate)
    return Interval(value=value, low=low, high=high)


def _curve(profiles: Profiles, scorecard: Scorecard) -> tuple[CurvePoint, ...]:
    """What each threshold would have done, from the lowest to the highest; of many, some evenly spread."""
    found, wins = curve(profiles, scorecard), int(profiles.won.sum())
    kept = _spread(len(found.thresholds), scorecard.threshold.qualified_from - int(found.thresholds[0]))
    return tuple(
        CurvePoint(
            threshold=int(found.thresholds[slot]),
            qualified=round(float(found.qualified[slot])),
            won=wins - round(float(found.wins_missed[slot])),
        )
        for slot in kept
    )


def _spread(length: int, own: int) -> Integers:
    """Which of so many thresholds are kept, the ends and the definition's own among them."""
    if length <= MOST_CURVE_POINTS:
        return np.arange(length)
    even = np.linspace(0, length - 1, MOST_CURVE_POINTS - 1).round().astype(np.int64)
    return np.union1d(even, np.array([own] if 0 <= own < length else [], dtype=np.int64))
