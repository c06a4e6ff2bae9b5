"""The fields of a business problem: what it is, how to recognise it, and our answer."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.problems import Problem
from pages.shared import session

FIELDS = {
    "name": "The problem, in the contact's words",
    "signs": "How to recognise it: what a contact who has it says or does",
    "solution": "What we do about it",
}


def fill(place: str, problem: Problem | None) -> None:
    """Put a problem's wording into the fields, or empty them. Only in a callback."""
    for field in FIELDS:
        session.fill(f"{place}.{field}", getattr(problem, field) if problem else "")


def ask(place: str) -> None:
    """The fields."""
    look = {"persist_state": "session", "on_change": "ignore"}
    st.text_input(FIELDS["name"], key=f"{place}.name", **look)
    st.text_area(FIELDS["signs"], key=f"{place}.signs", height=100, **look)
    st.text_area(FIELDS["solution"], key=f"{place}.solution", height=100, **look)


def read(place: str) -> Problem:
    """The problem as typed; refused in plain words if it cannot be one."""
    return built(Problem, **{field: session.typed(f"{place}.{field}") for field in FIELDS})
