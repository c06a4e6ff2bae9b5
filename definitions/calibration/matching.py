"""How far verdicts, such as those of the present scorecard, agree with each team's blind judgements."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.calibration.votes import tally
from definitions.intervals import Estimate, share
from definitions.profiles import Decimals, Flags, Integers


@dataclass(frozen=True)
class Match:
    """Of the leads on which a team leans to one side, on how many the verdict is the same.

    Leads are counted, not votes: a team's votes on one lead are much alike, and counting each would make the
    interval too narrow. Leads on which a team is split evenly take no part.
    """

    team: int
    agreed: int
    leads: int

    @property
    def share(self) -> Estimate:
        """The share agreed with its Wilson interval; nan, from 0 to 1, where the team leans on no lead."""
        return share(self.agreed, self.leads)


def matches(
    votes: Decimals, teams: Integers, qualified: Flags, team_count: int | None = None
) -> tuple[Match, ...]:
    """One entry a team. ``qualified``: the verdict on each lead."""
    counts = tally(votes, teams, team_count)
    lean = counts.yes - counts.no
    agreed = ((lean > 0) == qualified) & (lean != 0)
    return tuple(
        Match(team, int(agreed[team].sum()), int(np.count_nonzero(lean[team]))) for team in range(len(lean))
    )
