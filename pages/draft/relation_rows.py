"""How a term stands to others, as rows that come and go: the kind and the other term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from alignment.actions.action import built
from definitions.glossary import MOST_RELATIONS, Relation, RelationKind
from pages.shared import session

NO_TERM = ""
_LOOK = {"label_visibility": "collapsed", "persist_state": "session", "on_change": "ignore"}


def fill(place: str, relations: Iterable[Relation]) -> None:
    """Put relations into rows. Only in a callback."""
    rows = [_new_row(place, relation.kind, relation.to) for relation in relations]
    session.note(f"{place}.relations", rows)


def ask(place: str, names: Sequence[str]) -> None:
    """The rows in order, each with the terms of these names to choose from."""
    st.markdown("**How it stands to other terms**")
    rows = _rows(place)
    for row in rows:
        _ask_row(place, row, names)
    if not names:
        st.caption("There is no other term yet.")
    elif len(rows) < MOST_RELATIONS:
        adding, icon = "Add a relation", ":material/add:"
        st.button(adding, key=f"{place}.relate", icon=icon, type="tertiary", on_click=_add, args=(place,))


def read(place: str) -> list[Relation]:
    """The relations as chosen; rows without a term are passed over."""
    chosen = ((_kind(place, row), session.typed(_key(place, row, "to"), NO_TERM)) for row in _rows(place))
    return [built(Relation, kind=kind, to=to) for kind, to in chosen if to != NO_TERM]


def _ask_row(place: str, row: int, names: Sequence[str]) -> None:
    to = session.typed(_key(place, row, "to"), NO_TERM)
    options = [NO_TERM, *names] if to in (NO_TERM, *names) else [NO_TERM, *names, to]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.selectbox("Relation", list(RelationKind), key=_key(place, row, "kind"), width=200, **_LOOK)
        st.selectbox(
            "Other term",
            options,
            key=_key(place, row, "to"),
            format_func=lambda name: name or "Choose a term",
            width=260,
            **_LOOK,
        )
        st.button(
            "",
            key=_key(place, row, "remove"),
            icon=":material/close:",
            help="Remove this relation",
            on_click=_remove,
            args=(place, row),
        )


def _add(place: str) -> None:
    session.note(f"{place}.relations", [*_rows(place), _new_row(place, RelationKind.BEFORE, NO_TERM)])


def _remove(place: str, row: int) -> None:
    session.note(f"{place}.relations", [other for other in _rows(place) if other != row])


def _new_row(place: str, kind: RelationKind, to: str) -> int:
    """A row with a number that no other row of this session has had."""
    row: int = session.noted("relations.rows", 0) + 1
    session.note("relations.rows", row)
    session.fill(_key(place, row, "kind"), kind)
    session.fill(_key(place, row, "to"), to)
    return row


def _kind(place: str, row: int) -> object:
    return session.typed(_key(place, row, "kind"), RelationKind.BEFORE)


def _rows(place: str) -> list[int]:
    return list(session.noted(f"{place}.relations", ()))


def _key(place: str, row: int, field: str) -> str:
    return f"{place}.relation.{row}.{field}"
