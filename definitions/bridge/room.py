"""A room: what its people judged and proposed, as plain arrays, and what points are allowed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.card import NO_GATE, Card
from definitions.calibration.votes import tally
from definitions.criteria import MOST_POINTS
from definitions.profiles import NOT_ANSWERED, Decimals, Flags, Integers


@dataclass(frozen=True, eq=False)
class Proposals:
    """Each person's own card, in part or not at all where somebody proposed nothing: nan, -1 for a gate.

    ``points``: people x answers, all criteria's answers in one row. ``thresholds``: people.
    ``gates``: people x criteria, the index of the lowest answer that passes, -1 for no gate.
    """

    points: Decimals
    thresholds: Decimals
    gates: Integers

    @property
    def given(self) -> Flags:
        """Who proposed anything."""
        numbers = np.isfinite(self.points).any(axis=1) | np.isfinite(self.thresholds)
        return np.asarray(numbers | (self.gates != NO_GATE).any(axis=1))


@dataclass(frozen=True, eq=False)
class Room:
    """What a bridge is searched in.

    ``answers``: judged leads x criteria, the index of the answer, -1 where not answered. ``votes``: people x
    leads; 1 qualified, 0 not, 0.5 unsure, nan not judged. ``teams``: people, the index of their team.
    ``present``: the scorecard as it is. ``proposals``: people's own cards. ``pool``: other leads x criteria,
    such as all of a lead set, for which agreement shall be expected. ``weights``: how many leads each row of
    the pool stands for.
    """

    answers: Integers
    votes: Decimals
    teams: Integers
    present: Card
    proposals: Proposals | None = None
    pool: Integers | None = None
    weights: Decimals | None = None

    def __post_init__(self) -> None:
        tally(self.votes, self.teams)
        if len(self.answers) != self.votes.shape[1]:
            raise ValueError("votes need one column for each lead")
        for leads in (self.answers, self.answers if self.pool is None else self.pool):
            _check_answers(leads, self.present.sizes)
        shape = (len(self.teams), sum(self.sizes))
        if self.proposals is not None and self.proposals.points.shape != shape:
            raise ValueError("proposals need one row for each person and one column for each answer")
        weights = self.weights
        if weights is not None and (self.pool is None or weights.shape != self.pool.shape[:1]):
            raise ValueError("weights need one number for each lead of the pool")
        if weights is not None and len(weights) and not (weights.min() >= 0 and weights.sum() > 0):
            raise ValueError("weights are not negative, and not all 0")

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many answers each criterion has."""
        return self.present.sizes

    @property
    def team_count(self) -> int:
        """How many teams there are: one more than the highest index."""
        return int(self.teams.max()) + 1 if len(self.teams) else 0


def _check_answers(leads: Integers, sizes: tuple[int, ...]) -> None:
    if leads.ndim != 2 or leads.shape[1] != len(sizes):
        raise ValueError("leads need one answer for each criterion of the scorecard")
    if ((leads < NOT_ANSWERED) | (leads >= np.array(sizes))).any():
        raise ValueError("a lead has an answer that the scorecard does not")


@dataclass(frozen=True)
class Limits:
    """The fewest and most points that an answer may get in the search."""

    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if not -MOST_POINTS <= self.lowest <= self.highest <= MOST_POINTS:
            raise ValueError(f"points lie between {-MOST_POINTS} and {MOST_POINTS}")


def limits_of(room: Room) -> Limits:
    """The points between which people's own cards and the present one lie, 0 always included."""
    known = [room.present.flat.astype(float)]
    if room.proposals is not None:
        known.append(room.proposals.points[np.isfinite(room.proposals.points)])
    points = np.concatenate([[0.0], *known]).clip(-MOST_POINTS, MOST_POINTS)
    return Limits(int(np.floor(points.min())), int(np.ceil(points.max())))
