"""The projector: what facilitators put on it, in which order, and its timer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alignment.actions.clauses import propose_clause, withdraw_clause
from alignment.actions.presenting import show_scene, start_timer, stop_timer
from alignment.presenting import Presenting, Scene, agenda, neighbour
from alignment.refused import NotNow, NotUnderstood
from alignment.telling import tell
from alignment.topics import PROJECTOR, topic
from tests.alignment.rooms import Room, criterion, staffed_room, term


@pytest.fixture
def room() -> Room:
    """Three clauses, of which the second is left out."""
    room = staffed_room()
    for content in (criterion("Budget"), criterion("Need"), term()):
        room.act(propose_clause, "p1", content)
    room.act(withdraw_clause, "p1", room.clause("Need").id)
    return room


def test_a_new_workshop_s_projector_shows_how_to_join(room: Room) -> None:
    assert room.workshop.presenting == Presenting(Scene.JOINING)


def test_a_facilitator_puts_a_clause_on_the_projector(room: Room) -> None:
    budget = room.clause("Budget").id
    room.act(show_scene, "p1", Scene.CLAUSE, budget)
    assert (room.workshop.presenting.scene, room.workshop.presenting.subject) == (Scene.CLAUSE, budget)
    told = tell(room.workshop, room.record[-1], None, room.now)
    assert told == "put Budget on the projector"


def test_what_is_on_the_projector_is_not_put_there_twice(room: Room) -> None:
    with pytest.raises(NotNow, match="already"):
        room.act(show_scene, "p1", Scene.JOINING)


@pytest.mark.parametrize(
    ("scene", "subject"),
    [(Scene.CLAUSE, "c0"), (Scene.CLAUSE, ""), (Scene.CALIBRATION, "k0"), (Scene.NOTHING, "c1")],
)
def test_a_scene_is_about_something_that_there_is(room: Room, scene: Scene, subject: str) -> None:
    with pytest.raises(NotUnderstood):
        room.act(show_scene, "p1", scene, subject)


def test_next_and_previous_leave_out_what_is_left_out_and_end_at_the_ends(room: Room) -> None:
    clauses, budget, suspect = room.workshop.clauses, room.clause("Budget").id, room.clause("Suspect").id
    assert agenda(clauses) == (budget, suspect)
    assert [neighbour(clauses, budget, step) for step in (-1, 1)] == [None, suspect]
    assert [neighbour(clauses, suspect, step) for step in (-1, 1)] == [budget, None]
    assert neighbour(clauses, room.clause("Need").id, 1) == budget
    assert neighbour({}, "", 1) is None


def test_a_timer_ends_some_minutes_from_now_and_can_be_set_anew(room: Room) -> None:
    room.act(start_timer, "p1", 2)
    assert room.workshop.presenting.timer_ends_at == room.now + timedelta(minutes=2)
    room.act(start_timer, "p1", 5)
    assert room.workshop.presenting.timer_ends_at == room.now + timedelta(minutes=5)


@pytest.mark.parametrize("minutes", [0, -1, 61])
def test_a_timer_runs_for_a_minute_to_an_hour(room: Room, minutes: int) -> None:
    with pytest.raises(NotUnderstood, match="1 to 60 minutes"):
        room.act(start_timer, "p1", minutes)


def test_a_timer_is_stopped_once_and_ends_with_its_scene(room: Room) -> None:
    room.act(start_timer, "p1", 2)
    room.act(stop_timer, "p1")
    with pytest.raises(NotNow, match="No timer"):
        room.act(stop_timer, "p1")
    room.act(start_timer, "p1", 2)
    room.act(show_scene, "p1", Scene.NOTHING)
    assert room.workshop.presenting.timer_ends_at is None


def test_nobody_else_s_screen_moves_for_the_projector(room: Room) -> None:
    room.act(start_timer, "p1", 2)
    room.act(stop_timer, "p1")
    room.act(show_scene, "p1", Scene.NOTHING)
    assert {topic(entry.fact) for entry in room.record[-3:]} == {PROJECTOR}
