"""What has come in, for a facilitator: who has written, never what; a reminder to copy; the reveal."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from alignment.actions.own_words import reveal_own_words
from alignment.own_words import OwnWords
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.side_by_side import progress_by_team
from alignment.topics import OWN_WORDS
from definitions.phrases import counted
from pages.shared import live, session
from pages.shared.links import address_of
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS
from pages.start.words.writing import WRITING, still_writing

KEY = "own_words.reveal"
_PERSON = (
    "display:inline-block;border-radius:1rem;padding:.05rem .5rem;margin:.1rem .15rem .1rem 0;"
    "overflow-wrap:anywhere;font-size:.875rem"
)


@st.fragment
def show_gathering() -> None:
    """Who has answered how much, by team, kept up to date; then what the facilitator does about it."""
    found = session.look()
    asked = found.workshop.own_words[-1] if found is not None and found.workshop.own_words else None
    if found is None or asked is None or not found.me.facilitator:
        return
    if not asked.open:
        _after_reveal(found, asked)
        return
    with st.container(border=True, key="own_words.gathering"):
        st.subheader("What has come in", anchor=False)
        st.caption("Who has answered, not what: that stays sealed until you reveal it.")
        progress = progress_by_team(found.workshop, asked)
        st.html("".join(_team(found, asked, team, *progress[team]) for team in VOTING_TEAMS))
        _show_reminder(found, asked)
        _ask_to_reveal(found, asked)
    live.listen(OWN_WORDS, head=found.workshop.head, key="live.own_words")


def _after_reveal(found: Here, asked: OwnWords) -> None:
    """The whole page changes, unless the person here still has a box open."""
    if not still_writing(found, asked):
        st.rerun()


def _team(found: Here, asked: OwnWords, team: Team, finished: int, voters: int) -> str:
    people = "".join(_person(asked, person) for person in found.workshop.voters(team))
    dot = f'<span style="color:{TEAM_INKS[team]}">●</span>'
    words = f"{finished} of {voters} have finished" if voters else "nobody yet"
    return f'<p style="margin:.4rem 0 .1rem">{dot} {team.value.capitalize()}: {words}</p><div>{people}</div>'


def _person(asked: OwnWords, person: Participant) -> str:
    questions, left = len(asked.questions), asked.left_for(person.id)
    if not left:
        sign, look = "✓", "background:#00704f;color:#fff"
    else:
        sign, look = f"{questions - left} of {questions}", "border:1px dashed currentColor"
    return f'<span style="{_PERSON};{look}">{sign} {escape(person.name)}</span>'


def _show_reminder(found: Here, asked: OwnWords) -> None:
    window = st.expander(
        "A reminder to copy",
        key="own_words.reminder",
        icon=":material/content_copy:",
        type="compact",
        on_change="rerun",
    )
    if window.open:
        with window:
            st.code(reminder(found, asked), language=None, wrap_lines=True)


def reminder(found: Here, asked: OwnWords) -> str:
    """What a facilitator may send to those who have not answered, with the link."""
    late = [person.name for person in found.workshop.voters() if asked.left_for(person.id)]
    to = f"To {_listed(late)}:\n\n" if late else ""
    return (
        f"{to}In the workshop “{found.workshop.name}” we ask everybody what a qualified lead is to them, "
        "before we write anything down together. There are "
        f"{counted(len(asked.questions), 'question')}; nobody sees your answers until they are revealed "
        f"to all.\n\n{address_of('own-words')}"
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(" ".join(name.split()) for name in names)


def _ask_to_reveal(found: Here, asked: OwnWords) -> None:
    window = st.popover("Reveal", key=KEY, icon=":material/visibility:", type="primary", on_change="rerun")
    if window.open:
        late = sum(asked.left_for(person.id) > 0 for person in found.workshop.voters())
        waiting = f"{late} of {len(found.workshop.voters())} have not finished. " if late else ""
        with window:
            st.write(f"{waiting}Everybody will see what everybody wrote, with names. It stays as it is then.")
            st.button("Reveal to everybody", key=f"{KEY}.sure", type="primary", on_click=_reveal)
    session.show_refusal(KEY)


def _reveal() -> None:
    with session.attempt(KEY):
        session.act(reveal_own_words)
        session.note(WRITING, None)
        session.said("Everybody sees everybody's words now.")
    session.fill(KEY, False)
