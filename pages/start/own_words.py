"""Prepare: what the words mean to each person, written alone, revealed to all, then made clauses."""

from __future__ import annotations

import streamlit as st

from alignment.own_words import OwnWords
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.start.words.asking import ask_to_ask
from pages.start.words.comparing import show_comparison
from pages.start.words.gathering import show_gathering
from pages.start.words.own import show_unsaved, until_revealed
from pages.start.words.writing import show_writing, still_writing


def show_empty(here: Here) -> None:
    """Nobody has been asked: a facilitator asks, the others are told what will come."""
    if here.me.facilitator:
        with st.container(border=True, key="own_words.empty"):
            st.markdown(
                "**Begin with what everybody means.** Each person writes alone; then you reveal it to all at "
                "once, and see where the teams differ before anything is drafted."
            )
            ask_to_ask(here, "Ask everybody")
        return
    hosts = " or ".join(label(person.name) for person in here.workshop.people if person.facilitator)
    st.info(f"Nobody has been asked yet. {hosts or 'A facilitator'} begins it.", icon=":material/edit_note:")


def show_open(here: Here, asked: OwnWords) -> None:
    """One's own questions, and for a facilitator what has come in."""
    if not here.me.votes and not here.me.facilitator:
        st.info(
            "The three teams answer on their own now. "
            f"Nobody sees what they write {until_revealed(here, asked)}.",
            icon=":material/lock:",
        )
    elif here.me.votes and here.me.facilitator:
        mine, all_others = st.columns([3, 2], gap="large")
        with mine:
            show_writing()
        with all_others:
            show_gathering()
    else:
        show_writing()
        show_gathering()


def show_earlier(rounds: tuple[OwnWords, ...]) -> None:
    """What was revealed before, folded."""
    for asked in reversed(rounds):
        words = f"Revealed before, round {asked.round}"
        key = f"own_words.earlier.{asked.round}"
        fold = st.expander(words, key=key, icon=":material/history:", on_change="rerun")
        if fold.open:
            with fold:
                show_comparison(asked.round)


here = session.here()
rounds = here.workshop.own_words
st.title("Own words")
st.caption("What each word means to each of you, before anything is drafted: written alone, then revealed.")
if not rounds:
    show_empty(here)
elif rounds[-1].open or still_writing(here, rounds[-1]):
    show_open(here, rounds[-1])
else:
    show_unsaved(here, rounds[-1])
    show_comparison(rounds[-1].round)
    if here.me.facilitator:
        with st.expander("Ask again", icon=":material/campaign:"):
            ask_to_ask(here, "Ask everybody again")
show_earlier(rounds[:-1])
