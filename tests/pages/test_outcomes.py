"""Outcomes: a file is understood, mapped, added; what it makes possible is said before."""

from __future__ import annotations

import time
from typing import Any

import pytest

from alignment.actions.clauses import propose_clause
from data.assessments.assessment import EventKind
from data.outcomes.loading import load
from data.room import Room
from data.rooms import rooms
from data.settings import settings
from definitions.handoff import Upkeep
from definitions.measures.journeys import Event
from tests.data.assessments.made import event
from tests.data.outcomes.files import BUDGET, HANDOFF, HEADER, ROWS, as_csv
from tests.pages.assessed import keep
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, HOSTILE, keys, screen, shown, staffed_room, words

PAGE = "pages/use/outcomes.py"
FILE = as_csv(HEADER, ROWS)


@pytest.fixture
def room() -> Room:
    room = staffed_room()
    room.act(propose_clause, HOST, BUDGET)
    room.act(propose_clause, HOST, HANDOFF)
    return room


def upload(app: Any, content: bytes, name: str = "crm.csv") -> Any:
    """The screen once a file is understood."""
    app.file_uploader[0].upload(name, content, "text/csv").run()
    end = time.monotonic() + 60
    while "crm" not in words(app) and not app.error and time.monotonic() < end:
        time.sleep(0.5)
        app.run()
    assert not app.exception, app.exception[0]
    return app


def field(app: Any, named: str) -> Any:
    return next(each for each in app.selectbox if each.label == named)


def added(room: Room) -> Any:
    return list(room.workshop().outcome_sets.values())[-1].fact


def test_without_outcomes_it_says_what_to_do(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    assert "There are no outcomes yet." in words(app)
    assert "outcomes.sample" in keys(app)


def test_a_file_is_understood_said_in_sentences_and_added(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), FILE)
    said = words(app)
    assert "Five leads" in said
    assert "Qualified (MQL): MQL at, 4 of 5 dates read" in said.replace("*", "")
    assert "soon" in said
    assert "Moments that name no time zone are of Europe/Berlin." in said
    assert "Acceptance" in said
    app.button(key="outcomes.add").click().run()
    assert not app.exception
    fact = added(room)
    assert (fact.rows, dict(fact.counts)[Event.REJECTED]) == (5, 2)
    assert len(load(settings().leads, fact.outcome_set)) == 5
    assert "1 of 5 not read" in words(app)


def test_what_a_missing_column_makes_impossible_is_said_with_the_reason(room: Room) -> None:
    app = upload(screen(room, "Mark", PAGE), as_csv(("MQL at", "Source"), [("2026-05-04 10:00", "Fair")]))
    assert "Acceptance: The data do not tell when leads were accepted and when leads were rejected." in words(
        app
    )


def test_a_moment_of_two_ends_needs_a_column_that_says_which(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), FILE)
    field(app, "Column that says accepted or rejected").select("").run()
    assert "another must say which" in words(app)
    app.button(key="outcomes.add").click().run()
    assert "choose which column says which of the two" in words(app)
    assert not room.workshop().outcome_sets
    field(app, "Column that says accepted or rejected").select("c06").run()
    app.button(key="outcomes.add").click().run()
    assert added(room).rows == 5


def test_another_zone_and_another_column_are_taken(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), FILE)
    field(app, "Time zone").select("America/New_York").run()
    field(app, "Recycled to marketing").select("c08").run()
    app.button(key="outcomes.add").click().run()
    found = load(settings().leads, added(room).outcome_set)
    assert str(found.when(Event.RECYCLED)[0]) == "2026-05-06T15:00:00"


def test_a_file_without_any_date_is_refused_and_nothing_is_lost(room: Room) -> None:
    app = upload(screen(room, "Sal", PAGE), as_csv(("Source", "Note"), [("Fair", "a"), ("Web", "b")]))
    app.button(key="outcomes.add").click().run()
    assert "No column says when anything happened" in words(app)
    assert "Qualified (MQL)" in {each.label for each in app.selectbox}


def test_hostile_texts_are_shown_as_typed(room: Room) -> None:
    rows = [(HOSTILE, "2026-05-04 10:00", "2026-05-05 10:00", HOSTILE), ("B", HOSTILE, "", "")]
    app = upload(
        screen(room, "Sal", PAGE), as_csv((HOSTILE, "MQL at", "Rejected at", "Rejection reason"), rows)
    )
    app.button(key="outcomes.add").click().run()
    assert not app.exception
    assert added(room).rows == 2
    assert "<b>" not in shown(app)


def test_the_facilitator_chooses_and_removes_and_nobody_else(room: Room) -> None:
    for name, rows in (("Sal", ROWS), ("Mark", ROWS[:2])):
        app = upload(screen(room, name, PAGE), as_csv(HEADER, rows))
        app.button(key="outcomes.add").click().run()
    first, second = room.workshop().outcome_sets
    assert not any(key.startswith("outcomes.remove") for key in keys(screen(room, "Sal", PAGE)))
    app = screen(room, "Hana", PAGE)
    app.button(key=f"outcomes.choose.{first}").click().run()
    assert room.workshop().outcome_set_in_use == first
    app.button(key=f"outcomes.remove.{first}").click().run()
    assert list(room.workshop().outcome_sets) == [second]


def test_observers_see_the_sets_and_no_form(room: Room) -> None:
    upload(screen(room, "Sal", PAGE), FILE).button(key="outcomes.add").click().run()
    app = screen(room, "Obi", PAGE)
    assert "5 leads" in words(app)
    assert "Members of the three teams and the facilitator can add outcomes." in words(app)
    assert not app.file_uploader


def test_a_set_whose_file_is_gone_is_said_so(room: Room) -> None:
    upload(screen(room, "Sal", PAGE), FILE).button(key="outcomes.add").click().run()
    (settings().leads / f"{added(room).outcome_set}.json").unlink()
    assert "These outcomes are no longer here" in words(screen(room, "Sal", PAGE))


def test_the_leads_qualified_here_are_added_as_they_stand() -> None:
    room = published_room(HANDOFF)
    lead = keep(room)
    rooms().ledger.assessments.record_event(event(lead, EventKind.ACCEPTED))
    app = screen(room, "Sal", PAGE)
    app.button(key="outcomes.here").click().run()
    fact = added(room)
    assert (fact.rows, dict(fact.counts)[Event.ACCEPTED], fact.file_name) == (1, 1, "")
    assert "Of leads that were qualified here." in words(app)


def test_the_made_up_outcomes_are_one_click(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="outcomes.sample").click().run(timeout=60)
    assert added(room).sample
    assert "Made up" in words(app)
    assert "outcomes.sample" not in keys(app)


def test_outcomes_out_of_their_band_challenge_the_clause_in_the_same_click() -> None:
    room = published_room(HANDOFF.model_copy(update={"upkeep": Upkeep()}))
    header = ("Lead id", "MQL at", "Accepted at", "Rejected at", "Rejection reason", "Definition version")
    day = f"{room.clock():%Y-%m-%d}"
    yes, no = (f"{day} 00:00:02Z", "", ""), ("", f"{day} 00:00:02Z", "No budget")
    rows = [(f"L{n}", f"{day} 00:00:01Z", *(yes if n % 3 else no), "1") for n in range(240)]
    app = upload(screen(room, "Sal", PAGE), as_csv(header, rows))
    app.button(key="outcomes.add").click().run()
    assert added(room).rows == 240
    assert any(each.by_figures for each in room.workshop().challenges.values()), words(app)
