"""How votes moved from one round to the next: by team, a sign to a sign, and in words."""

from __future__ import annotations

from html import escape

import streamlit as st

from alignment.clauses import Clause
from alignment.movement import Movement, movement
from alignment.people import VOTING_TEAMS, Team
from alignment.stances import Mode, Stance
from alignment.workshop import Workshop
from definitions.phrases import counted
from pages.shared import tallies
from pages.shared.session import Here

_CHIP = "display:inline-block;border-radius:1rem;padding:0 .45rem;margin:.1rem 0;white-space:nowrap"


def show_movement(found: Here, clause: Clause) -> None:
    """Who moved since the round before; nothing in a first round, or where one of both is sealed."""
    if len(clause.rounds) < 2:
        return
    moved = movement(found.workshop, clause, found.me, found.now)
    if moved is None or moved.after is not clause.round:
        return
    rows = "".join(_row(found.workshop, moved, team) for team in VOTING_TEAMS)
    words = f"Since round {moved.before.number}: {_people(len(moved.changed))} changed their vote."
    look = "font-size:.875rem;line-height:1.5"
    st.html(f'<div style="{look}"><b>{escape(words)}</b>{rows}</div>')


def _people(number: int) -> str:
    if number == 0:
        return "nobody"
    return counted(number, "person")


def _row(workshop: Workshop, moved: Movement, team: Team) -> str:
    """One team's moves; nothing where nobody moved, or the team is too small to be shown alone."""
    counts = {move: number for move, number in moved.counts(team).items() if move[0] is not move[1]}
    if not counts or len(workshop.voters(team)) < workshop.smallest_group:
        return ""
    moves = " &nbsp; ".join(_move(moved, *move, number) for move, number in counts.items())
    mark = f'<span style="color:{tallies.TEAM_INKS[team]}">●</span>'
    return f"<div>{mark} {team.value.capitalize()}: {moves}</div>"


def _move(moved: Movement, before: Stance | None, after: Stance | None, number: int) -> str:
    said = f"{number} from {_in_words(moved.before.mode, before)} to {_in_words(moved.after.mode, after)}"
    signs = f"{_chip(before)} → {_chip(after)}"
    return f'<span role="img" aria-label="{escape(said)}" title="{escape(said)}">{number} × {signs}</span>'


def _chip(stance: Stance | None) -> str:
    return f'<span style="{_CHIP};{tallies.STANCE_LOOKS[stance]}">{tallies.sign(stance)}</span>'


def _in_words(mode: Mode, stance: Stance | None) -> str:
    return f"“{mode.words(stance)}”" if stance is not None else "no vote"
