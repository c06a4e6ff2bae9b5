"""Reminders to copy: what waits for somebody, for whom the group waits, and nothing sealed."""

from __future__ import annotations

from alignment.actions.people import choose_smallest_group
from alignment.reminding import reminder, reminder_to_all
from alignment.waiting import Errand, waiting_for
from tests.alignment.rooms import Room, staffed_room
from tests.alignment.stages import Stage, room_at, vote

LINK = "https://example.org/?workshop=w"


def remind(room: Room, name: str) -> str:
    return reminder(room.workshop, room.person(name), LINK, room.now)


def test_a_person_is_reminded_of_what_waits_for_them_with_the_link() -> None:
    assert remind(room_at(Stage.VOTING), "Xan") == (
        f"Hello Xan, in the workshop “Leads” we wait for you to vote on Budget and vote on Threshold: {LINK}"
    )


def test_leads_and_questions_are_counted() -> None:
    assert remind(room_at(Stage.EMPTY), "Sal") == (
        "Hello Sal, in the workshop “Leads” we wait for you to judge three leads and "
        f"answer one question in your own words: {LINK}"
    )


def test_every_sort_of_errand_has_words() -> None:
    met = set()
    for stage in Stage:
        for days in (0, 400):
            room = room_at(stage)
            room.wait(days=days)
            met |= reminded(room)
    assert met == set(Errand) - {Errand.ANSWERED}


def reminded(room: Room) -> set[Errand]:
    met = set()
    for person in room.workshop.people:
        waits = waiting_for(room.workshop, person, room.now)
        met |= {each.errand for each in waits}
        assert bool(waits) == bool(remind(room, person.name))
        assert "{" not in remind(room, person.name)
    return met


def test_everybody_is_told_for_whom_the_group_waits() -> None:
    room = room_at(Stage.VOTING)
    vote(room, "Sal", "Threshold")
    assert reminder_to_all(room.workshop, LINK, room.now) == (
        "In the workshop “Leads” we still wait for Hana, Mark, Dee, Eve and Xan. "
        f"What waits for you stands here: {LINK}"
    )
    assert reminder_to_all(room.workshop, LINK, room.now, [Errand.SIGN]) == ""


def test_nobody_is_reminded_of_nothing() -> None:
    room = staffed_room()
    assert remind(room, "Sal") == reminder_to_all(room.workshop, LINK, room.now) == ""
    room.act(choose_smallest_group, "p1", 3)
    assert room.workshop.smallest_group == 3
