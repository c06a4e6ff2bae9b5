"""What became of a lead: sales and facilitators say it, each thing once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from alignment.refused import NotAllowed, NotNow, NotUnderstood
from data.assessments.assessment import Event, EventKind
from data.assessments.following import Said, Stand, follow, hours_left, may_follow, stand
from data.assessments.store import Assessments
from data.assessments.wanted import Wanted
from data.room import Room
from data.rooms import forget_rooms, rooms
from definitions.handoff import Handoff
from definitions.scorecard import Verdict
from tests.data.assessments.made import START, event, made
from tests.pages.rooms import person, staffed_room

ACCEPT, CONTACT = Said(EventKind.ACCEPTED), Said(EventKind.CONTACTED)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    forget_rooms()
    yield staffed_room()
    forget_rooms()


@pytest.fixture
def store(room: Room) -> Assessments:
    return rooms().ledger.assessments


def say(room: Room, store: Assessments, about: str, said: Said, name: str = "Sal") -> Event:
    return follow(room, store, person(room, name), about, said)


def test_sales_and_facilitators_may_and_nobody_else(room: Room) -> None:
    may = {p.name for p in room.workshop().people if may_follow(p)}
    assert may == {"Sal", "Dee", "Hana"}


def test_others_are_refused_whatever_they_click(room: Room, store: Assessments) -> None:
    lead = made(workshop_id=room.id)
    store.add(lead)
    for name in ("Mark", "Eve", "Obi"):
        with pytest.raises(NotAllowed):
            say(room, store, lead.id, ACCEPT, name)
    assert store.events_of(room.id) == ()


def test_a_lead_goes_its_way_step_by_step(room: Room, store: Assessments) -> None:
    lead = made(workshop_id=room.id)
    store.add(lead)
    for said in (ACCEPT, CONTACT, Said(EventKind.OPPORTUNITY), Said(EventKind.WON, revenue=1200.5)):
        say(room, store, lead.id, said)
    events = store.events_of(room.id)
    assert [each.kind for each in events] == [
        EventKind.ACCEPTED,
        EventKind.CONTACTED,
        EventKind.OPPORTUNITY,
        EventKind.WON,
    ]
    assert events[-1].revenue == 1200.5
    assert stand(events) is Stand.WON


def test_what_was_said_is_not_said_twice_nor_out_of_order(room: Room, store: Assessments) -> None:
    lead = made(workshop_id=room.id)
    store.add(lead)
    with pytest.raises(NotNow, match="waiting for sales"):
        say(room, store, lead.id, CONTACT)
    say(room, store, lead.id, ACCEPT)
    with pytest.raises(NotNow, match="accepted"):
        say(room, store, lead.id, Said(EventKind.REJECTED, "Too far away"), "Dee")
    assert len(store.events_of(room.id)) == 1


def test_a_rejection_has_a_reason_and_names_the_clause(room: Room, store: Assessments) -> None:
    lead = made(workshop_id=room.id)
    store.add(lead)
    for bad in (
        Said(EventKind.REJECTED),
        Said(EventKind.REJECTED, " \n "),
        Said(EventKind.REJECTED, "x" * 300),
    ):
        with pytest.raises(NotUnderstood):
            say(room, store, lead.id, bad)
    kept = say(room, store, lead.id, Said(EventKind.REJECTED, "No budget", "Budget", revenue=5))
    assert (kept.reason, kept.clause, kept.revenue) == ("No budget", "Budget", None)


@pytest.mark.parametrize("revenue", [-1.0, float("nan"), float("inf")])
def test_a_revenue_is_a_number_that_can_be(room: Room, store: Assessments, revenue: float) -> None:
    lead = made(workshop_id=room.id)
    store.add(lead)
    say(room, store, lead.id, ACCEPT)
    with pytest.raises(NotUnderstood):
        say(room, store, lead.id, Said(EventKind.WON, revenue=revenue))


def test_leads_that_are_gone_or_do_not_qualify_are_not_followed(room: Room, store: Assessments) -> None:
    nurture = made(workshop_id=room.id, verdict=Verdict.NURTURE)
    store.add(nurture)
    for about in (nurture.id, "gone"):
        with pytest.raises(NotNow, match="does not exist"):
            say(room, store, about, ACCEPT)


def test_the_inbox_holds_what_is_not_ended_the_oldest_first(store: Assessments, room: Room) -> None:
    first, second, third = (made(n, room.id) for n in range(3))
    own = made(5, room.id, begun_from=first.id)
    nurture = made(6, room.id, verdict=Verdict.NURTURE)
    store.add(first, second, third, own, nurture)
    store.record_event(event(third, EventKind.LOST))
    store.record_event(event(second, EventKind.ACCEPTED))
    page = store.assessments_of(room.id, Wanted(with_sales=True), oldest_first=True)
    assert [each.id for each in page.assessments] == [second.id, own.id]
    done = store.assessments_of(room.id, Wanted(with_sales=False))
    assert [each.id for each in done.assessments] == [third.id]


def test_the_clock_is_the_handoffs_in_business_hours() -> None:
    lead, handoff = made(), Handoff()
    later = START + timedelta(days=1)
    assert hours_left(lead, (), handoff, later) == 24 - 8
    accepted = event(lead, EventKind.ACCEPTED, minute=0)
    assert hours_left(lead, (accepted,), handoff, later) == 48 - 8
    assert hours_left(lead, (accepted, event(lead, EventKind.CONTACTED)), handoff, later) is None
    assert (hours_left(lead, (), handoff, START + timedelta(days=9)) or 0) < 0
