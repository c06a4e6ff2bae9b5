"""The fields of the threshold: from how many points to sales, and the nurture band."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.threshold import MOST, Threshold
from pages.shared import session


def fill(place: str, threshold: Threshold | None) -> None:
    """Put a threshold into the fields; without one, the classic one. Only in a callback."""
    threshold = threshold or Threshold(qualified_from=20, nurture_from=12)
    session.fill(f"{place}.qualified_from", threshold.qualified_from)
    session.fill(f"{place}.nurture_from", threshold.nurture_from)


def ask(place: str) -> None:
    """The fields."""
    st.number_input(
        "Goes to sales from (points)",
        -MOST,
        MOST,
        key=f"{place}.qualified_from",
        persist_state="session",
        on_change="ignore",
    )
    st.number_input(
        "Nurtured from (points)",
        -MOST,
        MOST,
        value=None,
        key=f"{place}.nurture_from",
        persist_state="session",
        on_change="ignore",
        placeholder="No nurture band",
        help="Leave empty for no nurture band.",
    )


def read(place: str) -> Threshold:
    """The threshold as typed; refused in plain words if it cannot be one."""
    return built(
        Threshold,
        qualified_from=session.typed(f"{place}.qualified_from", None),
        nurture_from=session.typed(f"{place}.nurture_from", None),
    )
