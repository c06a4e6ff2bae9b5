"""The answers of a criterion as rows that come, go and change places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from alignment.actions.action import built
from definitions.criteria import MOST_ANSWERS, MOST_POINTS, Answer
from definitions.texts import tidy
from pages.draft import answer_numbers
from pages.shared import session

NO_GATE = 0
"""Stands for no row: rows count from 1."""
BLANK = (("", 5), ("", 0))
"""The answers that a new criterion begins with: label and points."""


def fill(place: str, answers: Iterable[Answer], gate: str | None) -> None:
    """Put answers and the gate into the rows; without answers, two blank ones. Only in a callback."""
    answers = tuple(answers)
    given = [(answer.label, answer.points) for answer in answers] or list(BLANK)
    rows = [_new_row(place, label, points) for label, points in given]
    for row, answer in zip(rows, answers, strict=False):
        answer_numbers.fill(_place(place, row), answer)
    gates = [row for row, (label, _) in zip(rows, given, strict=True) if label == gate]
    session.note(f"{place}.rows", rows)
    session.fill(f"{place}.gate", gates[0] if gates else NO_GATE)


def ask(place: str) -> None:
    """The rows in order, and which of them is the gate."""
    st.markdown("**Answers with their points, best first**")
    rows = _rows(place)
    typed = answer_numbers.typed(place, {_place(place, row): _tidied(place, row) for row in rows})
    for row in rows:
        _ask_row(place, row, first=row == rows[0])
        if typed is not None:
            answer_numbers.ask(_place(place, row), typed)
    if typed is not None:
        answer_numbers.show_faults(typed)
    if len(rows) < MOST_ANSWERS:
        adding, icon = "Add an answer", ":material/add:"
        st.button(adding, key=f"{place}.add", icon=icon, type="tertiary", on_click=_add, args=(place,))
    words = {row: label(place, row) or f"Answer {number}" for number, row in enumerate(rows, start=1)}
    st.selectbox(
        "Gate: the lowest answer that still qualifies",
        [NO_GATE, *rows],
        key=f"{place}.gate",
        format_func=lambda row: words.get(row, "No gate"),
        help="A lead with a lower answer, or none, is not qualified, whatever its points.",
        persist_state="session",
        on_change="ignore",
    )


def read(place: str) -> list[Answer]:
    """The answers as typed, in order; refused in plain words if one cannot be."""
    numbers = answer_numbers.stand_for_numbers(place)
    return [
        built(
            Answer,
            label=label(place, row),
            points=_points(place, row),
            **(answer_numbers.read(_place(place, row)) if numbers else {}),
        )
        for row in _rows(place)
    ]


def gate(place: str) -> str | None:
    """The label of the row that is the gate, as an answer keeps it."""
    row = session.typed(f"{place}.gate", NO_GATE)
    return _tidied(place, row) if row in _rows(place) else None


def _tidied(place: str, row: int) -> str:
    """A row's label as an answer keeps it."""
    return " ".join(tidy(label(place, row)).split())


def label(place: str, row: int) -> str:
    """What is typed as a row's answer."""
    return str(session.typed(_key(place, row, "label")))


def _points(place: str, row: int) -> object:
    return session.typed(_key(place, row, "points"), 0)


def _ask_row(place: str, row: int, *, first: bool) -> None:
    look = {"label_visibility": "collapsed", "persist_state": "session"}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        st.text_input(
            "Answer",
            key=_key(place, row, "label"),
            placeholder="Answer",
            on_change=_reworded,
            args=(place, row),
            **look,
        )
        points, most = _key(place, row, "points"), MOST_POINTS
        st.number_input("Points", -most, most, key=points, width=90, on_change="ignore", **look)
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
    key, icon = _key(place, row, verb), f":material/{icon}:"
    st.button("", key=key, icon=icon, help=words, disabled=disabled, on_click=do, args=(place, row))


def _reworded(place: str, row: int) -> None:
    """An answer's words changed."""
    answer_numbers.let_words_say(_place(place, row), _tidied(place, row))
    _keep_gate(place)


def _keep_gate(place: str) -> None:
    """The browser knows the gate by its words; put it in again, because those change now."""
    session.fill(f"{place}.gate", session.typed(f"{place}.gate", NO_GATE))


def _add(place: str) -> None:
    _keep_gate(place)
    session.note(f"{place}.rows", [*_rows(place), _new_row(place, "", 0)])


def _remove(place: str, row: int) -> None:
    session.note(f"{place}.rows", [other for other in _rows(place) if other != row])
    _keep_gate(place)
    if session.typed(f"{place}.gate") == row:
        session.fill(f"{place}.gate", NO_GATE)


def _move_up(place: str, row: int) -> None:
    _keep_gate(place)
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


def _key(place: str, row: int, field: str) -> str:
    return f"{_place(place, row)}.{field}"


def _place(place: str, row: int) -> str:
    return f"{place}.answer.{row}"
