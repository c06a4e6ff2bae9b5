"""How far each team leans to yes on each lead, and how far a verdict on every lead agrees with that."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.bridge.room import Room
from definitions.profiles import Decimals, Flags

MEAN_COUNTS = 0.1
"""How much the mean of the teams counts beside the lowest one."""


@dataclass(frozen=True, eq=False)
class Leaning:
    """``yes`` and ``no``: heard teams x leads; a team's two rows add up to 1. ``teams``: which are heard."""

    yes: Decimals
    no: Decimals
    teams: tuple[int, ...]

    def agreement(self, verdicts: Flags) -> Decimals:
        """How far verdicts (leads, or cards x leads) agree with each heard team, between 0 and 1."""
        taken = verdicts.astype(float)
        return np.asarray(taken @ (self.yes - self.no).T + self.no.sum(axis=1))

    def value(self, verdicts: Flags) -> Decimals:
        """The lowest team's agreement and a tenth of the mean: one number a card."""
        return worth(self.agreement(verdicts))

    @property
    def ordered(self) -> Leaning:
        """The same, the teams in an order that depends only on what they say."""
        order = np.lexsort(self.yes.T)
        return Leaning(self.yes[order], self.no[order], tuple(self.teams[place] for place in order.tolist()))

    def by_team(self, verdicts: Flags, team_count: int) -> tuple[float, ...]:
        """One card's agreement with every team, nan for those not heard."""
        found = dict(zip(self.teams, self.agreement(verdicts).tolist(), strict=True))
        return tuple(found.get(team, float("nan")) for team in range(team_count))


def worth(agreement: Decimals) -> Decimals:
    """What agreements (teams, or cards x teams) are worth: the lowest and a tenth of the mean."""
    return np.asarray(agreement.min(axis=-1) + MEAN_COUNTS * agreement.mean(axis=-1))


def heard(room: Room) -> tuple[int, ...]:
    """The teams of which somebody judged a lead."""
    judged = np.isfinite(room.votes).any(axis=1)
    return tuple(sorted(set(room.teams[judged].tolist())))


def observed(room: Room) -> Leaning:
    """The judgements themselves: each counts the same within its team, unsure half to either side."""
    teams = heard(room)
    known = np.isfinite(room.votes)
    yes = np.where(known, room.votes, 0.0)
    no = np.where(known, 1 - room.votes, 0.0)
    counts = [float(known[room.teams == team].sum()) for team in teams]
    return Leaning(_rows(room, yes, teams, counts), _rows(room, no, teams, counts), teams)


def _rows(room: Room, each: Decimals, teams: tuple[int, ...], counts: list[float]) -> Decimals:
    rows = [each[room.teams == team].sum(axis=0) / n for team, n in zip(teams, counts, strict=True)]
    return np.array(rows).reshape(len(teams), each.shape[1])
