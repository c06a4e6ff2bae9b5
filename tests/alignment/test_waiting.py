"""What waits for a person: texts to sign, rulings, ballots."""

from __future__ import annotations

from alignment.actions.clauses import withdraw_clause
from alignment.actions.definition import sign
from alignment.actions.people import change_team, name_decider, remove_participant
from alignment.people import Team
from alignment.stances import Stance
from alignment.waiting import Errand, Waiting, clauses_to_watch, waiting_for
from tests.alignment.rooms import Room
from tests.alignment.stages import Stage, room_at, vote


def waits(room: Room, name: str) -> tuple[Waiting, ...]:
    return waiting_for(room.workshop, room.person(name), room.now)


def test_open_ballots_wait_in_the_order_the_clauses_were_proposed() -> None:
    room = room_at(Stage.VOTING)
    assert waits(room, "Mark") == (
        Waiting(Errand.VOTE, room.clause("Budget").id),
        Waiting(Errand.VOTE, room.clause("Threshold").id),
    )


def test_a_ballot_waits_no_more_once_one_has_voted() -> None:
    room = room_at(Stage.VOTING)
    assert waits(room, "Sal") == (Waiting(Errand.VOTE, room.clause("Threshold").id),)
    vote(room, "Sal", "Threshold", Stance.ABSTAIN)
    assert waits(room, "Sal") == ()


def test_nothing_waits_for_observers_and_those_who_were_removed() -> None:
    room = room_at(Stage.VOTING)
    room.act(remove_participant, "p1", room.id("Xan"))
    assert [waits(room, name) for name in ("Obi", "Ofi", "Rex", "Xan")] == [(), (), (), ()]


def test_ballots_begin_to_wait_for_an_observer_who_joins_a_team() -> None:
    room = room_at(Stage.VOTING)
    room.act(change_team, "p1", room.id("Obi"), Team.SALES)
    assert len(waits(room, "Obi")) == 2


def test_a_ballot_waits_for_nobody_when_its_time_is_over_or_the_clause_is_left_out() -> None:
    room = room_at(Stage.VOTING)
    room.act(withdraw_clause, "p1", room.clause("Budget").id)
    assert waits(room, "Mark") == (Waiting(Errand.VOTE, room.clause("Threshold").id),)
    room.wait(days=7)
    assert waits(room, "Mark") == ()


def test_an_escalated_clause_waits_for_the_decider_only() -> None:
    room = room_at(Stage.ESCALATED)
    assert waits(room, "Dee") == (Waiting(Errand.RULE, room.clause("Budget").id),)
    assert waits(room, "Sal") == waits(room, "Hana") == ()


def test_an_escalated_clause_waits_for_the_new_decider_when_there_is_another() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(name_decider, "p1", room.id("Eve"))
    assert (len(waits(room, "Eve")), len(waits(room, "Dee"))) == (1, 0)


def test_no_ruling_waits_when_the_teams_agree_by_now_or_the_decider_has_ruled() -> None:
    room = room_at(Stage.ESCALATED)
    vote(room, "Dee", "Budget")
    assert waits(room, "Dee") == ()
    assert waits(room_at(Stage.RULED), "Dee") == ()


def test_a_frozen_draft_waits_for_those_who_must_sign_until_they_have() -> None:
    room = room_at(Stage.FROZEN)
    assert [waits(room, name) for name in ("Mark", "Hana")] == [(Waiting(Errand.SIGN),), ()]
    assert room.workshop.frozen is not None
    room.act(sign, room.id("Mark"), room.workshop.frozen.sha256, "Mark")
    assert waits(room, "Mark") == ()


def test_nothing_waits_for_anybody_when_the_definition_is_published() -> None:
    room = room_at(Stage.PUBLISHED)
    assert all(waiting_for(room.workshop, person, room.now) == () for person in room.workshop.people)


def test_one_watches_a_ballot_until_one_has_voted() -> None:
    room = room_at(Stage.VOTING)
    assert watches(room, "Sal") == (room.clause("Threshold").id,)
    vote(room, "Sal", "Threshold", Stance.ABSTAIN)
    assert watches(room, "Sal") == ()


def test_the_decider_watches_what_is_before_them_also_while_the_teams_agree_on_it() -> None:
    room = room_at(Stage.ESCALATED)
    budget = room.clause("Budget").id
    assert Waiting(Errand.RULE, budget) in waits(room, "Dee")
    vote(room, "Dee", "Budget", Stance.AGREE)
    assert waits(room, "Dee") == ()
    assert budget in watches(room, "Dee")
    vote(room, "Mark", "Budget", Stance.DISAGREE)
    assert Waiting(Errand.RULE, budget) in waits(room, "Dee")


def watches(room: Room, name: str) -> tuple[str, ...]:
    return clauses_to_watch(room.workshop, room.person(name), room.now)
