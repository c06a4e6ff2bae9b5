"""Leaving a clause out and bringing it back."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, open_ballot
from alignment.actions.clauses import propose_clause, restore_clause, revise_clause, withdraw_clause
from alignment.clauses import Status
from alignment.refused import NotAllowed, NotNow, Refused
from alignment.stances import Stance
from tests.alignment.drafting import drafting_room, round_of, voting_room
from tests.alignment.rooms import criterion
from tests.alignment.stages import everybody_votes, vote


def test_the_author_leaves_out_a_clause_nobody_has_voted_on() -> None:
    room = voting_room()
    room.act(withdraw_clause, room.id("Mark"), room.clause("Budget").id)
    assert room.status("Budget") is Status.LEFT_OUT


def test_once_somebody_voted_only_a_facilitator_leaves_a_clause_out() -> None:
    room = voting_room()
    vote(room, "Sal", "Budget")
    with pytest.raises(NotAllowed, match="Only its author, before anybody voted, or a facilitator"):
        room.act(withdraw_clause, room.id("Mark"), room.clause("Budget").id)
    room.act(withdraw_clause, "p1", room.clause("Budget").id, "Not this year.")
    assert room.clause("Budget").withdrawn_reason == "Not this year."


def test_nobody_else_leaves_out_a_clause_of_somebody() -> None:
    room = drafting_room()
    with pytest.raises(NotAllowed):
        room.act(withdraw_clause, room.id("Sal"), room.clause("Budget").id)


def test_a_clause_that_is_left_out_is_neither_revised_nor_voted_on() -> None:
    room = voting_room()
    budget = room.clause("Budget").id
    room.act(withdraw_clause, "p1", budget)
    with pytest.raises(NotNow, match="This clause is left out"):
        room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    with pytest.raises(NotNow, match="nothing to vote on"):
        room.act(cast_ballot, "p1", budget, Stance.AGREE)


def test_a_clause_brought_back_is_a_draft_whose_old_votes_count_no_more() -> None:
    room = voting_room()
    everybody_votes(room, "Budget")
    room.act(withdraw_clause, "p1", room.clause("Budget").id)
    room.act(restore_clause, "p1", room.clause("Budget").id)
    assert (room.status("Budget"), room.clause("Budget").round) == (Status.DRAFT, None)
    room.act(open_ballot, "p1", room.clause("Budget").id)
    assert (round_of(room).number, round_of(room).ballots) == (2, {})


def test_revising_a_clause_that_was_brought_back_leaves_it_a_draft() -> None:
    room = voting_room()
    everybody_votes(room, "Budget")
    room.act(withdraw_clause, "p1", room.clause("Budget").id)
    room.act(restore_clause, "p1", room.clause("Budget").id)
    room.act(revise_clause, "p1", room.clause("Budget").id, 2, criterion(best=7))
    assert room.status("Budget") is Status.DRAFT


def test_a_clause_whose_name_was_taken_meanwhile_does_not_come_back() -> None:
    room = drafting_room()
    budget = room.clause("Budget").id
    room.act(withdraw_clause, "p1", budget)
    room.act(propose_clause, "p1", criterion("budget"))
    with pytest.raises(Refused, match="of this name already"):
        room.act(restore_clause, "p1", budget)


def test_only_what_was_withdrawn_is_brought_back() -> None:
    room = drafting_room()
    with pytest.raises(NotNow, match="was not withdrawn"):
        room.act(restore_clause, "p1", room.clause("Budget").id)
