"""Agreement within and between teams: how often two people judge a lead alike."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import nan

import numpy as np

from definitions.calibration.votes import Tally
from definitions.intervals import Estimate
from definitions.profiles import Integers
from definitions.resampling import percentile_interval, redrawn

FEWEST_LEADS = 5
"""With fewer leads that both teams judged, no interval is given."""


@dataclass(frozen=True)
class PairAgreement:
    """The chance that a member of one team and one of the other (or another of the same) judge a lead alike.

    With the bootstrap interval over leads, 95 %; nan where there is nothing to compare. Judgements that
    took no side are left out. ``leads``: on which there is something to compare.
    """

    first: int
    second: int
    alike: Estimate
    leads: int


def pair_agreements(tally: Tally) -> tuple[PairAgreement, ...]:
    """Each team with itself and with each other one."""
    teams = range(len(tally.yes))
    return tuple(_pair(tally, a, b) for a, b in combinations_with_replacement(teams, 2))


def _pair(tally: Tally, first: int, second: int) -> PairAgreement:
    same, pairs = _counted(tally, first, second)
    leads = int(np.count_nonzero(pairs))
    if not leads:
        return PairAgreement(first, second, Estimate(nan, nan, nan), 0)
    value = float(same.sum() / pairs.sum())
    if leads < FEWEST_LEADS:
        return PairAgreement(first, second, Estimate(value, nan, nan), leads)
    times = redrawn(np.ones(leads, dtype=np.int64))
    used = pairs > 0
    drawn = (times @ same[used]) / (times @ pairs[used])
    return PairAgreement(first, second, percentile_interval(value, drawn), leads)


def _counted(tally: Tally, first: int, second: int) -> tuple[Integers, Integers]:
    """Pairs of judgements that are the same, and all pairs; one number a lead."""
    yes, no, sided = tally.yes, tally.no, tally.sided
    if first != second:
        same = yes[first] * yes[second] + no[first] * no[second]
        return same, sided[first] * sided[second]
    same = yes[first] * (yes[first] - 1) + no[first] * (no[first] - 1)
    return same // 2, sided[first] * (sided[first] - 1) // 2
