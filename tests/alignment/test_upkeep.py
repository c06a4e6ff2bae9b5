"""When the definition in force is due for a review."""

from __future__ import annotations

from datetime import timedelta

from alignment.actions.definition import open_draft
from alignment.actions.reading import hold_review
from alignment.upkeep import care, review_due, review_is_due, review_is_near
from definitions.handoff import Handoff, Upkeep
from definitions.review_date import months_after
from tests.alignment.drafting import agreed_room
from tests.alignment.rooms import Room, criterion, threshold
from tests.alignment.stages import Stage, freeze_for, room_at, sign_all


def published_room(upkeep: Upkeep) -> Room:
    room = agreed_room(criterion(), threshold(), Handoff(upkeep=upkeep))
    freeze_for(room)
    sign_all(room)
    return room


def test_a_review_is_due_after_the_months_that_the_handoff_says() -> None:
    room = published_room(Upkeep(review_months=3))
    assert room.workshop.in_force is not None
    assert review_due(room.workshop) == months_after(room.workshop.in_force.at, 3)


def test_without_a_handoff_the_usual_six_months_hold_and_without_a_definition_nothing_is_due() -> None:
    assert care(room_at(Stage.PUBLISHED).workshop) == Upkeep()
    assert review_due(room_at(Stage.SETTLED).workshop) is None


def test_a_review_is_near_thirty_days_before_it_is_due() -> None:
    room = room_at(Stage.PUBLISHED)
    due = review_due(room.workshop)
    assert due is not None
    for before, near, now in ((31, False, False), (30, True, False), (0, True, True), (-1, True, True)):
        moment = due - timedelta(days=before)
        assert (review_is_near(room.workshop, moment), review_is_due(room.workshop, moment)) == (near, now)


def test_a_review_that_was_held_puts_the_next_one_off_by_the_same_time() -> None:
    room = room_at(Stage.PUBLISHED)
    room.wait(days=200)
    assert review_is_due(room.workshop, room.now)
    room.act(hold_review, "p1", "Still true.")
    assert not review_is_near(room.workshop, room.now)
    assert review_due(room.workshop) == months_after(room.now, 6)


def test_while_a_new_draft_is_made_no_review_is_due_and_its_publication_begins_anew() -> None:
    room = room_at(Stage.PUBLISHED)
    room.wait(days=100)
    room.act(hold_review, "p1")
    room.wait(days=400)
    room.act(open_draft, "p1")
    assert not review_is_due(room.workshop, room.now)
    freeze_for(room)
    sign_all(room)
    assert review_due(room.workshop) == months_after(room.now, 6)
