"""Made-up journeys of many leads, with eight time stamps and six criteria."""

from __future__ import annotations

import numpy as np

from definitions.handoff import ReasonKind
from definitions.measures.journeys import Coded, Event, Journeys, Reason, Times
from definitions.outcomes import QualifiedBy
from definitions.profiles import Flags, Integers

BEGIN, END = np.datetime64("2025-01-01", "s"), np.datetime64("2026-01-01", "s")
SOURCES = ("fair", "search", "referral", "webinar", "advert", "partner", "list", "other")
LABELS = ("best", "good", "fair", "poor")
CRITERIA = ("need", "role", "timing", "budget", "size", "project")
REASONS = tuple(Reason(ReasonKind.DEFINITIONAL, f"no {name}", name) for name in CRITERIA)
STEPS = (
    (Event.INQUIRY, Event.MQL, 0.5, 5),
    (Event.MQL, Event.ACCEPTED, 0.8, 2),
    (Event.ACCEPTED, Event.CONTACTED, 0.9, 2),
    (Event.CONTACTED, Event.SQL, 0.6, 10),
    (Event.SQL, Event.OPPORTUNITY, 0.5, 20),
    (Event.OPPORTUNITY, Event.WON, 0.4, 40),
)
"""From where, to where, which part of the leads, and after how many days in the mean."""


def many_journeys(leads: int, seed: int = 1) -> Journeys:
    """So many leads of one year; those of each step go on independently of all else."""
    drawn = np.random.default_rng(seed)
    span = int((END - BEGIN).astype(np.int64))
    times: dict[Event, Times] = {Event.INQUIRY: BEGIN + drawn.integers(0, span, leads).astype("m8[s]")}
    for before, event, part, days in STEPS:
        times[event] = _after(drawn, times[before], part, days)
    others = np.isnat(times[Event.ACCEPTED])
    times[Event.REJECTED] = _only(_after(drawn, times[Event.MQL], 0.9, 2), others)
    times[Event.LOST] = _only(_after(drawn, times[Event.OPPORTUNITY], 0.8, 40), np.isnat(times[Event.WON]))
    return Journeys(
        END,
        times,
        source=Coded(SOURCES, _codes(drawn, leads, len(SOURCES))),
        qualified_by=Coded(tuple(QualifiedBy), _codes(drawn, leads, len(QualifiedBy))),
        version=Coded(
            ("1", "2"), (times[Event.INQUIRY] > BEGIN + np.timedelta64(span // 2, "s")).astype(np.int8)
        ),
        reasons=REASONS,
        reason=_codes(drawn, leads, len(REASONS)),
        revenue=np.where(np.isnat(times[Event.WON]), np.nan, drawn.lognormal(9, 1, leads)),
        reference=np.arange(leads),
        criteria=CRITERIA,
        labels=(LABELS,) * len(CRITERIA),
        answers=tuple(_codes(drawn, leads, len(LABELS)) for _ in CRITERIA),
    )


def _after(drawn: np.random.Generator, begin: Times, part: float, days: float) -> Times:
    ends: Times = begin + (drawn.exponential(days * 86_400, len(begin))).astype("m8[s]")
    return _only(ends, (drawn.random(len(begin)) < part) & (ends < END))


def _only(times: Times, rows: Flags) -> Times:
    return np.where(rows, times, np.datetime64("NaT"))


def _codes(drawn: np.random.Generator, leads: int, size: int) -> Integers:
    return drawn.integers(-1, size, leads).astype(np.int8)
