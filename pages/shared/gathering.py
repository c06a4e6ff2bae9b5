"""Who is done with what each does alone, a reminder to copy, and the reveal that is asked for twice."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from alignment.finishing import DoneAlone, finished_by_team
from alignment.people import VOTING_TEAMS, Participant, Team
from pages.shared import session
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS

_PERSON = (
    "display:inline-block;border-radius:1rem;padding:.05rem .5rem;margin:.1rem .15rem .1rem 0;"
    "overflow-wrap:anywhere;font-size:.875rem"
)


def show_finished(found: Here, alone: DoneAlone, of: int) -> None:
    """How many are done in each team; to a facilitator also who, and how far of ``of`` the others are."""
    progress = finished_by_team(found.workshop, alone)
    st.html("".join(_team(found, alone, of, team, *progress[team]) for team in VOTING_TEAMS))


def _team(found: Here, alone: DoneAlone, of: int, team: Team, finished: int, voters: int) -> str:
    named = found.workshop.voters(team) if found.me.facilitator else ()
    people = "".join(_person(person, alone.left_for(person.id), of) for person in named)
    dot = f'<span style="color:{TEAM_INKS[team]}">●</span>'
    words = f"{finished} of {voters} have finished" if voters else "nobody yet"
    return f'<p style="margin:.4rem 0 .1rem">{dot} {team.value.capitalize()}: {words}</p><div>{people}</div>'


def _person(person: Participant, left: int, of: int) -> str:
    sign, look = "✓", "background:#00704f;color:#fff"
    if left:
        sign, look = f"{of - left} of {of}", "border:1px dashed currentColor"
    return f'<span style="{_PERSON};{look}">{sign} {escape(person.name)}</span>'


def late(found: Here, alone: DoneAlone) -> list[str]:
    """The names of those who have something left to do, each on one line."""
    return [" ".join(p.name.split()) for p in found.workshop.voters() if alone.left_for(p.id)]


def show_reminder(key: str, text: Callable[[], str]) -> None:
    """A fold with words to copy into a message; they are written only when it is open."""
    window = st.expander(
        "A reminder to copy",
        key=key,
        icon=":material/content_copy:",
        type="compact",
        on_change="rerun",
    )
    if window.open:
        with window:
            st.code(text(), language=None, wrap_lines=True)


def ask_to_reveal(key: str, words: Callable[[], str], reveal: Callable[..., None], *args: str) -> None:
    """The button that says what will be seen before it reveals anything."""
    window = st.popover("Reveal", key=key, icon=":material/visibility:", type="primary", on_change="rerun")
    if window.open:
        with window:
            st.write(words())
            sure = f"{key}.sure"
            st.button("Reveal to everybody", key=sure, type="primary", on_click=reveal, args=args)
    session.show_refusal(key)
