"""What becomes of a qualified lead: who may say so, and what can be said when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite
from threading import Lock
from typing import Any

from alignment.people import Participant, Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from data.assessments.assessing import GONE, open_workshop_of, tried
from data.assessments.assessment import Assessment, Event, EventKind, new_assessment_id
from data.assessments.store import Assessments
from data.room import Room
from definitions.business_clock import business_hours_between
from definitions.handoff import Handoff
from definitions.scorecard import Verdict
from definitions.texts import SHORT, line

MOST_REVENUE = 1e12
_turn = Lock()


class Stand(StrEnum):
    """Where a qualified lead stands with sales."""

    WAITING = "waiting for sales"
    ACCEPTED = "accepted"
    CONTACTED = "contacted"
    OPPORTUNITY = "opportunity"
    REJECTED = "rejected"
    WON = "won"
    LOST = "lost"


NEXT = {
    Stand.WAITING: (EventKind.ACCEPTED, EventKind.REJECTED),
    Stand.ACCEPTED: (EventKind.CONTACTED, EventKind.OPPORTUNITY, EventKind.WON, EventKind.LOST),
    Stand.CONTACTED: (EventKind.OPPORTUNITY, EventKind.WON, EventKind.LOST),
    Stand.OPPORTUNITY: (EventKind.WON, EventKind.LOST),
    Stand.REJECTED: (),
    Stand.WON: (),
    Stand.LOST: (),
}
"""What can become of a lead next."""
LATEST_LAST = (Stand.ACCEPTED, Stand.CONTACTED, Stand.OPPORTUNITY, Stand.REJECTED, Stand.LOST, Stand.WON)


@dataclass(frozen=True)
class Said:
    """What somebody says became of a lead; ``reason`` and ``clause`` of a rejection, ``revenue`` of a win."""

    kind: EventKind
    reason: str = ""
    clause: str = ""
    revenue: float | None = None


def may_follow(person: Participant) -> bool:
    """Whether somebody may say what became of leads: sales, and facilitators."""
    return person.here and (person.team is Team.SALES or person.facilitator)


def stand(events: Iterable[Event]) -> Stand:
    """Where a lead stands after what became of it."""
    kinds = {event.kind.value for event in events}
    return next((each for each in reversed(LATEST_LAST) if each.value in kinds), Stand.WAITING)


def follow(room: Room, store: Assessments, actor: str, assessment_id: str, said: Said) -> Event:
    """Record what became of a lead; ``Refused`` if that cannot be, or not by this person."""
    workshop = open_workshop_of(room)
    person = workshop.participants.get(actor)
    if person is None or not may_follow(person):
        raise NotAllowed("Only sales and facilitators say what became of leads.")
    found = tried(lambda: store.one(workshop.id, assessment_id))
    if found is None or found.verdict is not Verdict.QUALIFIED:
        raise NotNow(GONE)
    event = Event(
        new_assessment_id(), found.id, workshop.id, room.clock(), person.id, said.kind, **_details(said)
    )
    # One at a time in this process: of two who decide at once, the second is told.
    with _turn:
        before = stand(tried(lambda: store.events_of(workshop.id, [assessment_id])))
        if said.kind not in NEXT[before]:
            raise NotNow(f"Meanwhile this lead is {before.value}. Nothing was changed.")
        return _recorded(store, event)


def hours_left(found: Assessment, events: Iterable[Event], handoff: Handoff, now: datetime) -> float | None:
    """Business hours until the handoff's next deadline, below zero when late; ``None``: no clock runs."""
    so_far = tuple(events)
    standing = stand(so_far)
    if standing is Stand.WAITING:
        return handoff.decide_hours - business_hours_between(found.made_at, now, handoff.hours)
    if standing is Stand.ACCEPTED:
        accepted = next(event.at for event in so_far if event.kind is EventKind.ACCEPTED)
        return handoff.contact_hours - business_hours_between(accepted, now, handoff.hours)
    return None


def _details(said: Said) -> dict[str, Any]:
    """The reason or the revenue, checked."""
    reason = line(said.reason)
    if said.kind is EventKind.REJECTED and not reason:
        raise NotUnderstood("A rejection needs a reason, so that marketing can learn from it.")
    if len(reason) > SHORT:
        raise NotUnderstood(f"The reason is longer than {SHORT} characters.")
    if said.revenue is not None and not (isfinite(said.revenue) and 0 <= said.revenue <= MOST_REVENUE):
        raise NotUnderstood("The revenue is a number that is not below zero.")
    rejected, won = said.kind is EventKind.REJECTED, said.kind is EventKind.WON
    return {
        "reason": reason if rejected else "",
        "clause": line(said.clause)[:SHORT] if rejected else "",
        "revenue": said.revenue if won else None,
    }


def _recorded(store: Assessments, event: Event) -> Event:
    try:
        tried(lambda: store.record_event(event))
    except LookupError as gone:
        raise NotNow(GONE) from gone
    return event
