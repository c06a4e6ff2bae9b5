"""The five promises' numbers are put on record by those who answer for them, with their source."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from alignment.actions.promises import state_promise
from alignment.facts import PromiseStated, read_fact
from alignment.refused import NotAllowed, NotUnderstood
from alignment.telling import tell
from definitions.measures.gains import Gain
from tests.alignment.rooms import Room, staffed_room


@pytest.fixture
def room() -> Room:
    return staffed_room()


def test_the_later_numbers_stand_in_the_place_of_the_earlier(room: Room) -> None:
    eve = room.id("Eve")
    room.act(state_promise, eve, Gain.QUOTA, 50, None, "Sales report of May")
    room.act(state_promise, "p1", Gain.QUOTA, 50, 61.5, "Sales reports of May and November")
    kept = room.workshop.promises[Gain.QUOTA]
    assert (kept.baseline, kept.present, kept.by) == (50, 61.5, "p1")


def test_a_number_without_its_source_is_refused(room: Room) -> None:
    with pytest.raises(NotUnderstood, match="where the numbers come from"):
        room.act(state_promise, "p1", Gain.CYCLE, 40, None)


def test_numbers_can_be_taken_back_without_a_source(room: Room) -> None:
    room.act(state_promise, "p1", Gain.CYCLE, 40, None, "A guess")
    room.act(state_promise, "p1", Gain.CYCLE, None, None)
    assert room.workshop.promises[Gain.CYCLE].baseline is None


def test_the_same_numbers_are_not_put_on_record_twice(room: Room) -> None:
    room.act(state_promise, "p1", Gain.CYCLE, 40, None, "A guess")
    with pytest.raises(NotUnderstood, match="already"):
        room.act(state_promise, "p1", Gain.CYCLE, 40, None, "A guess")


@pytest.mark.parametrize("name", ["Sal", "Mark"])
def test_marketing_and_sales_do_not_state_the_company_s_numbers(room: Room, name: str) -> None:
    with pytest.raises(NotAllowed, match="executives"):
        room.act(state_promise, room.id(name), Gain.REVENUE, 1, 2, "Ours")


@pytest.mark.parametrize("number", [-1, float("nan"), float("inf"), 1e13])
def test_a_number_that_cannot_be_is_refused(room: Room, number: float) -> None:
    with pytest.raises(NotUnderstood):
        room.act(state_promise, "p1", Gain.REVENUE, number, None, "Ours")


def test_the_record_tells_it_and_reads_it_back(room: Room) -> None:
    room.act(state_promise, "p1", Gain.CYCLE, 40, 31.5, "CRM")
    entry = room.record[-1]
    assert tell(room.workshop, entry, None, entry.at) == (
        "put numbers on record: sales cycle, 40 before and 31.5 now: CRM"
    )
    assert read_fact(entry.fact.model_dump_json()) == entry.fact


def test_a_record_with_a_number_below_zero_is_not_read() -> None:
    with pytest.raises(ValidationError):
        PromiseStated(gain=Gain.CYCLE, baseline=-1)
