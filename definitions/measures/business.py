"""The handoff's clocks in business hours, for the leads whose moments are known to the hour."""

from __future__ import annotations

import numpy as np

from definitions.business_clock import hours_between
from definitions.handoff import Handoff
from definitions.measures.clock_hours import Clock, Ran, spans
from definitions.measures.journeys import Event, Journeys
from definitions.measures.validity import Checked

ENDS = {
    Clock.DECIDE: (Event.MQL, (Event.ACCEPTED, Event.REJECTED)),
    Clock.CONTACT: (Event.ACCEPTED, (Event.CONTACTED,)),
}
"""What each clock begins with, and what ends it."""


def clocks_ran(checked: Checked, handoff: Handoff) -> dict[Clock, Ran]:
    """Each clock that can be told, by the handoff's calendar.

    What is known by the day only has no hours: such a lead is left out of that clock.
    """
    allowed = {Clock.DECIDE: handoff.decide_hours, Clock.CONTACT: handoff.contact_hours}
    return {
        clock: _ran(checked, clock, handoff, allowed[clock])
        for clock in Clock
        if why_not(checked.journeys, clock) is None
    }


def why_not(journeys: Journeys, clock: Clock) -> str | None:
    """Why a clock cannot be told of these leads; ``None`` if it can."""
    begins, ends = ENDS[clock]
    if not journeys.has(begins) or not any(journeys.has(end) for end in ends):
        return f"no column says when a lead was {begins.value} or when it was {_listed(ends)}"
    if all(_by_day(journeys, event) for event in (begins, *ends) if journeys.has(event)):
        return "the dates have no time of day, and the promise is in business hours"
    return None


def _by_day(journeys: Journeys, event: Event) -> bool:
    happened = ~np.isnat(journeys.when(event))
    return bool((journeys.only_days(event) | ~happened).all()) and bool(happened.any())


def _listed(events: tuple[Event, ...]) -> str:
    words = {Event.ACCEPTED: "accepted", Event.REJECTED: "rejected", Event.CONTACTED: "first contacted"}
    return " or ".join(words[event] for event in events)


def _ran(checked: Checked, clock: Clock, handoff: Handoff, allowed: float) -> Ran:
    span = spans(checked, clock)
    hours = hours_between(span.starts, span.ends, handoff.hours)
    if checked.journeys.days is not None:
        begins, ends = ENDS[clock]
        for event in (begins, *ends):
            hours[checked.journeys.only_days(event)] = np.nan
    return Ran(hours, span.done, allowed)
