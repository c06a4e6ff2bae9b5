"""Which lead set is in use: the facilitator's choice, or the newest that is not one here mapped again."""

from __future__ import annotations

import pytest

from alignment.actions.leads import add_lead_set, choose_lead_set, remove_lead_set
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from tests.alignment.rooms import LEADS, Room
from tests.alignment.stages import Stage, room_at

APRIL = LEADS.model_copy(update={"lead_set": "a" * 64, "name": "April"})
AGAIN = LEADS.model_copy(update={"lead_set": "b" * 64, "mapped_from": LEADS.lead_set})


@pytest.fixture
def room() -> Room:
    return room_at(Stage.DRAFTS)


def test_nothing_is_in_use_where_there_is_no_lead_set(room: Room) -> None:
    room.act(remove_lead_set, "p1", LEADS.lead_set)
    assert room.workshop.lead_set_in_use is None


def test_the_newest_leads_are_in_use_but_not_those_that_are_mapped_again(room: Room) -> None:
    assert room.workshop.lead_set_in_use == LEADS.lead_set
    room.act(add_lead_set, "p1", AGAIN)
    assert room.workshop.lead_set_in_use == LEADS.lead_set
    room.act(add_lead_set, "p1", APRIL)
    assert room.workshop.lead_set_in_use == APRIL.lead_set


def test_what_was_mapped_again_takes_over_when_it_is_chosen_or_the_other_is_removed(room: Room) -> None:
    room.act(add_lead_set, "p1", AGAIN)
    room.act(choose_lead_set, "p1", AGAIN.lead_set)
    assert room.workshop.lead_set_in_use == AGAIN.lead_set
    room.act(remove_lead_set, "p1", AGAIN.lead_set)
    assert room.workshop.lead_set_in_use == LEADS.lead_set
    room.act(add_lead_set, "p1", AGAIN)
    assert room.workshop.lead_set_in_use == LEADS.lead_set, "a choice ends when its leads go"
    room.act(remove_lead_set, "p1", LEADS.lead_set)
    assert room.workshop.lead_set_in_use == AGAIN.lead_set


def test_a_choice_stays_when_newer_leads_come(room: Room) -> None:
    room.act(choose_lead_set, "p1", LEADS.lead_set)
    room.act(add_lead_set, "p1", APRIL)
    assert room.workshop.lead_set_in_use == LEADS.lead_set


def test_only_a_facilitator_chooses_and_only_what_is_here_and_not_chosen_yet(room: Room) -> None:
    with pytest.raises(NotAllowed):
        room.act(choose_lead_set, room.id("Sal"), LEADS.lead_set)
    with pytest.raises(NotUnderstood):
        room.act(choose_lead_set, "p1", APRIL.lead_set)
    room.act(choose_lead_set, "p1", LEADS.lead_set)
    with pytest.raises(NotNow, match="in use already"):
        room.act(choose_lead_set, "p1", LEADS.lead_set)


def test_the_same_mapping_again_and_leads_that_are_gone_are_refused(room: Room) -> None:
    with pytest.raises(NotNow, match="Nothing was mapped differently"):
        room.act(add_lead_set, "p1", LEADS.model_copy(update={"mapped_from": LEADS.lead_set}))
    with pytest.raises(NotNow, match="removed meanwhile"):
        room.act(add_lead_set, "p1", AGAIN.model_copy(update={"mapped_from": "9" * 64}))


def test_two_sets_that_were_mapped_from_each_other_are_told_apart_by_age(room: Room) -> None:
    room.act(add_lead_set, "p1", AGAIN)
    room.act(remove_lead_set, "p1", LEADS.lead_set)
    room.act(add_lead_set, "p1", LEADS.model_copy(update={"mapped_from": AGAIN.lead_set}))
    assert room.workshop.lead_set_in_use == LEADS.lead_set
