"""How far people are with what each does alone before the reveal; never what they said."""

from __future__ import annotations

from typing import Protocol

from alignment.people import VOTING_TEAMS, Team
from alignment.workshop import Workshop


class DoneAlone(Protocol):
    """Something that everybody does alone: own words, or judging leads."""

    def left_for(self, person_id: str) -> int:
        """How much a person has left to do."""


def finished_by_team(workshop: Workshop, alone: DoneAlone) -> dict[Team, tuple[int, int]]:
    """How many have finished and how many may, by team."""
    return {team: _finished(workshop, alone, team) for team in VOTING_TEAMS}


def _finished(workshop: Workshop, alone: DoneAlone, team: Team) -> tuple[int, int]:
    people = workshop.voters(team)
    return sum(alone.left_for(person.id) == 0 for person in people), len(people)
