"""The fields of the handoff, in tabs: clocks, stages, reasons, promises, upkeep."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.action import built
from definitions.handoff import LONGEST_CONTACT_HOURS, Handoff
from pages.draft import calendar_fields, promise_fields, reason_rows, stage_rows, upkeep_fields
from pages.shared import session

CLOCKS = ("decide_hours", "contact_hours", "acceptance_percent")
_LOOK = {"persist_state": "session", "on_change": "ignore"}


def fill(place: str, handoff: Handoff | None) -> None:
    """Put a handoff into the fields; without one, the usual numbers. Only in a callback."""
    handoff = handoff or Handoff()
    for field in CLOCKS:
        session.fill(f"{place}.{field}", getattr(handoff, field))
    calendar_fields.fill(place, handoff.business_hours)
    stage_rows.fill(place, handoff.stages)
    reason_rows.fill(place, handoff.reject_reasons)
    promise_fields.fill(place, handoff)
    upkeep_fields.fill(place, handoff.upkeep)


def ask(place: str) -> None:
    """The fields; only those of the tab in front are built, and the others keep what is typed."""
    tabs = st.tabs(list(TABS), key=f"{place}.tabs", on_change="rerun")
    for tab, show in zip(tabs, TABS.values(), strict=True):
        if tab.open:
            with tab:
                show(place)


def read(place: str) -> Handoff:
    """The handoff as typed; refused in plain words if it cannot be one."""
    return built(
        Handoff,
        **{field: session.typed(f"{place}.{field}", None) for field in CLOCKS},
        **promise_fields.texts(place),
        business_hours=calendar_fields.read(place),
        stages=stage_rows.read(place),
        reject_reasons=reason_rows.read(place),
        supply=promise_fields.supply(place),
        upkeep=upkeep_fields.read(place),
    )


def _ask_clocks(place: str) -> None:
    decide, contact = (
        "Sales accepts or rejects within (business hours)",
        "First contact after accepting within",
    )
    st.number_input(decide, 1, 240, key=f"{place}.decide_hours", **_LOOK)
    st.number_input(
        f"{contact} (business hours)", 1, LONGEST_CONTACT_HOURS, key=f"{place}.contact_hours", **_LOOK
    )
    st.number_input(
        "Leads that sales should accept (percent)",
        1,
        100,
        key=f"{place}.acceptance_percent",
        help="90 % or more is healthy: less says that the definition is misunderstood or disputed.",
        **_LOOK,
    )
    calendar_fields.ask(place)


TABS: dict[str, Callable[[str], None]] = {
    "Clocks": _ask_clocks,
    "Stages": stage_rows.ask,
    "Reasons": reason_rows.ask,
    "Promises": promise_fields.ask,
    "Upkeep": upkeep_fields.ask,
}
