"""Sets of outcomes: added by the teams, chosen and removed by the facilitator; no lead is in the record."""

from __future__ import annotations

import pytest

from alignment.actions.outcomes import add_outcome_set, choose_outcome_set, remove_outcome_set
from alignment.facts import read_fact
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.telling import tell
from definitions.measures.journeys import Event
from definitions.origin import Origin
from tests.alignment.rooms import OLD_OUTCOMES, OUTCOMES, Room
from tests.alignment.stages import Stage, room_at

LATER = OUTCOMES.model_copy(
    update={"outcome_set": "a" * 64, "name": "Since June", "counts": ((Event.MQL, 900), (Event.WON, 70))}
)


@pytest.fixture
def room() -> Room:
    return room_at(Stage.PUBLISHED)


def test_the_newest_outcomes_are_in_use_until_the_facilitator_chooses(room: Room) -> None:
    assert room.workshop.outcome_set_in_use == OLD_OUTCOMES.outcome_set
    room.act(choose_outcome_set, "p1", OUTCOMES.outcome_set)
    room.act(add_outcome_set, room.id("Sal"), LATER)
    assert room.workshop.outcome_set_in_use == OUTCOMES.outcome_set
    room.act(remove_outcome_set, "p1", OUTCOMES.outcome_set)
    assert room.workshop.outcome_set_in_use == LATER.outcome_set, "a choice ends when its outcomes go"


def test_the_same_outcomes_are_added_once(room: Room) -> None:
    with pytest.raises(NotNow):
        room.act(add_outcome_set, room.id("Sal"), OUTCOMES)


def test_outcomes_that_are_not_there_can_be_neither_removed_nor_chosen(room: Room) -> None:
    for what in (remove_outcome_set, choose_outcome_set):
        with pytest.raises(NotUnderstood):
            room.act(what, "p1", "0" * 64)
        with pytest.raises(NotAllowed):
            room.act(what, room.id("Sal"), OUTCOMES.outcome_set)


def test_a_warehouse_is_for_those_who_may_look_into_it(room: Room) -> None:
    origin = Origin(warehouse="crm", table="leads", counted_at=room.now)
    away = LATER.model_copy(update={"origin": origin})
    with pytest.raises(NotAllowed):
        room.act(add_outcome_set, room.id("Obi"), away)
    room.act(add_outcome_set, room.id("Mark"), away)


def test_the_record_says_what_was_added_and_reads_it_back(room: Room) -> None:
    room.act(add_outcome_set, room.id("Sal"), LATER)
    entry = room.record[-1]
    assert tell(room.workshop, entry, None, room.now) == "added what became of 900 leads: Since June"
    assert read_fact(entry.fact.model_dump_json()) == LATER
