"""Capacity: how many leads a week a team can work, and which thresholds it could live with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.intervals import wilson
from definitions.phrases import number, points
from definitions.profiles import Decimals, Flags, Integers, Profiles
from definitions.simulation import Curve


@dataclass(frozen=True)
class Team:
    """How many people work leads, and how many leads a week each of them can; neither below 0."""

    people: int
    each: float

    @property
    def a_week(self) -> float:
        """How many leads a week they can work together."""
        return self.people * self.each


@dataclass(frozen=True, eq=False)
class Workload:
    """Leads a week at each threshold against what a team can work; arrays of one length.

    ``low`` and ``high``: Wilson's 95 % ends. ``fits``: the mean does not exceed the team's capacity;
    ``surely``: nor does the high end. ``lowest``: the lowest threshold that fits; ``None`` if none does.
    """

    thresholds: Integers
    leads: Decimals
    low: Decimals
    high: Decimals
    fits: Flags
    surely: Flags
    lowest: int | None


def workload(profiles: Profiles, curve: Curve, team: Team) -> Workload | None:
    """The team's work at every threshold of a curve; ``None`` when no month is known: not enough data."""
    if curve.leads_per_week is None or not profiles.weeks:
        return None
    dated = float(profiles.dated.sum())
    counts = curve.leads_per_week * profiles.weeks
    low, high = wilson(counts, np.full(len(counts), dated))
    fits = curve.leads_per_week <= team.a_week
    return Workload(
        thresholds=curve.thresholds,
        leads=curve.leads_per_week,
        low=low * dated / profiles.weeks,
        high=high * dated / profiles.weeks,
        fits=fits,
        surely=high * dated / profiles.weeks <= team.a_week,
        lowest=int(curve.thresholds[fits][0]) if fits.any() else None,
    )


def capacity_sentence(found: Workload | None, team: Team, qualified_from: int) -> str:
    """The finding: which thresholds the team can work, and whether today's is one of them."""
    if found is None:
        return "No month is known of these leads: not enough data to count leads a week."
    if not team.a_week:
        return "Nobody works leads: any lead that goes to sales stays where it is."
    people = "person" if team.people == 1 else "people"
    can = f"{number(team.people)} {people} can work {in_a_week(team.a_week)} a week"
    if found.lowest is None:
        return f"{can}, which no threshold brings the leads down to."
    if found.lowest == found.thresholds[0]:
        return f"{can}: enough for any threshold."
    if found.lowest <= qualified_from:
        return f"{can}: enough for a threshold of {points(found.lowest)} or more, and so for today's."
    return f"{can}: enough from {points(found.lowest)}, and today's threshold is {number(qualified_from)}."


def in_a_week(leads: float) -> str:
    """How many leads, without a precision that nobody has: "16 leads", "1 lead", "less than 1 lead"."""
    if 0 < leads < 0.5:
        return "less than 1 lead"
    return f"{number(round(leads))} {'lead' if round(leads) == 1 else 'leads'}"
