"""The stages of the handoff as rows: name, owner, what must be so to enter, and whether it stands aside."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from alignment.actions.action import built
from definitions.handoff import MOST_STAGES, Stage
from pages.draft.rows import Rows

_BLANK: dict[str, object] = {"name": "", "owner": "", "entry": "", "aside": False}
_LOOK = {"label_visibility": "collapsed", "persist_state": "session", "on_change": "ignore"}


def fill(place: str, stages: Iterable[Stage]) -> None:
    """Put stages into rows. Only in a callback."""
    _rows(place).fill({field: getattr(stage, field) for field in _BLANK} for stage in stages)


def ask(place: str) -> None:
    """The rows in order."""
    st.caption(
        "The way of a lead in order: what each stage is called, who owns it, and when a lead enters it."
    )
    rows = _rows(place)
    for row in rows.numbers:
        with st.container(border=True, gap="xsmall"):
            _ask_row(rows, row)
    rows.ask_for_more(_BLANK, MOST_STAGES)


def _ask_row(rows: Rows, row: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.text_input("Stage", key=rows.key(row, "name"), placeholder="Stage", **_LOOK)
        rows.ask_order(row)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input("Owner", key=rows.key(row, "owner"), placeholder="Owner", width=150, **_LOOK)
        st.checkbox(
            "Aside",
            key=rows.key(row, "aside"),
            help="Not a step on the way to a sale, such as recycled or disqualified.",
            persist_state="session",
            on_change="ignore",
        )
    words = "A lead enters when"
    st.text_input(words, key=rows.key(row, "entry"), placeholder=words, **_LOOK)


def read(place: str) -> list[Stage]:
    """The stages as typed; rows with nothing in them are passed over."""
    rows = _rows(place)
    typed = (
        {field: rows.typed(row, field, blank) for field, blank in _BLANK.items()} for row in rows.numbers
    )
    return [built(Stage, **fields) for fields in typed if any(str(v).strip() for v in fields.values() if v)]


def _rows(place: str) -> Rows:
    return Rows(place, "stage")
