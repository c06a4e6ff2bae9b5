"""The two clocks of the handoff: from when to when they run, and whether in time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

import numpy as np

from definitions.business_clock import hours_between
from definitions.business_hours import BusinessHours
from definitions.measures.codes import coded
from definitions.measures.instants import earlier, numbers
from definitions.measures.journeys import Codes, Event, Journeys, Times
from definitions.measures.validity import Checked
from definitions.profiles import Decimals, Flags


class Clock(StrEnum):
    """What sales has promised to do in time."""

    DECIDE = "decide"
    CONTACT = "first contact"


ENDS = {
    Clock.DECIDE: (Event.MQL, Event.ACCEPTED, Event.REJECTED),
    Clock.CONTACT: (Event.ACCEPTED, Event.CONTACTED),
}
"""What each clock begins with, and what ends it."""


class InTime(IntEnum):
    """Whether something was done in time; RUNNING: not done, and there is time left."""

    YES = 0
    LATE = 1
    RUNNING = 2


@dataclass(frozen=True, eq=False)
class Span:
    """n spans that a clock ran; starts are NaT where it did not or nothing is known. Open ones end now."""

    starts: Times
    ends: Times
    done: Flags


@dataclass(frozen=True, eq=False)
class Ran:
    """n business hours that a clock ran (nan: it did not, or unknown), if it is done, and the promise."""

    hours: Decimals
    done: Flags
    allowed: float


def spans(checked: Checked, clock: Clock) -> Span:
    """From when to when a clock ran for each lead, to be turned into business hours.

    Deciding runs from MQL to acceptance or rejection, whichever is first; first contact runs from
    acceptance. A lead that moved on (or was rejected) without the event's date does not wait: nothing is
    known of it.
    """
    journeys = checked.journeys
    if clock is Clock.DECIDE:
        ends = earlier(journeys.when(Event.ACCEPTED), journeys.when(Event.REJECTED))
        begins, sure = journeys.when(Event.MQL), checked.timed & checked.decided_once
        later = (Event.CONTACTED, Event.SQL, Event.OPPORTUNITY, Event.WON, Event.LOST)
    else:
        ends = journeys.when(Event.CONTACTED)
        begins, sure = journeys.when(Event.ACCEPTED), checked.contact_timed
        later = (Event.REJECTED, Event.SQL, Event.OPPORTUNITY, Event.WON, Event.LOST)
    return _span(checked, begins, ends, sure, later)


def _span(checked: Checked, begins: Times, ends: Times, sure: Flags, later: tuple[Event, ...]) -> Span:
    done = ~np.isnat(ends)
    passed_by = np.zeros(len(done), bool)
    for event in (each for each in later if checked.journeys.has(each)):
        passed_by |= ~np.isnat(checked.journeys.when(event))
    known = checked.kept & sure & (done | ~passed_by)
    until = np.maximum(numbers(earlier(ends, np.array([checked.journeys.as_of]))), numbers(begins))
    return Span(np.where(known, begins, np.datetime64("NaT")), until.view("datetime64[s]"), done)


def ran(checked: Checked, clock: Clock, allowed: float, when: BusinessHours) -> Ran:
    """A clock in business hours, against a promise of so many.

    A lead of which the beginning or the end is known by the day only has no hours.
    """
    found = spans(checked, clock)
    hours = hours_between(found.starts, found.ends, when)
    if checked.journeys.days is not None:
        for event in ENDS[clock]:
            hours[checked.journeys.only_days(event)] = np.nan
    return Ran(hours, found.done, allowed)


def by_day(journeys: Journeys, clock: Clock) -> bool:
    """Whether the beginning or all ends of a clock are known by the day only, so that it has no hours."""
    begins, *ends = (event in journeys.told_by_day for event in ENDS[clock])
    return begins or all(ends)


def in_time(ran: Ran) -> Codes:
    """n codes: whether in time (what is not done yet and past its time is late); -1 where unknown."""
    late, on_time = ran.hours > ran.allowed, ran.hours <= ran.allowed
    return coded({InTime.LATE: late, InTime.RUNNING: on_time & ~ran.done}, ~(late | on_time))
