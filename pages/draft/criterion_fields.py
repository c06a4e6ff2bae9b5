"""The fields of a criterion: question, reason, source, answers in order, gate."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.criteria import AnsweredBy, Criterion
from pages.draft import answer_numbers, answer_rows
from pages.shared import session


def fill(place: str, criterion: Criterion | None) -> None:
    """Put a criterion's wording into the fields, or empty them. Only in a callback."""
    answers = criterion.answers if criterion else ()
    answer_rows.fill(place, answers, criterion.gate if criterion else None)
    answer_numbers.begin(place, answers, criterion.unit if criterion else "")
    session.fill(f"{place}.name", criterion.name if criterion else "")
    session.fill(f"{place}.question", criterion.question if criterion else "")
    session.fill(f"{place}.why", criterion.why if criterion else "")
    session.fill(f"{place}.about_problems", criterion.about_problems if criterion else False)
    session.fill(f"{place}.answered_by", criterion.answered_by if criterion else AnsweredBy.VETTER)


def ask(place: str) -> None:
    """The fields. They are not in a form, because answers come and go."""
    look = {"persist_state": "session", "on_change": "ignore"}
    st.text_input("Name", key=f"{place}.name", **look)
    st.text_area("Question", key=f"{place}.question", height=80, **look)
    st.text_area("Why it matters", key=f"{place}.why", height=80, **look)
    st.selectbox("Who answers it", list(AnsweredBy), key=f"{place}.answered_by", **look)
    st.checkbox(
        "It asks whether the contact has one of the business problems",
        key=f"{place}.about_problems",
        help="Those on the page “Problems and solutions”, each with what you do about it.",
        **look,
    )
    answer_numbers.ask_whether(place)
    answer_rows.ask(place)


def read(place: str) -> Criterion:
    """The criterion as typed; refused in plain words if it cannot be one."""
    return built(
        Criterion,
        name=session.typed(f"{place}.name"),
        question=session.typed(f"{place}.question"),
        why=session.typed(f"{place}.why"),
        answered_by=session.typed(f"{place}.answered_by", AnsweredBy.VETTER),
        answers=answer_rows.read(place),
        gate=answer_rows.gate(place),
        unit=answer_numbers.unit(place),
        about_problems=bool(session.typed(f"{place}.about_problems", False)),
    )
