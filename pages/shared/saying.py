"""Telling the person briefly that something worked, in a note that is not taken away before it is seen."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from alignment.topics import move
from data.room import Room
from pages.shared.text import plain

_SAID = "said"
_DRAWN = "drawn"


def said(words: str) -> None:
    """Tell the person briefly that it worked, after the callback: in a card that must not show anything."""
    st.session_state.setdefault(_SAID, []).append(words)


def say() -> None:
    """Say it in a run of the whole page."""
    for words in st.session_state.pop(_SAID, ()):
        st.toast(plain(words), icon=":material/check:")


def say_in_card(room: Room) -> None:
    """Say it in the run of a card; but if the whole page is about to run, leave it to that run.

    A browser does not show what a card said when the page's own run takes its place at once.
    """
    head, heard = st.session_state.get(_DRAWN, (0, frozenset()))
    if _SAID in st.session_state and not move(room.record()[head:], heard):
        say()


def drawn(head: int, heard: Iterable[str]) -> None:
    """The whole page shows the record up to ``head``, and runs again once one of these topics moves."""
    st.session_state[_DRAWN] = (head, frozenset(heard))
