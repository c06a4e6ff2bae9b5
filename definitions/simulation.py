"""What-ifs: what a scorecard would have done to leads, from their profiles.

An open lead has no known outcome. So shares of wins count won leads only, and wasted calls count
only leads that are decided; both can still grow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.intervals import Estimate, count, share, shares, wilson
from definitions.profiles import Decimals, Flags, Integers, Profiles
from definitions.scorecard import Scorecard, Verdict
from definitions.scores import scores


@dataclass(frozen=True, eq=False)
class Curve:
    """What each threshold from the scorecard's lowest to its highest points would do; arrays of one length.

    Counts are over the whole lead set; ``leads_per_week`` is ``None`` when no month is known;
    ``wins_kept`` is a share of won leads with its Wilson 95 % ends, nan when nothing was won.
    """

    thresholds: Integers
    qualified: Decimals
    leads_per_week: Decimals | None
    wins_kept: Decimals
    wins_kept_low: Decimals
    wins_kept_high: Decimals
    wins_missed: Decimals
    wasted_calls: Decimals


@dataclass(frozen=True)
class Figures:
    """What the scorecard would have done at its own threshold. Counts are over the whole lead set.

    ``weeks``: how many weeks the set's calendar months span, 0 if unknown, and then ``leads_per_week`` is
    ``None``. ``won``, ``lost``, ``open`` are those among the qualified.
    """

    leads: int
    weeks: float
    qualified: int
    won: int
    lost: int
    open: int
    leads_per_week: Estimate | None
    wins_kept: Estimate
    wins_missed: Estimate
    wasted_calls: Estimate
    win_rate: Estimate


@dataclass(frozen=True)
class Band:
    """The leads that get one verdict."""

    verdict: Verdict
    leads: int
    won: int
    lost: int
    open: int


def curve(profiles: Profiles, scorecard: Scorecard) -> Curve:
    """Every threshold at once: counts by points, summed from the highest down."""
    scored = scores(profiles, scorecard)
    lowest, highest = scorecard.lowest, scorecard.highest
    slots = np.clip(scored.points, lowest, highest) - lowest

    def from_each(counts: Integers) -> Decimals:
        by_points = np.bincount(slots, weights=counts * scored.passes, minlength=highest - lowest + 1)
        return by_points[::-1].cumsum()[::-1]

    won, wins = from_each(profiles.won), profiles.won.sum()
    low, high = wilson(won, np.full(len(won), wins))
    return Curve(
        thresholds=np.arange(lowest, highest + 1),
        qualified=from_each(profiles.leads),
        leads_per_week=from_each(profiles.dated) / profiles.weeks if profiles.weeks else None,
        wins_kept=shares(won, np.full(len(won), wins)),
        wins_kept_low=low,
        wins_kept_high=high,
        wins_missed=wins - won,
        wasted_calls=from_each(profiles.lost),
    )


def figures(profiles: Profiles, scorecard: Scorecard) -> Figures:
    """The figures at the scorecard's threshold; intervals are Wilson's, times what they are a share of."""
    chosen = scores(profiles, scorecard).qualified(scorecard)
    leads, won, lost = (int(n[chosen].sum()) for n in (profiles.leads, profiles.won, profiles.lost))
    wins = int(profiles.won.sum())
    return Figures(
        leads=int(profiles.leads.sum()),
        weeks=profiles.weeks,
        qualified=leads,
        won=won,
        lost=lost,
        open=leads - won - lost,
        leads_per_week=_per_week(profiles, chosen),
        wins_kept=share(won, wins),
        wins_missed=count(wins - won, wins),
        wasted_calls=count(lost, won + lost),
        win_rate=share(won, won + lost),
    )


def _per_week(profiles: Profiles, chosen: Flags) -> Estimate | None:
    if not profiles.weeks:
        return None
    dated = profiles.dated
    return count(int(dated[chosen].sum()), int(dated.sum())).times(1 / profiles.weeks)


def bands(profiles: Profiles, scorecard: Scorecard) -> tuple[Band, ...]:
    """The leads by verdict: qualified, nurture, not qualified."""
    scored = scores(profiles, scorecard)
    qualified, nurtured = scored.qualified(scorecard), scored.nurtured(scorecard)
    return (
        _band(profiles, Verdict.QUALIFIED, qualified),
        _band(profiles, Verdict.NURTURE, nurtured),
        _band(profiles, Verdict.NOT_QUALIFIED, ~qualified & ~nurtured),
    )


def _band(profiles: Profiles, verdict: Verdict, chosen: Flags) -> Band:
    counts = (profiles.leads, profiles.won, profiles.lost, profiles.open)
    leads, won, lost, undecided = (int(each[chosen].sum()) for each in counts)
    return Band(verdict, leads, won, lost, undecided)
