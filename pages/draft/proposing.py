"""Proposing a new clause: a blank one, or one from the starter files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from alignment.actions.clauses import propose_all, propose_clause
from alignment.workshop import Workshop
from definitions.contents import Content, ContentKind
from definitions.texts import fold_name
from pages.draft.fields import FIELDS
from pages.shared import session

BLANK = "Nothing: a blank one"
Starters = Callable[[], Iterable[Content]]


def place(kind: ContentKind) -> str:
    """Where the form for a new clause of a kind keeps what is typed."""
    return f"new.{kind.value}"


def ask_to_propose(kind: ContentKind, words: str, *, primary: bool = True) -> None:
    """The button that opens the form."""
    look = "primary" if primary else "secondary"
    key = f"{place(kind)}.open"
    st.button(words, key=key, type=look, icon=":material/add:", on_click=_open, args=(kind,))


def ask_to_begin_with(kind: ContentKind, words: str, content: Callable[[], Content]) -> None:
    """The button that opens the form with something in it."""
    key, icon = f"{place(kind)}.usual", ":material/auto_awesome:"
    st.button(words, key=key, icon=icon, on_click=_open_with, args=(kind, content))


def is_open(kind: ContentKind) -> bool:
    """Whether the form for a new clause of a kind is open."""
    return bool(session.noted(f"{place(kind)}.asking"))


@st.fragment
def ask_new(kind: ContentKind, title: str, starters: Starters | None = None) -> None:
    """The form for a new clause, filled from a starter file if wanted."""
    key = place(kind)
    found = session.look()
    if found is None or not is_open(kind):
        return
    with st.container(border=True, key=f"{key}.form"):
        st.markdown(f"**{title}**")
        if starters is not None:
            _ask_starter(kind, found.workshop, starters)
        FIELDS[kind].ask(key)
        session.show_refusal(key)
        with st.container(horizontal=True):
            st.button("Propose", key=f"{key}.send", type="primary", on_click=_propose, args=(kind,))
            st.button("Cancel", key=f"{key}.cancel", on_click=_close, args=(kind,))


def ask_starters(words: str, starters: Starters, key: str, *, primary: bool = False) -> None:
    """The button that adds everything of a starter file in one click."""
    st.button(
        words,
        key=f"starter.{key}",
        icon=":material/auto_awesome:",
        type="primary" if primary else "secondary",
        on_click=_propose_all,
        args=(key, starters),
    )
    session.show_refusal(f"starter.{key}")


def fresh(workshop: Workshop, starters: Iterable[Content]) -> list[Content]:
    """Those starters whose names are not in the workshop yet."""
    taken = {(c.kind.value, fold_name(c.name)) for c in workshop.clauses.values() if not c.left_out}
    return [content for content in starters if (content.kind, fold_name(content.name)) not in taken]


def _ask_starter(kind: ContentKind, workshop: Workshop, starters: Starters) -> None:
    names = [content.name for content in fresh(workshop, starters()) if content.kind == kind]
    if names:
        st.selectbox(
            "Begin with",
            [BLANK, *names],
            key=f"{place(kind)}.starter",
            on_change=_begin_with,
            args=(kind, starters),
        )


def _begin_with(kind: ContentKind, starters: Starters) -> None:
    chosen = session.typed(f"{place(kind)}.starter")
    content = next((c for c in starters() if c.kind == kind and c.name == chosen), None)
    FIELDS[kind].fill(place(kind), content)


def begin(kind: ContentKind, name: str) -> None:
    """Open the form for a new clause of this name. Only in a callback."""
    _open(kind)
    session.fill(f"{place(kind)}.name", name)


def _open(kind: ContentKind) -> None:
    session.note(f"{place(kind)}.asking", True)
    FIELDS[kind].fill(place(kind), None)


def _open_with(kind: ContentKind, content: Callable[[], Content]) -> None:
    session.note(f"{place(kind)}.asking", True)
    FIELDS[kind].fill(place(kind), content())


def _close(kind: ContentKind) -> None:
    session.note(f"{place(kind)}.asking", False)


def _propose(kind: ContentKind) -> None:
    key = place(kind)
    with session.attempt(key):
        session.act(propose_clause, FIELDS[kind].read(key))
        session.said("Proposed. Others can discuss it; open its ballot to vote.")
        _close(kind)


def _propose_all(key: str, starters: Starters) -> None:
    with session.attempt(f"starter.{key}"):
        session.act(propose_all, tuple(starters()))
        session.said("Added as drafts. Change them as you like.")
