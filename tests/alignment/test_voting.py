"""Voting: open, cast, change, lift an objection, close."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, close_ballot, lift_objection, open_all_ballots, open_ballot
from alignment.actions.clauses import propose_all, revise_clause
from alignment.clauses import Status
from alignment.people import Team
from alignment.refused import NotNow, NotUnderstood
from alignment.stances import Stance
from tests.alignment.drafting import round_of, voting_room
from tests.alignment.rooms import criterion, join, term, threshold
from tests.alignment.stages import everybody_votes, vote


def test_a_ballot_closes_by_itself_after_seven_days() -> None:
    room = voting_room()
    room.wait(days=6, hours=23)
    vote(room, "Sal", "Budget")
    room.wait(hours=2)
    assert room.status("Budget") is Status.DISPUTED
    with pytest.raises(NotNow, match="The ballot on this clause is not open"):
        vote(room, "Dee", "Budget")


def test_a_new_round_on_the_same_wording_starts_from_no_votes() -> None:
    room = voting_room()
    vote(room, "Sal", "Budget")
    room.act(close_ballot, "p1", room.clause("Budget").id)
    room.act(open_ballot, "p1", room.clause("Budget").id)
    assert (room.status("Budget"), round_of(room).ballots) == (Status.OPEN, {})


def test_an_open_ballot_is_not_opened_twice() -> None:
    room = voting_room()
    with pytest.raises(NotNow, match="open already"):
        room.act(open_ballot, "p1", room.clause("Budget").id)


def test_all_ballots_are_opened_at_once_but_for_those_that_were() -> None:
    room = voting_room()
    room.act(propose_all, "p1", [threshold(), term()])
    room.act(open_all_ballots, "p1")
    assert {room.status(name) for name in ("Budget", "Threshold", "Suspect")} == {Status.OPEN}
    assert len(room.clause("Budget").rounds) == 1
    with pytest.raises(NotNow, match="no draft clause"):
        room.act(open_all_ballots, "p1")


def test_a_changed_vote_replaces_the_earlier_one() -> None:
    room = voting_room()
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too vague.")
    vote(room, "Sal", "Budget", Stance.RESERVATIONS, "It will do.")
    ballot = round_of(room).ballots[room.id("Sal")]
    assert (ballot.stance, ballot.reason, len(round_of(room).ballots)) == (
        Stance.RESERVATIONS,
        "It will do.",
        1,
    )


@pytest.mark.parametrize("reason", ["", " \n ", "\x00", "\x07 \x00"])
def test_disagreeing_needs_a_reason(reason: str) -> None:
    room = voting_room()
    with pytest.raises(NotUnderstood, match="Disagreeing needs a reason"):
        room.act(cast_ballot, "p1", room.clause("Budget").id, Stance.DISAGREE, reason)


def test_a_vote_needs_a_stance() -> None:
    room = voting_room()
    with pytest.raises(NotUnderstood, match="choose how you vote"):
        room.act(cast_ballot, "p1", room.clause("Budget").id, None)


def test_voting_the_same_again_is_refused() -> None:
    room = voting_room()
    vote(room, "Sal", "Budget")
    with pytest.raises(NotNow, match="how you voted already"):
        vote(room, "Sal", "Budget")


def test_a_vote_on_a_wording_that_has_changed_since_is_refused() -> None:
    room = voting_room()
    budget = room.clause("Budget").id
    room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    with pytest.raises(NotNow, match="The wording has just changed"):
        room.act(cast_ballot, room.id("Sal"), budget, Stance.AGREE, revision=1)
    room.act(cast_ballot, room.id("Sal"), budget, Stance.AGREE, revision=2)


def test_only_ones_own_open_objection_can_be_lifted() -> None:
    room = voting_room()
    budget = room.clause("Budget").id
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too vague.")
    with pytest.raises(NotNow, match="no open objection"):
        room.act(lift_objection, room.id("Dee"), budget)
    room.act(lift_objection, room.id("Sal"), budget)
    with pytest.raises(NotNow, match="no open objection"):
        room.act(lift_objection, room.id("Sal"), budget)


def test_the_result_counts_as_soon_as_everybody_has_voted() -> None:
    room = voting_room()
    everybody_votes(room, "Budget")
    assert room.status("Budget") is Status.AGREED
    vote(room, "Sal", "Budget", Stance.DISAGREE, "On reflection, no.")
    assert room.status("Budget") is Status.DISPUTED


def test_somebody_who_joins_later_may_still_vote_while_the_ballot_is_open() -> None:
    room = voting_room()
    everybody_votes(room, "Budget")
    nina = join(room, "Nina", Team.SALES)
    room.act(cast_ballot, nina, room.clause("Budget").id, Stance.DISAGREE, "Nobody asked me.")
    assert room.status("Budget") is Status.DISPUTED
