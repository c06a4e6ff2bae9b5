"""Sets of outcomes as the page of measures uses them: read and counted once for all visitors."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass

import streamlit as st

from alignment.refused import Refused
from data.outcomes.counted import counted_set, is_counted
from data.outcomes.loading import called
from data.settings import settings
from definitions.handoff import Handoff
from definitions.measures.counting import Counted
from definitions.measures.validity import Found

WAIT = "Counting the leads, once for everybody …"


@dataclass(frozen=True, eq=False)
class Measured:
    """A set of outcomes counted under a handoff, and what is wrong with some of its leads."""

    key: str
    handoff: Handoff
    counted: Counted
    faults: tuple[Found, ...]


def measured(key: str, handoff: Handoff) -> Measured | str:
    """A set of outcomes counted, or why it cannot be read."""
    folder = settings().leads
    slow = not is_counted(folder, key, handoff)
    try:
        with st.spinner(WAIT) if slow else nullcontext():
            found = counted_set(folder, key, handoff)
    except Refused as refusal:
        return str(refusal)
    return Measured(key, handoff, found.counted, found.faults)


def names_of(key: str, rows: Sequence[int]) -> Sequence[str]:
    """What the leads in some rows are called; their row's number where nothing says so."""
    try:
        names = called(settings().leads, key, rows)
    except Refused:
        names = ("",) * len(rows)
    return [name or f"Row {row + 1}" for name, row in zip(names, rows, strict=True)]
