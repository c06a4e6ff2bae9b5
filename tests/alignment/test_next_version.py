"""The draft after a definition in force."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import open_ballot
from alignment.actions.clauses import revise_clause
from alignment.actions.definition import open_draft
from alignment.clauses import Status
from alignment.composing import frozen_document
from alignment.refused import NotNow
from alignment.stances import Stance
from alignment.workshop import Phase
from tests.alignment.rooms import criterion
from tests.alignment.stages import Stage, everybody_votes, freeze_for, room_at, sign_all, vote


def test_a_new_draft_carries_the_clauses_over_as_they_are_in_force() -> None:
    room = room_at(Stage.REDRAFTING)
    assert (room.workshop.version, room.workshop.phase) == (2, Phase.DRAFTING)
    assert [room.status(name) for name in ("Budget", "Threshold", "Suspect")] == [
        Status.AGREED,
        Status.AGREED,
        Status.LEFT_OUT,
    ]
    with pytest.raises(NotNow, match="nothing to vote on"):
        room.act(open_ballot, "p1", room.clause("Budget").id)


def test_a_carried_over_clause_is_voted_on_again_once_it_is_revised() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    assert room.status("Budget") is Status.OPEN
    everybody_votes(room, "Budget")
    assert room.status("Budget") is Status.AGREED


def test_version_one_stays_in_force_and_unchanged_until_version_two_is_signed() -> None:
    room = room_at(Stage.REDRAFTING)
    first = room.workshop.in_force
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    everybody_votes(room, "Budget")
    freeze_for(room)
    assert room.workshop.in_force == first
    sign_all(room)
    assert [version.version for version in room.workshop.published] == [1, 2]
    assert room.workshop.published[0] == first
    assert frozen_document(room.workshop.published[1].draft).criteria == (criterion(best=7),)


def test_a_dispute_in_the_second_draft_does_not_touch_the_version_in_force() -> None:
    room = room_at(Stage.REDRAFTING)
    first = room.workshop.in_force
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    vote(room, "Sal", "Budget", Stance.DISAGREE, "No.")
    room.wait(days=8)
    assert room.status("Budget") is Status.DISPUTED
    assert room.workshop.in_force == first


def test_a_new_draft_is_opened_once() -> None:
    with pytest.raises(NotNow):
        room_at(Stage.REDRAFTING).act(open_draft, "p1")
