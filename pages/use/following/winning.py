"""A lead that was won, and what it brought."""

from __future__ import annotations

import streamlit as st

from data.assessments.assessment import Assessment, EventKind
from data.assessments.following import Said
from pages.shared import session
from pages.use.following.saying import key, say


def ask_won(found: Assessment) -> None:
    """The revenue, which may stay unknown."""
    place = key("won", found.id)
    with st.popover("Won", icon=":material/emoji_events:", key=place, on_change="rerun") as folded:
        if not folded.open:
            return
        st.number_input(
            "Revenue, if it is known", value=None, min_value=0.0, step=100.0, key=key("revenue", found.id),
            placeholder="Not known yet",
        )  # fmt: skip
        st.button(
            "This lead is won", key=key("is_won", found.id), type="primary", on_click=_won, args=(found.id,)
        )


def _won(assessment_id: str) -> None:
    say(assessment_id, Said(EventKind.WON, revenue=session.typed(key("revenue", assessment_id), None)))
