"""The fields of a criterion: question, reason, source, answers in order, gate."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from alignment.actions.action import built
from definitions.criteria import MOST_ANSWERS, MOST_POINTS, AnsweredBy, Criterion
from definitions.texts import tidy
from pages.shared import session

NO_GATE = 0
"""Stands for no row: rows count from 1."""
BLANK = (("", 5), ("", 0))
"""The answers that a new criterion begins with: label and points."""


def fill(place: str, criterion: Criterion | None) -> None:
    """Put a criterion's wording into the fields, or empty them. Only in a callback."""
    answers = [(answer.label, answer.points) for answer in criterion.answers] if criterion else list(BLANK)
    rows = [_new_row(place, label, points) for label, points in answers]
    session.note(f"{place}.rows", rows)
    session.fill(f"{place}.name", criterion.name if criterion else "")
    session.fill(f"{place}.question", criterion.question if criterion else "")
    session.fill(f"{place}.why", criterion.why if criterion else "")
    session.fill(f"{place}.answered_by", criterion.answered_by if criterion else AnsweredBy.VETTER)
    gate = criterion.gate if criterion else None
    gates = [row for row, (label, _) in zip(rows, answers, strict=True) if label == gate]
    session.fill(f"{place}.gate", gates[0] if gates else NO_GATE)


def ask(place: str) -> None:
    """The fields. They are not in a form, because answers come and go."""
    st.text_input("Name", key=f"{place}.name", persist_state="session", on_change="ignore")
    st.text_area("Question", key=f"{place}.question", height=80, persist_state="session", on_change="ignore")
    st.text_area("Why it matters", key=f"{place}.why", height=80, persist_state="session", on_change="ignore")
    st.selectbox(
        "Who answers it",
        list(AnsweredBy),
        key=f"{place}.answered_by",
        persist_state="session",
        on_change="ignore",
    )
    st.markdown("**Answers, best first**")
    rows = _rows(place)
    for row in rows:
        _ask_answer(place, row, first=row == rows[0])
    if len(rows) < MOST_ANSWERS:
        st.button(
            "Add an answer",
            key=f"{place}.add",
            icon=":material/add:",
            type="tertiary",
            on_click=_add,
            args=(place,),
        )
    _ask_gate(place, rows)


def read(place: str) -> Criterion:
    """The criterion as typed; refused in plain words if it cannot be one."""
    rows = _rows(place)
    gate = session.typed(f"{place}.gate", NO_GATE)
    return built(
        Criterion,
        name=session.typed(f"{place}.name"),
        question=session.typed(f"{place}.question"),
        why=session.typed(f"{place}.why"),
        answered_by=session.typed(f"{place}.answered_by", AnsweredBy.VETTER),
        answers=[
            {"label": _label(place, row), "points": session.typed(_key(place, row, "points"), 0)}
            for row in rows
        ],
        gate=" ".join(tidy(_label(place, gate)).split()) if gate in rows else None,
    )


def _ask_answer(place: str, row: int, *, first: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.text_input(
            "Answer",
            key=_key(place, row, "label"),
            label_visibility="collapsed",
            placeholder="Answer",
            persist_state="session",
        )
        st.number_input(
            "Points",
            -MOST_POINTS,
            MOST_POINTS,
            key=_key(place, row, "points"),
            label_visibility="collapsed",
            width=90,
            persist_state="session",
            on_change="ignore",
        )
        _button(place, row, "up", "arrow_upward", "Move up", _move_up, disabled=first)
        _button(place, row, "remove", "close", "Remove this answer", _remove)


def _button(
    place: str,
    row: int,
    verb: str,
    icon: str,
    words: str,
    do: Callable[[str, int], None],
    disabled: bool = False,
) -> None:
    key = _key(place, row, verb)
    icon = f":material/{icon}:"
    st.button("", key=key, icon=icon, help=words, disabled=disabled, on_click=do, args=(place, row))


def _ask_gate(place: str, rows: list[int]) -> None:
    st.selectbox(
        "Gate: the lowest answer that still qualifies",
        [NO_GATE, *rows],
        key=f"{place}.gate",
        format_func=lambda row: (
            "No gate" if row == NO_GATE else _label(place, row) or "An answer without words"
        ),
        help="A lead with a lower answer, or none, is not qualified, whatever its points.",
        persist_state="session",
        on_change="ignore",
    )


def _add(place: str) -> None:
    session.note(f"{place}.rows", [*_rows(place), _new_row(place, "", 0)])


def _remove(place: str, row: int) -> None:
    session.note(f"{place}.rows", [other for other in _rows(place) if other != row])
    if session.typed(f"{place}.gate", NO_GATE) == row:
        session.fill(f"{place}.gate", NO_GATE)


def _move_up(place: str, row: int) -> None:
    rows = _rows(place)
    here = rows.index(row)
    rows.insert(max(0, here - 1), rows.pop(here))
    session.note(f"{place}.rows", rows)


def _new_row(place: str, label: str, points: int) -> int:
    """A row with a number that no other row of this session has had."""
    row: int = session.noted("answers.rows", 0) + 1
    session.note("answers.rows", row)
    session.fill(_key(place, row, "label"), label)
    session.fill(_key(place, row, "points"), points)
    return row


def _rows(place: str) -> list[int]:
    return list(session.noted(f"{place}.rows", ()))


def _label(place: str, row: int) -> str:
    return str(session.typed(_key(place, row, "label")))


def _key(place: str, row: int, field: str) -> str:
    return f"{place}.answer.{row}.{field}"
