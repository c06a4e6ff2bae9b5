"""Sorting a column's values: each means one thing or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from data.importing import Column
from definitions.phrases import number
from pages.shared import session
from pages.shared.text import label
from pages.simulate.adding.draft import Draft

Groups = Mapping[str, tuple[str, ...]]
"""What values can mean -> the values that mean it."""


def ask_values(
    now: Draft,
    place: tuple[str, ...],
    column: Column,
    groups: Groups,
    on_change: Callable[..., None],
    args: tuple[Any, ...],
) -> None:
    """One field a meaning, with the column's most frequent values and how many leads have them."""
    counts = {**dict.fromkeys((v for values in groups.values() for v in values), 0), **dict(column.top)}
    for meaning, chosen in groups.items():
        taken = {value for other, values in groups.items() if other != meaning for value in values}
        st.multiselect(
            label(meaning),
            [value for value in counts if value not in taken],
            default=list(chosen),
            format_func=lambda value: f"{value} ({number(counts[value])})",
            key=now.key(*place, column.name, meaning),
            on_change=on_change,
            args=args,
            placeholder="No value",
            select_all=False,
            wrap=True,
        )


def chosen_values(now: Draft, place: tuple[str, ...], column: str, groups: Groups) -> Groups:
    """What stands in these fields now; a value that two of them hold stays with the first."""
    seen: set[str] = set()
    chosen: dict[str, tuple[str, ...]] = {}
    for meaning, before in groups.items():
        values = session.typed(now.key(*place, column, meaning), list(before))
        chosen[meaning] = tuple(value for value in values if value not in seen)
        seen.update(values)
    return chosen


def leads_with(column: Column, values: tuple[str, ...]) -> int:
    """How many leads have one of the values, as far as they are among the most frequent."""
    counts = dict(column.top)
    return sum(counts.get(value, 0) for value in values)
