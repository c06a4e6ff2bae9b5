"""Which columns are kept: all but those that seem to be about persons, unless they are chosen."""

from __future__ import annotations

import streamlit as st

from data.importing import Column
from definitions.phrases import listed, number
from pages.shared import session
from pages.shared.text import label
from pages.simulate.adding import draft
from pages.simulate.adding.draft import Draft

MOST_NAMED = 6


def show_kept(now: Draft, kept: str = "kept") -> None:
    """How many columns are kept (or shown), which are left out and why, and the way to choose others."""
    left_out = [column for column in now.understood.columns if column.name not in now.mapping.kept]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_sentence(len(now.mapping.kept), left_out, kept), width="content")
        with st.popover("Change", type="tertiary", key=now.key("change", "kept")):
            st.multiselect(
                "Columns",
                [column.name for column in now.understood.columns],
                default=list(now.mapping.kept),
                format_func=now.header,
                key=now.key("kept"),
                wrap=True,
                on_change=_choose,
                args=(now,),
            )
            st.caption(
                f"Names, addresses and notes are not needed. A column with a meaning is {kept} in any case."
            )
    personal = [c for c in now.understood.columns if c.personal and c.name in now.mapping.kept]
    if personal:
        names = listed([_named(column) for column in personal])
        st.markdown(f":material/person_alert: {kept.capitalize()} although it may be about persons: {names}.")


def _sentence(count: int, left_out: list[Column], kept: str) -> str:
    columns = "1 column is" if count == 1 else f"{number(count)} columns are"
    if not left_out:
        return f"All {columns} {kept}." if count > 1 else f"{columns} {kept}."
    names = [_named(column) for column in left_out[:MOST_NAMED]]
    more = [f"{len(left_out) - MOST_NAMED} more"] if len(left_out) > MOST_NAMED else []
    return f"{columns} {kept}. Left out: {listed([*names, *more])}."


def _named(column: Column) -> str:
    why = f" ({label(column.personal)})" if column.personal else ""
    return f"{label(column.header)}{why}"


def _choose(now: Draft) -> None:
    draft.choose_kept(now, session.typed(now.key("kept"), []))
