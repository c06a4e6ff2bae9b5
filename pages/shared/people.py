"""How people and teams look: a colour, a letter and a word, never colour alone."""

from __future__ import annotations

from typing import Literal

from alignment.people import Participant, Team
from pages.shared.text import label

Colour = Literal["blue", "orange", "violet", "gray"]
COLOURS: dict[Team, Colour] = {
    Team.MARKETING: "orange",
    Team.SALES: "blue",
    Team.EXECUTIVES: "violet",
    Team.OBSERVERS: "gray",
}
"""Streamlit's names for the team colours; the theme sets them to a colour-blind-safe set."""


def team_badge(team: Team) -> str:
    """A team as a coloured word, in Markdown."""
    return f":{COLOURS[team]}-badge[{team.value.capitalize()}]"


def with_team(person: Participant) -> str:
    """A person's name and team, in Markdown."""
    return f"{label(person.name)} {team_badge(person.team)}"


TEAM_WORDS: dict[Team, str] = {
    Team.MARKETING: "Marketing",
    Team.SALES: "Sales",
    Team.EXECUTIVES: "Executives",
    Team.OBSERVERS: "None: I only observe",
}
"""How a person's team is asked for."""
