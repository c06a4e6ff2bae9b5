"""The fields of the handoff: two clocks in business hours and the acceptance target."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.handoff import LONGEST_CONTACT_HOURS, Handoff
from pages.shared import session


def fill(place: str, handoff: Handoff | None) -> None:
    """Put a handoff into the fields; without one, the usual one. Only in a callback."""
    handoff = handoff or Handoff()
    session.fill(f"{place}.decide_hours", handoff.decide_hours)
    session.fill(f"{place}.contact_hours", handoff.contact_hours)
    session.fill(f"{place}.acceptance_percent", handoff.acceptance_percent)


def ask(place: str) -> None:
    """The fields."""
    st.number_input(
        "Sales accepts or rejects within (business hours)",
        1,
        240,
        key=f"{place}.decide_hours",
        persist_state="session",
        on_change="ignore",
    )
    st.number_input(
        "First contact after accepting within (business hours)",
        1,
        LONGEST_CONTACT_HOURS,
        key=f"{place}.contact_hours",
        persist_state="session",
        on_change="ignore",
    )
    st.number_input(
        "Leads that sales should accept (percent)",
        1,
        100,
        key=f"{place}.acceptance_percent",
        persist_state="session",
        on_change="ignore",
        help="90 % or more is healthy: less says that the definition is misunderstood or disputed.",
    )


def read(place: str) -> Handoff:
    """The handoff as typed; refused in plain words if it cannot be one."""
    fields = ("decide_hours", "contact_hours", "acceptance_percent")
    return built(Handoff, **{field: session.typed(f"{place}.{field}", None) for field in fields})
