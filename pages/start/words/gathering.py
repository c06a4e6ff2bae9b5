"""What has come in, for a facilitator: who has written, never what; a reminder to copy; the reveal."""

from __future__ import annotations

from functools import partial

import streamlit as st

from alignment.actions.own_words import reveal_own_words
from alignment.own_words import OwnWords
from alignment.topics import OWN_WORDS
from definitions.phrases import counted
from pages.shared import gathering, live, session
from pages.shared.links import address_of
from pages.shared.session import Here
from pages.start.words.writing import WRITING, still_writing

KEY = "own_words.reveal"


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
        gathering.show_finished(found, asked, of=len(asked.questions))
        gathering.show_reminder("own_words.reminder", partial(reminder, found, asked))
        gathering.ask_to_reveal(KEY, partial(_what_it_shows, found, asked), _reveal)
    live.listen(OWN_WORDS, head=found.workshop.head, key="live.own_words")


def _after_reveal(found: Here, asked: OwnWords) -> None:
    """The whole page changes, unless the person here still has a box open."""
    if not still_writing(found, asked):
        st.rerun()


def reminder(found: Here, asked: OwnWords) -> str:
    """What a facilitator may send to those who have not answered, with the link."""
    late = gathering.late(found, asked)
    to = f"To {', '.join(late)}:\n\n" if late else ""
    return (
        f"{to}In the workshop “{found.workshop.name}” we ask everybody what a qualified lead is to them, "
        "before we write anything down together. There are "
        f"{counted(len(asked.questions), 'question')}; nobody sees your answers until they are revealed "
        f"to all.\n\n{address_of('own-words')}"
    )


def _what_it_shows(found: Here, asked: OwnWords) -> str:
    late = len(gathering.late(found, asked))
    waiting = f"{late} of {len(found.workshop.voters())} have not finished. " if late else ""
    return f"{waiting}Everybody will see what everybody wrote, with names. It stays as it is then."


def _reveal() -> None:
    with session.attempt(KEY):
        session.act(reveal_own_words)
        session.note(WRITING, None)
        session.said("Everybody sees everybody's words now.")
    session.fill(KEY, False)
