"""Who has read the version in force."""

from __future__ import annotations

import pytest

from alignment.actions.definition import open_draft
from alignment.actions.people import remove_participant
from alignment.actions.reading import acknowledge_reading
from alignment.people import Team
from alignment.reading import unread
from alignment.refused import NotNow
from alignment.topics import READING, person, topics
from tests.alignment.rooms import Room, join
from tests.alignment.stages import Stage, freeze_for, room_at, sign_all


def reads(room: Room, name: str, version: int = 1, text: str | None = None) -> None:
    present = room.workshop.in_force
    assert present is not None
    room.act(acknowledge_reading, room.id(name), version, text or present.draft.sha256)


def missing(room: Room) -> set[str]:
    return {person.name for person in unread(room.workshop)}


def test_those_who_signed_have_read_it_and_all_others_have_not_yet() -> None:
    assert missing(room_at(Stage.PUBLISHED)) == {"Hana", "Xan", "Obi", "Ofi"}
    assert missing(room_at(Stage.SETTLED)) == set()


def test_whoever_says_so_has_read_it_and_says_it_once() -> None:
    room = room_at(Stage.PUBLISHED)
    reads(room, "Obi")
    assert missing(room) == {"Hana", "Xan", "Ofi"}
    with pytest.raises(NotNow, match="You have said so already"):
        reads(room, "Obi")
    with pytest.raises(NotNow, match="or signed this version"):
        reads(room, "Mark")


def test_another_text_than_the_one_in_force_is_not_read() -> None:
    room = room_at(Stage.PUBLISHED)
    with pytest.raises(NotNow, match=r"not in force any more. Read version 1 first"):
        reads(room, "Xan", text="0" * 64)
    with pytest.raises(NotNow, match="not in force any more"):
        reads(room, "Xan", version=2)


def test_joiners_are_asked_and_those_who_were_removed_are_not() -> None:
    room = room_at(Stage.PUBLISHED)
    join(room, "Nina", Team.SALES)
    room.act(remove_participant, "p1", room.id("Xan"))
    assert missing(room) == {"Hana", "Obi", "Ofi", "Nina"}


def test_that_somebody_has_read_it_moves_only_the_screens_that_show_it() -> None:
    room = room_at(Stage.PUBLISHED)
    reads(room, "Xan")
    assert topics(room.record[-1]) == {READING, person(room.id("Xan"))}


def test_each_version_is_read_anew() -> None:
    room = room_at(Stage.PUBLISHED)
    reads(room, "Xan")
    room.act(open_draft, "p1")
    freeze_for(room)
    assert missing(room) == {"Hana", "Obi", "Ofi"}
    sign_all(room)
    assert missing(room) == {"Hana", "Xan", "Obi", "Ofi"}
