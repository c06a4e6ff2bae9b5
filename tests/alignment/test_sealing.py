"""Sealed ballots: who sees how others voted, and when; nothing else gives it away."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import (
    cast_ballot,
    close_ballot,
    lift_objection,
    open_ballot,
    reveal_ballot,
)
from alignment.actions.clauses import propose_clause, revise_clause
from alignment.actions.people import change_team, remove_participant
from alignment.actions.rulings import escalate
from alignment.clauses import Status
from alignment.people import Participant, Team
from alignment.progress import next_for_group, standing_sentence
from alignment.refused import NotAllowed, NotNow
from alignment.rounds import Round
from alignment.stances import Seal, Stance
from alignment.standing import ballot_of, sees_result
from alignment.telling import tell, told_kind
from tests.alignment.rooms import Room, criterion, join, staffed_room
from tests.alignment.stages import everybody_votes, vote

WHY = "Nobody can check a budget."


def sealed_room(seal: Seal) -> Room:
    """Sal disagrees and Mark agrees on Budget; Hana, Dee, Eve and Xan have not voted."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    room.act(open_ballot, "p1", room.clause("Budget").id, seal)
    vote(room, "Sal", "Budget", Stance.DISAGREE, WHY)
    vote(room, "Mark", "Budget", Stance.AGREE, "Clear enough.")
    return room


def round_of(room: Room) -> Round:
    return room.clause("Budget").rounds[-1]


def those_who_see(room: Room) -> set[str]:
    everybody = room.workshop.participants.values()
    return {person.name for person in everybody if sees_result(round_of(room), person, room.now)}


def told(room: Room, reader: Participant | None) -> str:
    return "\n".join(tell(room.workshop, entry, reader, room.now) for entry in room.record)


EVERYBODY = {"Hana", "Mark", "Sal", "Dee", "Eve", "Xan", "Obi", "Ofi", "Rex"}


def test_until_voted_only_those_who_voted_see_the_result() -> None:
    assert those_who_see(sealed_room(Seal.UNTIL_VOTED)) == {"Mark", "Sal"}


def test_until_reveal_nobody_sees_the_result_not_even_those_who_voted_or_host() -> None:
    assert those_who_see(sealed_room(Seal.UNTIL_REVEAL)) == set()


@pytest.mark.parametrize("seal", Seal)
def test_somebody_from_elsewhere_sees_no_sealed_result(seal: Seal) -> None:
    room = sealed_room(seal)
    assert not sees_result(round_of(room), None, room.now)
    assert WHY not in told(room, None)


def test_abstaining_is_voting_and_opens_the_result() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    vote(room, "Eve", "Budget", Stance.ABSTAIN)
    assert "Eve" in those_who_see(room)


@pytest.mark.parametrize("seal", Seal)
def test_everybody_sees_the_result_after_the_reveal(seal: Seal) -> None:
    room = sealed_room(seal)
    room.act(reveal_ballot, "p1", room.clause("Budget").id)
    assert those_who_see(room) == EVERYBODY


@pytest.mark.parametrize("seal", Seal)
def test_everybody_sees_the_result_when_the_ballot_is_closed(seal: Seal) -> None:
    room = sealed_room(seal)
    room.act(close_ballot, "p1", room.clause("Budget").id)
    assert those_who_see(room) == EVERYBODY


@pytest.mark.parametrize("seal", Seal)
def test_everybody_sees_the_result_when_the_voting_time_is_over(seal: Seal) -> None:
    room = sealed_room(seal)
    room.wait(days=7)
    assert those_who_see(room) == EVERYBODY


def test_everybody_sees_the_result_once_all_have_voted_unless_it_waits_for_the_reveal() -> None:
    rooms = {seal: sealed_room(seal) for seal in Seal}
    for room in rooms.values():
        for name in ("Hana", "Dee", "Eve", "Xan"):
            vote(room, name, "Budget")
    assert those_who_see(rooms[Seal.UNTIL_VOTED]) == EVERYBODY
    assert those_who_see(rooms[Seal.UNTIL_REVEAL]) == set()


def test_somebody_who_joins_after_all_have_voted_does_not_seal_the_result_again() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    for name in ("Hana", "Dee", "Eve", "Xan"):
        vote(room, name, "Budget")
    join(room, "Nina", Team.SALES)
    assert "Nina" in those_who_see(room)
    assert "Obi" in those_who_see(room)


def test_the_result_opens_when_the_last_one_who_had_not_voted_is_removed() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    for name in ("Hana", "Eve", "Xan"):
        vote(room, name, "Budget")
    assert room.status("Budget") is Status.OPEN
    room.act(remove_participant, "p1", room.id("Dee"))
    assert those_who_see(room) == EVERYBODY
    assert room.status("Budget") is Status.DISPUTED


def test_the_result_opens_when_the_last_one_who_had_not_voted_becomes_an_observer() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    for name in ("Hana", "Dee", "Eve"):
        vote(room, name, "Budget")
    room.act(change_team, "p1", room.id("Xan"), Team.OBSERVERS)
    assert room.status("Budget") is Status.DISPUTED


def test_a_voter_who_was_removed_or_observes_now_sees_no_sealed_result() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    room.act(remove_participant, "p1", room.id("Sal"))
    room.act(change_team, "p1", room.id("Mark"), Team.OBSERVERS)
    assert those_who_see(room) == set()


def test_one_sees_ones_own_vote_whatever_the_seal() -> None:
    room = sealed_room(Seal.UNTIL_REVEAL)
    own = ballot_of(room.clause("Budget"), room.person("Sal"))
    assert own is not None
    assert (own.stance, own.reason) == (Stance.DISAGREE, WHY)
    assert f"voted “disagree” on Budget: {WHY}" in told(room, room.person("Sal"))
    assert ballot_of(room.clause("Budget"), room.person("Hana")) is None


@pytest.mark.parametrize("seal", Seal)
def test_a_seal_lets_only_the_fact_of_a_vote_through_to_the_record(seal: Seal) -> None:
    room = sealed_room(seal)
    for name in ("Hana", "Dee", "Eve", "Obi", "Ofi", "Rex"):
        record = told(room, room.person(name))
        assert record.count("voted on Budget") == 2
        assert not any(secret in record for secret in (WHY, "Clear enough.", "“agree”", "“disagree”"))


@pytest.mark.parametrize("seal", Seal)
def test_lifting_an_objection_does_not_tell_that_there_was_one(seal: Seal) -> None:
    room = sealed_room(seal)
    room.act(lift_objection, room.id("Sal"), room.clause("Budget").id)
    assert "objection" not in told(room, room.person("Hana"))
    assert "lifted the objection to Budget" in told(room, room.person("Sal"))
    room.act(close_ballot, "p1", room.clause("Budget").id)
    assert "lifted the objection to Budget" in told(room, room.person("Hana"))


@pytest.mark.parametrize("seal", Seal)
def test_a_lifted_objection_is_found_among_the_votes_while_it_is_sealed(seal: Seal) -> None:
    room = sealed_room(seal)
    room.act(lift_objection, room.id("Sal"), room.clause("Budget").id)
    lifting = room.record[-1]
    hana, sal = room.person("Hana"), room.person("Sal")
    assert told_kind(room.workshop, lifting, hana, room.now) == "ballot cast"
    assert told_kind(room.workshop, lifting, sal, room.now) == "objection lifted"
    room.act(close_ballot, "p1", room.clause("Budget").id)
    assert told_kind(room.workshop, lifting, hana, room.now) == "objection lifted"


def test_the_record_tells_the_votes_to_those_who_may_see_them() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    assert f"voted “disagree” on Budget: {WHY}" in told(room, room.person("Mark"))


def test_a_new_round_is_sealed_again_and_the_old_one_keeps_its_seal() -> None:
    room = sealed_room(Seal.UNTIL_VOTED)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=6))
    vote(room, "Eve", "Budget", Stance.AGREE, "Better now.")
    eve, mark = told(room, room.person("Eve")), told(room, room.person("Mark"))
    assert "Better now." in eve
    assert WHY not in eve
    assert WHY in mark
    assert "Better now." not in mark


@pytest.mark.parametrize("dissent", [Stance.AGREE, Stance.DISAGREE])
def test_where_a_clause_stands_does_not_depend_on_sealed_votes(dissent: Stance) -> None:
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    room.act(open_ballot, "p1", room.clause("Budget").id, Seal.UNTIL_REVEAL)
    everybody_votes(room, "Budget", but={"Sal": dissent})
    assert room.status("Budget") is Status.OPEN
    assert standing_sentence(room.workshop, room.now) == "0 of 1 clause agreed, 1 being voted on."
    assert next_for_group(room.workshop, room.now).sentence == "Finish voting on 1 clause."
    with pytest.raises(NotNow, match="Only a disputed clause goes to the decider"):
        room.act(escalate, "p1", room.clause("Budget").id)


def test_only_a_facilitator_seals_until_the_reveal() -> None:
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    with pytest.raises(NotAllowed, match="Only a facilitator can seal"):
        room.act(open_ballot, room.id("Mark"), room.clause("Budget").id, Seal.UNTIL_REVEAL)


def test_what_is_open_cannot_be_revealed_again() -> None:
    room = sealed_room(Seal.UNTIL_REVEAL)
    room.act(reveal_ballot, "p1", room.clause("Budget").id)
    with pytest.raises(NotNow, match="for everybody to see already"):
        room.act(reveal_ballot, "p1", room.clause("Budget").id)


def test_votes_may_change_after_the_reveal_until_the_ballot_closes() -> None:
    room = sealed_room(Seal.UNTIL_REVEAL)
    room.act(reveal_ballot, "p1", room.clause("Budget").id)
    vote(room, "Sal", "Budget", Stance.AGREE)
    room.act(close_ballot, "p1", room.clause("Budget").id)
    with pytest.raises(NotNow, match="is not open"):
        room.act(cast_ballot, room.id("Sal"), room.clause("Budget").id, Stance.DISAGREE, WHY)
