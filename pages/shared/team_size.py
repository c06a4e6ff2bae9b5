"""The team that works leads, in two numbers; what is typed on one page stands on the others."""

from __future__ import annotations

import streamlit as st

from definitions.capacity import Team

PEOPLE, EACH = "what_if.people", "what_if.each"
USUAL_PEOPLE, USUAL_EACH = 2, 10
MOST_PEOPLE, MOST_EACH = 1_000, 1_000


def ask_team() -> Team:
    """How many people work leads, and how many a week each of them can."""
    first, second = st.columns(2)
    people = first.number_input(
        "People who work leads",
        min_value=1,
        max_value=MOST_PEOPLE,
        value=USUAL_PEOPLE,
        key=PEOPLE,
        persist_state="session",
    )
    each = second.number_input(
        "Leads a week each of them can work",
        min_value=1,
        max_value=MOST_EACH,
        value=USUAL_EACH,
        key=EACH,
        persist_state="session",
    )
    return Team(int(people or USUAL_PEOPLE), float(each or USUAL_EACH))
