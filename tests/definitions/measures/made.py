"""Journeys written row by row, for tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

from definitions.handoff import ReasonKind
from definitions.measures.clock_hours import Clock, Ran, spans
from definitions.measures.counting import Counted, count
from definitions.measures.journeys import Coded, Event, Journeys, Reason
from definitions.measures.validity import Checked, check
from definitions.outcomes import QualifiedBy

DAY_0 = np.datetime64("2026-01-05", "s")
"""A Monday."""
AS_OF = 200
SOURCES = ("fair", "search")
QUALIFIERS = tuple(str(each) for each in QualifiedBy)
VERSIONS = ("1", "2")
REASONS = (
    Reason(ReasonKind.DEFINITIONAL, "no need", "Need"),
    Reason(ReasonKind.DEFINITIONAL, "too small", "Size"),
    Reason(ReasonKind.CLERICAL, "no telephone number"),
)
LABELS = ("yes", "no")
Lead = Mapping[Any, Any]
"""Events with their day after the first; source, by, version, reason, revenue, reference and answer."""


def lead(**columns: Any) -> dict[Any, Any]:
    """One lead; events by their names in lower case, in days."""
    names = {event.name.lower(): event for event in Event}
    return {names.get(name, name): value for name, value in columns.items()}


def journeys(leads: Sequence[Lead], without: Sequence[Event] = (), **others: Any) -> Journeys:
    """The leads as columns; events of ``without`` have no column."""
    columns: dict[str, Any] = {
        "source": Coded(SOURCES, _codes(leads, "source", SOURCES)),
        "qualified_by": Coded(QUALIFIERS, _codes(leads, "by", QUALIFIERS)),
        "version": Coded(VERSIONS, _codes(leads, "version", VERSIONS)),
        "reasons": REASONS,
        "reason": _codes(leads, "reason", [each.words for each in REASONS]),
        "revenue": np.array([each.get("revenue", np.nan) for each in leads], float),
        "reference": np.array([each.get("reference", -1) for each in leads], np.int64),
        "criteria": ("Need",),
        "labels": (LABELS,),
        "answers": (_codes(leads, "answer", LABELS),),
    }
    return Journeys(
        DAY_0 + np.timedelta64(AS_OF, "D"),
        {event: _times(leads, event) for event in Event if event not in without},
        **(columns | others),
    )


def _times(leads: Sequence[Lead], event: Event) -> Any:
    days = [each.get(event) for each in leads]
    times = [
        np.datetime64("NaT") if d is None else DAY_0 + np.timedelta64(int(d * 86_400), "s") for d in days
    ]
    return np.array(times, "datetime64[s]")


def _codes(leads: Sequence[Lead], name: str, names: Sequence[str]) -> Any:
    return np.array([names.index(each[name]) if each.get(name) else -1 for each in leads], np.int8)


def checked(leads: Sequence[Lead], **others: Any) -> Checked:
    """The leads checked."""
    return check(journeys(leads, **others))


def counted(leads: Sequence[Lead], **others: Any) -> Counted:
    """The leads counted, with clocks that run day and night: 24 and 48 hours."""
    return count_all(checked(leads, **others))


def count_all(found: Checked) -> Counted:
    """Checked leads counted, with the same clocks."""
    return count(
        found, {Clock.DECIDE: _ran(found, Clock.DECIDE, 24), Clock.CONTACT: _ran(found, Clock.CONTACT, 48)}
    )


def _ran(found: Checked, clock: Clock, allowed: float) -> Ran:
    span = spans(found, clock)
    return Ran((span.ends - span.starts) / np.timedelta64(1, "h"), span.done, allowed)


days = st.none() | st.integers(0, AS_OF + 5).map(float)
some_lead = st.fixed_dictionaries(
    dict.fromkeys(Event, days)
    | {
        "source": st.sampled_from(["", *SOURCES]),
        "by": st.sampled_from(["", *QUALIFIERS]),
        "version": st.sampled_from(["", *VERSIONS]),
        "reason": st.sampled_from(["", *(each.words for each in REASONS)]),
        "reference": st.integers(-1, 5),
        "answer": st.sampled_from(["", *LABELS]),
    }
)
"""A lead with anything wrong that can be."""


@st.composite
def _sound(draw: st.DrawFn) -> dict[Any, Any]:
    """A lead whose events are in order."""
    one = draw(some_lead)
    reached = draw(st.integers(1, 6))
    gaps = draw(st.lists(st.integers(0, 240).map(lambda part: part / 8), min_size=6, max_size=6))
    stages = (Event.INQUIRY, Event.MQL, Event.ACCEPTED, Event.SQL, Event.OPPORTUNITY, Event.WON)
    at = np.cumsum(gaps)
    events: dict[Any, Any] = dict.fromkeys(Event)
    events |= {stage: float(at[place]) for place, stage in enumerate(stages) if place < reached}
    if reached == 2 and draw(st.booleans()):
        events[Event.REJECTED] = float(at[1] + gaps[2])
    return {**one, **events, "reference": -1}


sound_lead = _sound()
