"""Parts of a lead set, such as its months or sources: what goes to sales of each, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from definitions.findings import percent, percent_range
from definitions.groups import UNKNOWN_GROUP
from definitions.intervals import Estimate, share
from definitions.phrases import in_line, number
from definitions.profiles import Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.scores import scores
from definitions.understood import period

FEWEST_DECIDED = 10
"""A part with fewer decided leads at sales is drawn but not compared with others in words."""


@dataclass(frozen=True)
class Part:
    """A part's leads, of which ``sent`` go to sales; ``won`` and ``lost`` are those among the sent."""

    name: str
    leads: int
    wins: int
    sent: int
    won: int
    lost: int

    @property
    def sent_share(self) -> Estimate:
        """Which share of the part's leads goes to sales."""
        return share(self.sent, self.leads)

    @property
    def win_rate(self) -> Estimate:
        """Which share of those at sales is won, of those decided."""
        return share(self.won, self.won + self.lost)

    @property
    def wins_kept(self) -> Estimate:
        """Which share of the part's wins goes to sales."""
        return share(self.won, self.wins)


def by_month(profiles: Profiles, scorecard: Scorecard) -> tuple[Part, ...]:
    """The months in their order; leads whose month is not known are in none."""
    return _parts(profiles.months, profiles.month, profiles, scorecard)[:-1]


def by_kind(profiles: Profiles, scorecard: Scorecard) -> tuple[Part, ...]:
    """The groups that have leads, such as sources, the most leads first; those of no known group last.

    Empty for profiles that were not counted by groups.
    """
    if profiles.group is None:
        return ()
    *known, unknown = _parts(profiles.groups, profiles.group, profiles, scorecard)
    ordered = sorted(known, key=lambda part: -part.leads)
    return tuple(part for part in (*ordered, unknown) if part.leads)


def _parts(
    names: Sequence[str], place: Integers, profiles: Profiles, scorecard: Scorecard
) -> tuple[Part, ...]:
    """A part for each name, then what has none (place -1)."""
    sent = scores(profiles, scorecard).qualified(scorecard)
    everything = (profiles.leads, profiles.won)
    counts = [*everything, *(np.where(sent, each, 0) for each in (*everything, profiles.lost))]
    sums = [np.bincount(place + 1, weights=each, minlength=len(names) + 1) for each in counts]
    rows = np.array(sums, dtype=np.int64).T.tolist()
    return tuple(
        Part(name, *row) for name, row in zip((*names, UNKNOWN_GROUP), [*rows[1:], rows[0]], strict=True)
    )


def months_finding(months: Sequence[Part]) -> str:
    """How much the months differ in what goes to sales."""
    if not months:
        return "No month is known of these leads."
    fewest, most = (pick(months, key=lambda part: part.sent) for pick in (min, max))
    if fewest.sent == most.sent:
        return f"{number(most.sent)} leads go to sales in each month."
    return (
        f"{number(fewest.sent)} to {number(most.sent)} leads a month go to sales, "
        f"the most in {period([most.name])}."
    )


def kinds_finding(parts: Sequence[Part]) -> str:
    """Which part wins most and which least often once at sales, and whether that could be chance."""
    decided = [part for part in parts if part.won + part.lost >= FEWEST_DECIDED]
    if len(decided) < 2:
        return "Not enough data to compare: fewer than two of these have ten decided leads at sales."
    least, most = (pick(decided, key=lambda part: part.win_rate.value) for pick in (min, max))
    if least.win_rate.high >= most.win_rate.low:
        return "Once at sales they are won about equally often: the differences could be chance."
    return (
        f"Once at sales, {in_line(most.name)} wins {percent(most.win_rate.value)} "
        f"({percent_range(most.win_rate)}), {in_line(least.name)} {percent(least.win_rate.value)} "
        f"({percent_range(least.win_rate)})."
    )
