"""Sets of outcomes as the page of measures uses them: read and counted once for all visitors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from alignment.refused import Refused
from data.outcomes.loading import called, load
from data.settings import settings
from definitions.handoff import Handoff
from definitions.measures.clock_hours import Clock, ran
from definitions.measures.counting import Counted, count
from definitions.measures.validity import Found, check

MOST_KEPT = 3
"""Sets of outcomes that are kept counted in memory: a million leads take about 250 megabytes."""


@dataclass(frozen=True, eq=False)
class Measured:
    """A set of outcomes counted under a handoff, and what is wrong with some of its leads."""

    key: str
    handoff: Handoff
    counted: Counted
    faults: tuple[Found, ...]


def measured(key: str, handoff: Handoff) -> Measured | str:
    """A set of outcomes counted, or why it cannot be read."""
    try:
        return _counted(str(settings().leads), key, handoff.model_dump_json(), handoff)
    except Refused as refusal:
        return str(refusal)


def names_of(key: str, rows: Sequence[int]) -> Sequence[str]:
    """What the leads in some rows are called; their row's number where nothing says so."""
    try:
        names = called(settings().leads, key, rows)
    except Refused:
        names = ("",) * len(rows)
    return [name or f"Row {row + 1}" for name, row in zip(names, rows, strict=True)]


@st.cache_resource(max_entries=MOST_KEPT, show_spinner="Counting the leads, once for everybody …")
def _counted(folder: str, key: str, promised: str, _handoff: Handoff) -> Measured:
    checked = check(load(Path(folder), key, _handoff.hours.zone))
    allowed = {Clock.DECIDE: _handoff.decide_hours, Clock.CONTACT: _handoff.contact_hours}
    clocks = {clock: ran(checked, clock, hours, _handoff.hours) for clock, hours in allowed.items()}
    return Measured(key, _handoff, count(checked, clocks), checked.found)
