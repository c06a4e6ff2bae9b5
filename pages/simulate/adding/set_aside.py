"""The rows of a file that are not kept: how many, why, and all of them to download."""

from __future__ import annotations

import streamlit as st

from data.importing import Understood
from definitions.phrases import number
from pages.shared.text import label

MOST_REASONS = 5


def show_set_aside(understood: Understood) -> None:
    """What was set aside, if anything was."""
    aside = understood.set_aside
    if not aside.rows:
        return
    rows = "1 row was" if aside.rows == 1 else f"{number(aside.rows)} rows were"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{rows} set aside.", width="content")
        if aside.path.exists():
            st.download_button(
                "Download them",
                aside.path.read_bytes,
                file_name="set aside.csv",
                mime="text/csv",
                key="leads.set_aside",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )
    reasons = [f"- {label(reason)} ({number(count)})" for reason, count in aside.reasons[:MOST_REASONS]]
    st.caption("\n".join(reasons))
