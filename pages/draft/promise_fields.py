"""What marketing promises, the sign at which a lead changes hands, and what becomes of the others."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.handoff import Handoff, Supply
from pages.shared import session

SUPPLY = {
    "leads_a_month": ("Qualified leads a month, at least", 1_000_000),
    "complete_percent": ("Of them with an answer to every question, at least (percent)", 100),
    "vetted_percent": ("Of them vetted by a person, at least (percent)", 100),
}
TEXTS = {
    "trigger": "The sign at which a lead changes hands",
    "recycle": "A lead that sales gives back",
    "nurture": "A lead that is not ready yet",
}
_LOOK = {"persist_state": "session", "on_change": "ignore"}


def fill(place: str, handoff: Handoff) -> None:
    """Put both sides' promises into the fields. Only in a callback."""
    for field in SUPPLY:
        session.fill(f"{place}.{field}", getattr(handoff.supply, field, None))
    for field in TEXTS:
        session.fill(f"{place}.{field}", getattr(handoff, field))


def ask(place: str) -> None:
    """Marketing's three numbers, and the three texts. Sales' numbers are its clocks."""
    st.caption("Marketing promises, each only if filled in. What sales promises stands under the clocks.")
    for field, (words, most) in SUPPLY.items():
        nothing = "Nothing promised"
        st.number_input(words, 1, most, value=None, key=f"{place}.{field}", placeholder=nothing, **_LOOK)
    for field, words in TEXTS.items():
        st.text_area(words, key=f"{place}.{field}", height=80, **_LOOK)


def texts(place: str) -> dict[str, object]:
    """The texts as typed, by field."""
    return {field: session.typed(f"{place}.{field}") for field in TEXTS}


def supply(place: str) -> Supply | None:
    """What marketing promises as typed; ``None`` if that is nothing."""
    typed = {field: session.typed(f"{place}.{field}", None) for field in SUPPLY}
    return built(Supply, **typed) if any(value is not None for value in typed.values()) else None
