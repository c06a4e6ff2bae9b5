"""When the definition is looked at again: after a time, on challenges, on figures out of their band."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.handoff import Upkeep
from pages.shared import session

NUMBERS = {
    "review_months": ("Reviewed every so many months", 60),
    "challenges": ("A clause is opened again when so many people challenge it", 50),
    "acceptance_below": ("Opened again if sales accepts less than (percent)", 100),
    "in_time_below": ("Opened again if less is decided and contacted in time than (percent)", 100),
    "won_below": ("Opened again if less is won than (percent)", 100),
    "definitional_above": ("Opened again if more is rejected for what qualified means than (percent)", 100),
}


def fill(place: str, upkeep: Upkeep | None) -> None:
    """Put what is agreed into the fields; without it, the usual numbers. Only in a callback."""
    session.fill(f"{place}.upkeep", upkeep is not None)
    for field in NUMBERS:
        session.fill(f"{place}.{field}", getattr(upkeep or Upkeep(), field))


def ask(place: str) -> None:
    """Whether it is agreed when to look again; if so, the numbers."""
    st.toggle(
        "Agree on when this definition is looked at again",
        key=f"{place}.upkeep",
        help="Otherwise: after six months, on three challenges, or when the figures leave the usual band.",
        persist_state="session",
    )
    if not session.typed(f"{place}.upkeep", False):
        return
    for field, (words, most) in NUMBERS.items():
        st.number_input(
            words,
            1,
            most,
            value=None,
            key=f"{place}.{field}",
            placeholder="Not agreed",
            persist_state="session",
            on_change="ignore",
        )


def read(place: str) -> Upkeep | None:
    """What is agreed as typed, if anything is; refused in plain words if it cannot be."""
    if not session.typed(f"{place}.upkeep", False):
        return None
    return built(Upkeep, **{field: session.typed(f"{place}.{field}", None) for field in NUMBERS})
