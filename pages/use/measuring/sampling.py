"""The made-up outcomes, added with one click."""

from __future__ import annotations

import streamlit as st

from alignment.actions.outcomes import add_outcome_set
from data.outcomes.sample import add_sample_outcomes
from data.settings import settings
from pages.shared import session


def ask_sample_outcomes(place: str) -> None:
    """The button that adds them; a refusal is shown under it."""
    st.button(
        "Use made-up outcomes", key=f"{place}.sample", icon=":material/science:", on_click=_add, args=(place,)
    )
    st.caption("They go with the classic scorecard. No such lead, company or deal exists.")
    session.show_refusal(f"{place}.sample")


def _add(place: str) -> None:
    with session.attempt(f"{place}.sample"):
        session.act(add_outcome_set, add_sample_outcomes(settings().leads, session.here().now))
        session.said("Made-up outcomes were added.")
