"""Flips: the leads that two scorecards judge differently, which is what a ballot decides about."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.profiles import Flags, Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.scores import scores


@dataclass(frozen=True)
class Flips:
    """What changes from one scorecard to another. Counts are over the whole lead set.

    ``changed``: leads with another verdict, of which ``changed_per_week`` is the mean over the ``weeks``
    the set spans (``None`` when no month is known). ``joining`` leads go to sales only with the second,
    ``leaving`` only with the first. Wins and calls: known outcomes only, open leads count in neither.
    """

    changed: int
    changed_per_week: float | None
    weeks: float
    joining: int
    leaving: int
    wins_gained: int
    wins_missed: int
    calls_wasted: int
    calls_saved: int


def flips(profiles: Profiles, before: Scorecard, after: Scorecard) -> Flips:
    """How verdicts change between two scorecards; profiles must know the answers of both."""
    old, new = scores(profiles, before), scores(profiles, after)
    was, now = old.qualified(before), new.qualified(after)
    changed = (was != now) | (old.nurtured(before) != new.nurtured(after))
    dated = _count(profiles.dated, changed)
    return Flips(
        changed=_count(profiles.leads, changed),
        changed_per_week=dated / profiles.weeks if profiles.weeks else None,
        weeks=profiles.weeks,
        joining=_count(profiles.leads, now & ~was),
        leaving=_count(profiles.leads, was & ~now),
        wins_gained=_count(profiles.won, now & ~was),
        wins_missed=_count(profiles.won, was & ~now),
        calls_wasted=_count(profiles.lost, now & ~was),
        calls_saved=_count(profiles.lost, was & ~now),
    )


def _count(counts: Integers, chosen: Flags) -> int:
    return int(counts[chosen].sum())
