"""Leads for sales: accepted, rejected with a reason, contacted, won; read by everybody else."""

from __future__ import annotations

from typing import Any

import pytest

from data.assessments.assessment import EventKind
from data.assessments.following import Said, follow
from data.room import Room
from data.rooms import rooms
from definitions.handoff import Handoff, ReasonKind, RejectReason
from definitions.scorecard import Verdict
from tests.pages.assessed import NEED, keep
from tests.pages.definitions import published_room
from tests.pages.rooms import HOSTILE, keys, person, screen, shown, words

PAGE = "pages/use/inbox_of_leads.py"
REASONS = (
    RejectReason(kind=ReasonKind.DEFINITIONAL, words=f"No need {HOSTILE}", clause="Need"),
    RejectReason(kind=ReasonKind.CLERICAL, words="Wrong number"),
)


@pytest.fixture
def room() -> Room:
    return published_room(NEED, Handoff(reject_reasons=REASONS))


def events(room: Room) -> list[tuple[EventKind, str, str, float | None]]:
    found = rooms().ledger.assessments.events_of(room.id)
    return [(each.kind, each.reason, each.clause, each.revenue) for each in found]


def opened(app: Any, key: str) -> Any:
    """The screen once a popover is open."""
    app.session_state[key] = True
    return app.run()


def test_without_a_lead_it_says_what_to_do(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    assert "No qualified lead waits for sales." in words(app)


def test_without_a_definition_it_says_so() -> None:
    from tests.pages.rooms import staffed_room

    assert "No definition is in force yet" in words(screen(staffed_room(), "Sal", PAGE))


def test_sales_accepts_and_notes_first_contact(room: Room) -> None:
    lead = keep(room, 0, reference=HOSTILE)
    keep(room, 1, verdict=Verdict.NURTURE, reference="Initech")
    app = screen(room, "Sal", PAGE)
    assert "Initech" not in words(app)
    assert "late to decide" in words(app)
    app.button(key=f"follow.accepted.{lead.id}").click().run()
    assert "left to first contact" in words(app)
    app.button(key=f"follow.contacted.{lead.id}").click().run()
    assert [kind for kind, *_ in events(room)] == [EventKind.ACCEPTED, EventKind.CONTACTED]
    assert "<b>" not in shown(app)


def test_a_rejection_by_a_definitional_reason_names_the_clause(room: Room) -> None:
    lead = keep(room)
    app = opened(screen(room, "Hana", PAGE), f"follow.reject.{lead.id}")
    app.button(key=f"follow.rejected.{lead.id}").click().run()
    assert "A rejection needs a reason" in words(app)
    app.selectbox(key=f"follow.reason.{lead.id}").select(REASONS[0].words).run()
    assert "This names the clause Need." in words(app)
    app.button(key=f"follow.rejected.{lead.id}").click().run()
    assert events(room) == [(EventKind.REJECTED, REASONS[0].words, "Need", None)]
    assert "No qualified lead waits" in words(app)
    app.segmented_control(key="follow.which").select("Done").run()
    assert "(clause Need)" in words(app)


def test_a_rejection_in_ones_own_words(room: Room) -> None:
    lead = keep(room)
    app = opened(screen(room, "Sal", PAGE), f"follow.reject.{lead.id}")
    app.selectbox(key=f"follow.reason.{lead.id}").select("Another reason").run()
    app.text_input(key=f"follow.words.{lead.id}").input("They moved to the moon.").run()
    app.button(key=f"follow.rejected.{lead.id}").click().run()
    assert events(room) == [(EventKind.REJECTED, "They moved to the moon.", "", None)]


def test_a_lead_is_won_with_its_revenue(room: Room) -> None:
    lead = keep(room)
    follow(room, rooms().ledger.assessments, person(room, "Sal"), lead.id, Said(EventKind.ACCEPTED))
    app = opened(screen(room, "Dee", PAGE), f"follow.won.{lead.id}")
    app.number_input(key=f"follow.revenue.{lead.id}").set_value(12_000.5).run()
    app.button(key=f"follow.is_won.{lead.id}").click().run()
    assert events(room)[-1] == (EventKind.WON, "", "", 12_000.5)


def test_who_comes_second_is_told(room: Room) -> None:
    lead = keep(room)
    app = screen(room, "Sal", PAGE)
    follow(room, rooms().ledger.assessments, person(room, "Dee"), lead.id, Said(EventKind.REJECTED, "Far"))
    app.button(key=f"follow.accepted.{lead.id}").click().run()
    assert "Meanwhile this lead is rejected." in words(app)
    assert len(events(room)) == 1


def test_marketing_and_executives_read_along(room: Room) -> None:
    lead = keep(room)
    for name in ("Mark", "Eve"):
        app = screen(room, name, PAGE)
        assert lead.reference in words(app)
        assert not any(key.startswith(("follow.accepted", "follow.rejected")) for key in keys(app))


def test_observers_see_no_lead(room: Room) -> None:
    lead = keep(room)
    app = screen(room, "Obi", PAGE)
    assert lead.reference not in words(app)
    assert "You observe." in words(app)


def test_the_list_is_paged_the_oldest_first(room: Room) -> None:
    leads = [keep(room, minute) for minute in range(12)]
    app = screen(room, "Sal", PAGE)
    found = [key for key in keys(app) if key.startswith("follow.accepted.")]
    assert len(found) == 10
    assert f"follow.accepted.{leads[0].id}" in found
    assert f"follow.accepted.{leads[11].id}" not in found
