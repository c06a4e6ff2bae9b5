"""Validity: which leads are set aside, from what and why. Nothing is dropped without being counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from definitions.measures.instants import NAT, ends_of, numbers
from definitions.measures.journeys import STAGES, Event, Journeys
from definitions.phrases import counted as in_words
from definitions.profiles import Flags, Integers

LONG_AGO = np.timedelta64(20 * 365, "D")
"""A date farther back is a slip, such as 1900-01-01, and would stretch every chart by a century."""


class Fault(StrEnum):
    """What can be wrong with a lead's events."""

    DUPLICATE = "duplicate"
    NO_EVENT = "no event"
    FUTURE = "future date"
    LONG_AGO = "date long ago"
    OUT_OF_ORDER = "events out of order"
    WON_BEFORE_CONTACT = "won before contact"
    TWO_DECISIONS = "accepted and rejected at once"
    TWO_OUTCOMES = "won and lost"
    MISSING_STAGE = "missing stage"


SAID = {
    Fault.DUPLICATE: "repeats an earlier lead's reference and counts nowhere",
    Fault.NO_EVENT: "has no event at all and counts nowhere",
    Fault.FUTURE: "has an event after the end of the data, which counts as not having happened, and no times",
    Fault.LONG_AGO: "has an event over twenty years ago, which counts as not having happened, and no times",
    Fault.OUT_OF_ORDER: "has a later stage before an earlier one and is left out of times and clocks",
    Fault.WON_BEFORE_CONTACT: "was won before first contact and is left out of the contact clock",
    Fault.TWO_DECISIONS: "was accepted and rejected at the same moment and is left out of acceptance",
    Fault.TWO_OUTCOMES: "was both won and lost and is left out of what closes",
    Fault.MISSING_STAGE: "skips a stage, counts as having been there, and is left out of its times",
}


@dataclass(frozen=True, eq=False)
class Found:
    """Leads with one fault; ``rows``: their places, ascending."""

    fault: Fault
    rows: Integers

    @property
    def sentence(self) -> str:
        """How many they are, and what they are left out of; "each" keeps the sentence short."""
        return f"{in_words(len(self.rows), 'lead').capitalize()}: each {SAID[self.fault]}."


@dataclass(frozen=True, eq=False)
class Checked:
    """Journeys without what would spoil a measure.

    n flags each: ``kept``: counts at all; ``timed``: its times can be believed; ``contact_timed``: also that
    of first contact; ``decided_once``, ``closed_once``: its decision and its outcome can be believed.
    """

    journeys: Journeys
    kept: Flags
    timed: Flags
    contact_timed: Flags
    decided_once: Flags
    closed_once: Flags
    found: tuple[Found, ...]


def check(journeys: Journeys) -> Checked:
    """The journeys with their faults found; events in the future or long ago are taken out."""
    now, future, past = _believable(journeys)
    repeated, eventless = _repeated(journeys), _eventless(journeys)
    order, skips = _order(now)
    late_contact = _both_before(now, Event.WON, Event.CONTACTED)
    at_once = (now.when(Event.ACCEPTED) == now.when(Event.REJECTED)) & ~np.isnat(now.when(Event.REJECTED))
    both = ~np.isnat(now.when(Event.WON)) & ~np.isnat(now.when(Event.LOST))
    timed = ~(order | future | past)
    flags = (repeated, eventless, future, past, order, late_contact, at_once, both, skips)
    found = tuple(Found(fault, np.flatnonzero(rows)) for fault, rows in zip(Fault, flags, strict=True))
    found = tuple(each for each in found if len(each.rows))
    return Checked(now, ~(repeated | eventless), timed, timed & ~late_contact, ~at_once, ~both, found)


def _believable(journeys: Journeys) -> tuple[Journeys, Flags, Flags]:
    """Without the events that cannot be, and the leads with one in the future, and with one long ago."""
    times, least = dict(journeys.times), journeys.as_of - LONG_AGO
    future, past = (np.zeros(len(journeys), bool) for _ in range(2))
    first, last = numbers(np.array([least, journeys.as_of])).tolist()
    for event, column in journeys.times.items():
        ends = ends_of(column)
        if ends is not None and (ends[0] < first or ends[1] > last):
            late, early = column > journeys.as_of, column < least
            times[event] = np.where(late | early, np.datetime64("NaT"), column)
            future |= late
            past |= early
    return replace(journeys, times=times), future, past


def _repeated(journeys: Journeys) -> Flags:
    reference = journeys.reference
    if reference is None:
        return np.zeros(len(journeys), bool)
    places = np.arange(len(reference))
    first = np.zeros(int(reference.max(initial=0)) + 2, np.int64)
    # Backwards, so that the first lead writes last; leads without a reference have the last place.
    first[reference[::-1]] = places[::-1]
    return np.asarray((reference >= 0) & (first[reference] != places), bool)


def _eventless(journeys: Journeys) -> Flags:
    known = np.zeros(len(journeys), bool)
    for column in journeys.times.values():
        known |= ~np.isnat(column)
    return ~known


def _order(journeys: Journeys) -> tuple[Flags, Flags]:
    """Which leads have stages out of order, and which skip one."""
    size = len(journeys)
    wrong, skips, gap = (np.zeros(size, bool) for _ in range(3))
    last = np.full(size, NAT)
    for event in (stage for stage in STAGES if journeys.has(stage)):
        at = numbers(journeys.when(event))
        known = at != NAT
        wrong |= known & (at < last)
        skips |= known & gap
        gap |= ~known
        np.maximum(last, at, out=last)
    wrong |= _both_before(journeys, Event.REJECTED, Event.MQL)
    lost = numbers(journeys.when(Event.LOST))
    wrong |= (lost != NAT) & (lost < last)
    return wrong, skips


def _both_before(journeys: Journeys, early: Event, late: Event) -> Flags:
    """Leads to which both happened, and ``early`` before ``late``; comparing with NaT is never true."""
    return np.asarray(journeys.when(early) < journeys.when(late), bool)
