"""People's blind judgements as one array, counted by team and lead.

Everywhere here votes are people x leads: 1 qualified, 0 not, 0.5 unsure, nan not judged; ``teams`` has each
person's team as an index.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.profiles import Decimals, Flags, Integers

YES, NO, UNSURE = 1.0, 0.0, 0.5


@dataclass(frozen=True, eq=False)
class Tally:
    """How often each team said each thing of each lead: three arrays, teams x leads."""

    yes: Integers
    no: Integers
    unsure: Integers

    @property
    def sided(self) -> Integers:
        """Judgements that took a side, teams x leads."""
        return self.yes + self.no

    @property
    def judged(self) -> Integers:
        """All judgements, teams x leads."""
        return self.yes + self.no + self.unsure

    @property
    def leaning(self) -> Decimals:
        """The share of yes, unsure counting as half; nan where a team did not judge a lead."""
        judged = self.judged
        half = self.yes + self.unsure / 2
        return np.where(judged > 0, half / np.maximum(judged, 1), np.nan)


def tally(votes: Decimals, teams: Integers, team_count: int | None = None) -> Tally:
    """Votes counted by team. ``team_count``: how many teams there are, by default up to the highest index."""
    if votes.ndim != 2 or len(teams) != len(votes):
        raise ValueError("votes need one row for each person and one team for each row")
    if (teams < 0).any():
        raise ValueError("everybody who judges is in a team")
    count = team_count if team_count is not None else int(teams.max(initial=-1)) + 1
    yes, no, unsure = (_counted(votes == value, teams, count) for value in (YES, NO, UNSURE))
    if int((yes + no + unsure).sum()) < int(np.isfinite(votes).sum()):
        raise ValueError("a vote is 1, 0, 0.5 or nan")
    return Tally(yes, no, unsure)


def _counted(said: Flags, teams: Integers, count: int) -> Integers:
    counts = np.zeros((count, said.shape[1]), dtype=np.int64)
    np.add.at(counts, teams, said.astype(np.int64))
    return counts
