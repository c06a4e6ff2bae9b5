"""Trip-wires of outcomes: figures surely out of their band challenge the clauses they concern, once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from time import monotonic

from alignment.actions.challenges import challenge_by_all_figures
from alignment.challenges import OutOfBand
from alignment.facts import OutcomeSetAdded
from alignment.measuring import handoff_in_use
from alignment.refused import NotNow
from alignment.wires import out_of_band
from alignment.workshop import Workshop
from data.assessments.store import Assessments
from data.leads_refused import LeadsRefused
from data.outcomes.counted import count_under, counted_set
from data.outcomes.from_assessments import journeys_of_assessments
from data.room import Room
from data.settings import settings
from definitions.measures.counting import Counted
from definitions.measures.journeys import Journeys
from definitions.measures.tripwires import Wire, tripped
from definitions.measures.under_version import under_version

HOUR = 3_600.0
QUALIFIED_HERE = "Leads qualified here"
log = logging.getLogger(__name__)
_checked: dict[str, float] = {}
_lock = Lock()


def check_wires(room: Room, journeys: Journeys, outcomes: str) -> tuple[OutOfBand, ...]:
    """Challenge what these outcomes speak against, and what that was; nothing the second time.

    ``outcomes``: what the set is called. Only leads under the version in force count.
    """
    workshop = room.workshop()
    if workshop.in_force is None:
        return ()
    return challenge_counted(room, count_under(journeys, handoff_in_use(workshop)), outcomes)


def check_added(room: Room, added: OutcomeSetAdded) -> tuple[OutOfBand, ...]:
    """The same of a set that was just added, if it is the one in use; made-up ones challenge nothing."""
    workshop = room.workshop()
    if added.sample or workshop.in_force is None or workshop.outcome_set_in_use != added.outcome_set:
        return ()
    try:
        found = counted_set(settings().leads, added.outcome_set, handoff_in_use(workshop))
    except LeadsRefused:
        log.exception("workshop %s: outcomes that were just added cannot be read", room.id)
        return ()
    return challenge_counted(room, found.counted, added.name)


def challenge_counted(room: Room, counted: Counted, outcomes: str) -> tuple[OutOfBand, ...]:
    """The same of leads that are counted already."""
    found = waiting_wires(room.workshop(), counted, outcomes)
    if not found:
        return ()
    try:
        room.act(challenge_by_all_figures, None, found)
    except NotNow:
        # Somebody else had the same figures checked in between.
        log.debug("workshop %s: these figures have challenged already", room.id)
        return ()
    return found


def waiting_wires(workshop: Workshop, counted: Counted, outcomes: str) -> tuple[OutOfBand, ...]:
    """The trip-wires that are out of their band and have not challenged the version in force."""
    if workshop.in_force is None:
        return ()
    return out_of_band(workshop, tripped_now(workshop, counted), outcomes)


def tripped_now(workshop: Workshop, counted: Counted) -> tuple[Wire, ...]:
    """The trip-wires that are out of their band, of leads under the version in force; of all without one."""
    version, care = workshop.in_force, handoff_in_use(workshop).care
    if version is None:
        return tripped(counted, care)
    return tripped(under_version(counted, len(workshop.published), version.at), care)


def check_now_and_then(
    room: Room, journeys: Callable[[], Journeys], outcomes: str, every: float = HOUR
) -> tuple[OutOfBand, ...]:
    """The same for outcomes that change with every lead: at most once an hour in this process."""
    with _lock:
        now = monotonic()
        if now - _checked.get(room.id, -every) < every:
            return ()
        _checked[room.id] = now
    return check_wires(room, journeys(), outcomes)


def check_followed(room: Room, store: Assessments, now: datetime) -> tuple[OutOfBand, ...]:
    """The same of the leads qualified here, after something became of one."""
    workshop = room.workshop()
    if workshop.in_force is None:
        return ()

    def made() -> Journeys:
        every, events = store.all_of(room.id), store.events_of(room.id)
        return journeys_of_assessments(every, events, (), handoff_in_use(workshop), now)

    return check_now_and_then(room, made, QUALIFIED_HERE)
