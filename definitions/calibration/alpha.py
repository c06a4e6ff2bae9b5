"""Krippendorff's alpha: how far people agree beyond what chance would give.

Nominal, with two values. Alpha = 1 - D_o / D_e: observed by expected disagreement among pairs of
judgements of the same lead. 1: all agree; 0: as by chance; below: more disagreement than by chance. K.
Krippendorff, Content Analysis, 4th edition, Sage 2019, chapter 12; there 0.8 is called reliable and 0.667
the lowest acceptable.

Unsure is treated as not judged: it takes no side, so two people who are unsure do not agree on what a
lead is, nor does one who is unsure contradict another. How often people were unsure is given beside
alpha.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np
from krippendorff import alpha as krippendorff_alpha

from definitions.calibration.votes import Tally
from definitions.intervals import Estimate
from definitions.profiles import Integers
from definitions.resampling import DRAWS, SEED, percentile_interval

FEWEST_LEADS = 5
"""With fewer leads judged by two people at least, no interval is given: it would be from nothing."""


@dataclass(frozen=True)
class Reliability:
    """Alpha with its bootstrap interval over leads, 95 %, and what it rests on.

    nan where alpha is not defined: where no lead was judged by two people, or all said the same of every lead
    (``same`` is then 1, and chance cannot be told from agreement). ``same``: the share of pairs of judgements
    of one lead that are the same. ``unsure``: the share of all judgements. ``leads``: those judged by two.
    """

    alpha: Estimate
    same: float
    unsure: float
    leads: int


def reliability(tally: Tally) -> Reliability:
    """The reliability of all judgements in a tally, teams forgotten."""
    counts = np.stack([tally.no.sum(axis=0), tally.yes.sum(axis=0)], axis=1)
    paired = counts[counts.sum(axis=1) >= 2]
    judged = int(tally.judged.sum())
    unsure = int(tally.unsure.sum()) / judged if judged else nan
    return Reliability(_interval(paired), _same(paired), unsure, len(paired))


def team_reliability(tally: Tally, team: int) -> Reliability:
    """The reliability of one team's judgements."""
    own = slice(team, team + 1)
    return reliability(Tally(tally.yes[own], tally.no[own], tally.unsure[own]))


def alpha(counts: Integers) -> float:
    """Alpha from counts, leads x (no, yes); nan where it is not defined."""
    paired = counts[counts.sum(axis=1) >= 2]
    if not len(paired) or not paired.any(axis=0).all():
        return nan
    return float(krippendorff_alpha(value_counts=paired, level_of_measurement="nominal"))


def _same(paired: Integers) -> float:
    pairs = paired.sum(axis=1) * (paired.sum(axis=1) - 1)
    return float((paired * (paired - 1)).sum() / pairs.sum()) if len(paired) else nan


def _interval(paired: Integers) -> Estimate:
    """The bootstrap over leads, which could be others; draws in which all say the same are left out."""
    value = alpha(paired)
    if np.isnan(value) or len(paired) < FEWEST_LEADS:
        return Estimate(value, nan, nan)
    places = np.random.default_rng(SEED).integers(0, len(paired), (DRAWS, len(paired)))
    drawn = np.array([alpha(paired[chosen]) for chosen in places])
    return percentile_interval(value, drawn[np.isfinite(drawn)])
