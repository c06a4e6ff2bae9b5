"""The self-review as one picture: for each thing a row a team, its people's choices as parts of a bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from alignment.people import VOTING_TEAMS, Team
from alignment.side_by_side import SideBySide, review_finding
from definitions.own_words import InPlace
from definitions.phrases import listed
from pages.shared.tallies import TEAM_INKS
from pages.shared.text import plain
from pages.start.words.reviewing import SIGNS, in_words

LOOKS = {
    InPlace.IN_PLACE: "background:#00704f;color:#fff",
    InPlace.PARTLY: "background:#f0e442;color:#222",
    InPlace.NOT: "background:#b3420a;color:#fff",
    InPlace.DONT_KNOW: "box-shadow:inset 0 0 0 1px currentColor",
}
"""Colours that differ in lightness too; each stands with its sign and number."""
_GRID = (
    "display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:.3rem .75rem;align-items:center;"
    "font-size:.875rem;line-height:1.3;margin-bottom:1.1rem"
)
_PART = "padding:.15rem .3rem;border-radius:.25rem;text-align:center;white-space:nowrap;min-width:2.2rem"


def show_review(rows: Sequence[SideBySide]) -> None:
    """Everybody's choices by team, the things first on which the teams differ most."""
    finding = review_finding(rows)
    st.subheader("How leads are handled here today", anchor=False)
    st.markdown(f"**{plain(finding)}**")
    if any(row.choices(team) for row in rows for team in VOTING_TEAMS):
        words = " ".join((finding, *(_in_words(row) for row in rows)))
        picture = f"{_legend()}{''.join(_row(row) for row in rows)}"
        st.html(f'<div role="img" aria-label="{escape(words)}" style="max-width:52rem">{picture}</div>')


def _legend() -> str:
    parts = (f'<span style="{_PART};{LOOKS[choice]}">{escape(in_words(choice))}</span>' for choice in InPlace)
    look = "display:flex;flex-wrap:wrap;gap:.35rem;font-size:.875rem;margin-bottom:1rem"
    return f'<div style="{look}">{"".join(parts)}</div>'


def _row(row: SideBySide) -> str:
    teams = "".join(_bar(team, row) for team in VOTING_TEAMS)
    look = "grid-column:1/-1;font-weight:600;overflow-wrap:anywhere"
    head = f'<div style="{look}">{escape(row.question.text)}</div>'
    return f'<div style="{_GRID}">{head}{teams}</div>'


def _bar(team: Team, row: SideBySide) -> str:
    counts = Counter(row.choices(team))
    parts = "".join(_part(choice, counts[choice]) for choice in InPlace if counts[choice])
    name = f'<div><span style="color:{TEAM_INKS[team]}">●</span> {team.value.capitalize()}</div>'
    bar = f'<div style="display:flex;gap:2px">{parts}</div>' if parts else "<div>no answer</div>"
    return f"{name}{bar}"


def _part(choice: InPlace, number: int) -> str:
    return f'<span style="flex:{number} 1 0;{_PART};{LOOKS[choice]}">{SIGNS[choice]} {number}</span>'


def _in_words(row: SideBySide) -> str:
    teams = []
    for team in VOTING_TEAMS:
        counts = Counter(row.choices(team))
        said = listed([f"{counts[choice]} {choice.value}" for choice in InPlace if counts[choice]])
        teams.append(f"{team.value} {said or 'no answer'}")
    return f"{row.question.text} {'; '.join(teams)}."
