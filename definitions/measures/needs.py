"""Needs: which columns each measure needs, and what is said where one is missing."""

from __future__ import annotations

from enum import StrEnum

from definitions.measures.clock_hours import Clock, by_day
from definitions.measures.journeys import Event, Journeys
from definitions.phrases import listed


class Measure(StrEnum):
    """What is measured; the values are titles."""

    FUNNEL = "Funnel"
    ACCEPTANCE = "Acceptance"
    REJECTIONS = "Rejections"
    DECIDE = "Time to decide"
    CONTACT = "Time to first contact"
    CLOSING = "What closes"
    DIRECT = "Self-qualified leads"
    RECYCLED = "Leads out of recycling"
    CRITERIA = "Criteria under test"
    VERSIONS = "Versions"
    COST = "Cost of unqualified leads"
    INQUIRIES = "Inquiries for each qualified lead"
    SURPRISES = "Accepted and lost, rejected and won"


DECIDED = (Event.ACCEPTED, Event.REJECTED)
CLOSED = (Event.WON, Event.LOST)
EVENTS: dict[Measure, tuple[Event, ...]] = {
    Measure.ACCEPTANCE: DECIDED,
    Measure.REJECTIONS: (Event.REJECTED,),
    Measure.DECIDE: (Event.MQL, *DECIDED),
    Measure.CONTACT: (Event.ACCEPTED, Event.CONTACTED),
    Measure.CLOSING: CLOSED,
    Measure.DIRECT: CLOSED,
    Measure.RECYCLED: (Event.RECYCLED, *CLOSED),
    Measure.VERSIONS: DECIDED,
    Measure.COST: DECIDED,
    Measure.INQUIRIES: (Event.INQUIRY, Event.MQL),
    Measure.SURPRISES: (*DECIDED, *CLOSED),
}
CLOCKS = {Measure.DECIDE: Clock.DECIDE, Measure.CONTACT: Clock.CONTACT}
ONLY_DAYS = "The data tell days without a time, and the promise is in business hours."
WORDS = {
    Event.INQUIRY: "when leads inquired",
    Event.MQL: "when leads became MQLs",
    Event.ACCEPTED: "when leads were accepted",
    Event.REJECTED: "when leads were rejected",
    Event.RECYCLED: "when leads were recycled",
    Event.CONTACTED: "when first contact was made",
    Event.WON: "when leads were won",
    Event.LOST: "when leads were lost",
}


def missing(journeys: Journeys, measure: Measure) -> str:
    """Why a measure cannot be had of these leads; empty where it can."""
    lacks = [WORDS[event] for event in EVENTS.get(measure, ()) if not journeys.has(event)]
    if measure is Measure.FUNNEL and len(journeys.stages) < 2:
        lacks.append("when leads reached at least two stages")
    if measure is Measure.REJECTIONS and not journeys.reasons:
        lacks.append("why leads were rejected")
    if measure is Measure.DIRECT and not journeys.qualified_by.names:
        lacks.append("who qualified the leads")
    if measure is Measure.VERSIONS and len(journeys.version.names) < 2:
        lacks.append("the version of the definition, with two of them")
    if measure is Measure.CRITERIA:
        lacks += _for_criteria(journeys)
    if lacks:
        return f"The data do not tell {listed(lacks)}."
    clock = CLOCKS.get(measure)
    return ONLY_DAYS if clock is not None and by_day(journeys, clock) else ""


def _for_criteria(journeys: Journeys) -> list[str]:
    lacks = [] if journeys.criteria else ["the answers to any criterion"]
    if not any(all(map(journeys.has, pair)) for pair in (DECIDED, CLOSED)):
        lacks.append("which leads were accepted and rejected, or won and lost")
    return lacks
