"""Values in columns of numbers that are no numbers, with how many leads have each."""

from __future__ import annotations

import streamlit as st

from definitions.phrases import number
from pages.shared.text import label
from pages.simulate.adding.draft import Draft


def show_unread(now: Draft) -> None:
    """What no number could be made of, folded away."""
    columns = [column for column in now.understood.columns if column.not_understood_rows]
    if not columns:
        return
    folded = st.expander(
        "Values that are no numbers", key=now.key("unread"), type="compact", on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        for column in columns:
            values = [f"{label(value)} ({number(rows)})" for value, rows in column.not_understood]
            st.markdown(f"**{label(column.header)}**: {', '.join(values)}")
            if column.missing_markers:
                markers = ", ".join(label(marker) for marker in column.missing_markers)
                st.caption(f"Taken for nothing: {markers}.")
        st.caption("They are kept as they are written. No range of numbers covers them.")
