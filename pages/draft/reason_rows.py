"""The reasons for rejecting a lead as rows: the kind, the words, and for a definitional one the clause."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from alignment.actions.action import built
from alignment.glossary import contents
from definitions.glossaries.naming import deciding
from definitions.handoff import MOST_REASONS, Handoff, ReasonKind, RejectReason
from definitions.handoffs.wording import KINDS
from pages.draft.rows import Rows
from pages.shared import session

NO_CLAUSE = ""
_BLANK: dict[str, object] = {"kind": ReasonKind.PROCEDURAL, "words": "", "clause": NO_CLAUSE}
_LOOK = {"label_visibility": "collapsed", "persist_state": "session"}


def fill(place: str, reasons: Iterable[RejectReason]) -> None:
    """Put reasons into rows. Only in a callback."""
    _rows(place).fill({field: getattr(reason, field) for field in _BLANK} for reason in reasons)


def ask(place: str) -> None:
    """The rows in order."""
    kinds = "; ".join(f"{kind.value}: {about}" for kind, about in KINDS.items())
    st.caption(f"Sales names one of these for each lead that it rejects. {kinds.capitalize()}.")
    rows, names = _rows(place), _clauses()
    for row in rows.numbers:
        with st.container(border=True, gap="xsmall"):
            _ask_row(rows, row, names)
    rows.ask_for_more(_BLANK, MOST_REASONS)


def _ask_row(rows: Rows, row: int, names: tuple[str, ...]) -> None:
    words = "Reason for rejecting"
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.text_input(words, key=rows.key(row, "words"), placeholder=words, on_change="ignore", **_LOOK)
        rows.ask_order(row)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        kinds = list(ReasonKind)
        kind = st.selectbox("Kind", kinds, key=rows.key(row, "kind"), width=170, **_LOOK)
        if kind is ReasonKind.DEFINITIONAL:
            _ask_clause(rows, row, names)


def _ask_clause(rows: Rows, row: int, names: tuple[str, ...]) -> None:
    """Which clause the reason names; one that is gone stays until another is chosen."""
    now = str(rows.typed(row, "clause", NO_CLAUSE))
    st.selectbox(
        "Clause",
        list(dict.fromkeys((NO_CLAUSE, *names, now))),
        key=rows.key(row, "clause"),
        format_func=lambda name: name or "Choose the clause",
        width=230,
        on_change="ignore",
        **_LOOK,
    )


def read(place: str) -> list[RejectReason]:
    """The reasons as typed; rows without words are passed over."""
    rows = _rows(place)
    return [_reason(rows, row) for row in rows.numbers if str(rows.typed(row, "words")).strip()]


def _reason(rows: Rows, row: int) -> RejectReason:
    kind = rows.typed(row, "kind", ReasonKind.PROCEDURAL)
    clause = rows.typed(row, "clause", NO_CLAUSE) if kind == ReasonKind.DEFINITIONAL else NO_CLAUSE
    return built(RejectReason, kind=kind, words=rows.typed(row, "words"), clause=clause)


def _clauses() -> tuple[str, ...]:
    found = session.look()
    names = deciding(contents(found.workshop)) if found is not None else ()
    return tuple(name for name in names if name != Handoff().name)


def _rows(place: str) -> Rows:
    return Rows(place, "reason")
