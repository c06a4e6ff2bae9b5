"""Disputed clauses: escalated by a facilitator, ruled by the decider, reopened."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, close_ballot, open_all_ballots, open_ballot
from alignment.actions.clauses import propose_clause, revise_clause, withdraw_clause
from alignment.actions.definition import open_draft
from alignment.actions.people import name_decider, remove_participant
from alignment.actions.rulings import escalate, reopen, rule
from alignment.clauses import Ruling, Status
from alignment.composing import dissent
from alignment.outcomes import Outcome
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Refused
from alignment.stances import Stance
from tests.alignment.rooms import Room, criterion, staffed_room, threshold
from tests.alignment.stages import (
    Stage,
    acknowledge_odd,
    everybody_votes,
    freeze_for,
    room_at,
    sign_all,
    vote,
)

WHY = "We try it for a quarter."


def ruled(room: Room, outcome: Outcome | None = Outcome.STANDS, revision: int = 1, reason: str = WHY) -> None:
    room.act(rule, room.id("Dee"), room.clause("Budget").id, outcome, revision, reason)


def test_only_a_disputed_clause_goes_to_the_decider() -> None:
    room = room_at(Stage.DISPUTED)
    with pytest.raises(NotNow, match="Only a disputed clause"):
        room.act(escalate, "p1", room.clause("Threshold").id)


def test_a_clause_goes_to_the_decider_once() -> None:
    room = room_at(Stage.ESCALATED)
    with pytest.raises(NotNow, match="before the decider already"):
        room.act(escalate, "p1", room.clause("Budget").id)


def test_without_a_decider_nothing_goes_to_the_decider() -> None:
    room = room_at(Stage.DISPUTED)
    room.act(remove_participant, "p1", room.id("Dee"))
    vote(room, "Sal", "Budget", Stance.DISAGREE, "I think like Dee.")
    with pytest.raises(Refused, match="There is no decider yet"):
        room.act(escalate, "p1", room.clause("Budget").id)


def test_a_ruling_settles_the_clause_with_its_reason() -> None:
    room = room_at(Stage.ESCALATED)
    ruled(room)
    assert room.status("Budget") is Status.RULED
    assert room.clause("Budget").ruling == Ruling(room.id("Dee"), room.now, Outcome.STANDS, 1, WHY)


def test_a_ruling_may_leave_the_clause_out() -> None:
    room = room_at(Stage.ESCALATED)
    ruled(room, Outcome.LEFT_OUT)
    assert (room.status("Budget"), room.clause("Budget").left_out) == (Status.LEFT_OUT, True)


def test_a_ruling_may_bring_back_an_earlier_wording() -> None:
    room = room_at(Stage.DISPUTED)
    budget = room.clause("Budget").id
    room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    everybody_votes(room, "Budget", but={"Sal": Stance.DISAGREE})
    room.act(escalate, "p1", budget)
    ruled(room, revision=1)
    assert room.clause("Budget").content == criterion(best=5)


def test_dissent_stays_on_record_after_the_ruling() -> None:
    room = room_at(Stage.RULED)
    [who] = dissent(room.workshop, room.clause("Budget"))
    assert (who.name, who.team, who.reason) == ("Dee", "sales", "Sales cannot check it.")


def test_the_disagreement_of_somebody_who_was_removed_is_not_in_the_document() -> None:
    room = room_at(Stage.RULED)
    room.act(name_decider, "p1", room.id("Sal"))
    room.act(remove_participant, "p1", room.id("Dee"))
    assert list(dissent(room.workshop, room.clause("Budget"))) == []


def test_a_ruling_ends_the_voting() -> None:
    room = room_at(Stage.RULED)
    assert room.clause("Budget").rounds[-1].closed_at == room.now
    with pytest.raises(NotNow, match="nothing to vote on"):
        vote(room, "Sal", "Budget", Stance.ABSTAIN)


def test_a_ruled_clause_is_not_revised_but_by_way_of_the_decider() -> None:
    room = room_at(Stage.RULED)
    budget = room.clause("Budget").id
    with pytest.raises(NotNow, match="Ask the decider to reopen it"):
        room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    with pytest.raises(NotNow, match="Ask the decider to reopen it"):
        room.act(withdraw_clause, "p1", budget)


@pytest.mark.parametrize("reason", ["", "  ", "\x00"])
def test_a_ruling_needs_a_reason(reason: str) -> None:
    with pytest.raises(NotUnderstood):
        ruled(room_at(Stage.ESCALATED), reason=reason)


def test_a_ruling_needs_an_outcome() -> None:
    with pytest.raises(NotUnderstood, match="choose a ruling"):
        ruled(room_at(Stage.ESCALATED), None)


@pytest.mark.parametrize("revision", [-1, 0, 2])
def test_a_ruling_is_on_a_wording_that_exists(revision: int) -> None:
    with pytest.raises(NotUnderstood, match="no such wording"):
        ruled(room_at(Stage.ESCALATED), revision=revision)


def test_the_decider_rules_on_nothing_that_was_not_escalated() -> None:
    with pytest.raises(NotNow, match="not before the decider"):
        ruled(room_at(Stage.DISPUTED))


def test_the_decider_does_not_rule_over_teams_that_agree_by_now() -> None:
    room = room_at(Stage.ESCALATED)
    vote(room, "Dee", "Budget")
    assert room.status("Budget") is Status.AGREED
    with pytest.raises(NotNow, match="The teams agree on this clause by now"):
        ruled(room)
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Now I see it.")
    ruled(room)
    assert room.status("Budget") is Status.RULED


def test_the_decider_does_not_rule_on_what_was_carried_over_as_agreed() -> None:
    room = room_at(Stage.ESCALATED)
    vote(room, "Dee", "Budget")
    acknowledge_odd(room)
    freeze_for(room)
    sign_all(room)
    room.act(open_draft, "p1")
    with pytest.raises(NotNow, match="The teams agree on this clause by now"):
        ruled(room)


def test_no_new_ballot_opens_on_a_clause_that_is_before_the_decider() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(close_ballot, "p1", room.clause("Budget").id)
    with pytest.raises(NotNow, match="This clause is before the decider"):
        room.act(open_ballot, room.id("Mark"), room.clause("Budget").id)


def test_only_the_decider_of_now_rules() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(name_decider, "p1", room.id("Sal"))
    with pytest.raises(NotAllowed, match="Only the decider"):
        ruled(room)
    room.act(rule, room.id("Sal"), room.clause("Budget").id, Outcome.STANDS, 1, WHY)
    ruling = room.clause("Budget").ruling
    assert ruling is not None
    assert ruling.by == room.id("Sal")


def test_a_reopened_clause_is_a_draft_with_the_wording_that_was_ruled() -> None:
    room = room_at(Stage.RULED)
    room.act(reopen, room.id("Dee"), room.clause("Budget").id, "New data.")
    budget = room.clause("Budget")
    assert (room.status("Budget"), budget.content) == (Status.DRAFT, criterion())
    assert (budget.ruling, budget.escalation, budget.round) == (None, None, None)


def test_a_ruling_of_an_earlier_version_can_be_reopened_in_the_next_draft() -> None:
    room = room_at(Stage.RULED)
    freeze_for(room)
    sign_all(room)
    room.act(open_draft, "p1")
    assert room.status("Budget") is Status.RULED
    room.act(reopen, room.id("Dee"), room.clause("Budget").id)
    assert room.status("Budget") is Status.DRAFT


def test_nothing_is_reopened_without_a_ruling() -> None:
    room = room_at(Stage.ESCALATED)
    with pytest.raises(NotNow, match="no ruling"):
        room.act(reopen, room.id("Dee"), room.clause("Budget").id)


def test_a_clause_ruled_out_is_not_reopened_beside_another_of_its_name() -> None:
    room = room_at(Stage.ESCALATED)
    old = room.clause("Budget").id
    ruled(room, Outcome.LEFT_OUT)
    room.act(propose_clause, "p1", criterion("budget"))
    with pytest.raises(Refused, match="of this name already"):
        room.act(reopen, room.id("Dee"), old)


def test_a_second_threshold_does_not_come_back_by_reopening() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", threshold())
    old = room.clause("Threshold").id
    room.act(open_all_ballots, "p1")
    everybody_votes(room, "Threshold", but={"Sal": Stance.DISAGREE})
    room.act(escalate, "p1", old)
    room.act(rule, room.id("Dee"), old, Outcome.LEFT_OUT, 1, WHY)
    room.act(propose_clause, "p1", threshold(9))
    with pytest.raises(Refused, match="There is a threshold clause already"):
        room.act(reopen, room.id("Dee"), old)


def test_an_earlier_wording_whose_name_was_taken_meanwhile_cannot_be_ruled() -> None:
    room = room_at(Stage.DISPUTED)
    budget = room.clause("Budget").id
    room.act(revise_clause, "p1", budget, 1, criterion("Money"))
    room.act(propose_clause, "p1", criterion("Budget"))
    everybody_votes(room, "Money", but={"Sal": Stance.DISAGREE})
    room.act(escalate, "p1", budget)
    with pytest.raises(Refused, match="of this name already"):
        room.act(rule, room.id("Dee"), budget, Outcome.STANDS, 1, WHY)
    room.act(rule, room.id("Dee"), budget, Outcome.LEFT_OUT, 1, WHY)


def test_votes_may_change_while_the_clause_is_before_the_decider() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(cast_ballot, room.id("Mark"), room.clause("Budget").id, Stance.RESERVATIONS, "With Dee's point.")
    assert room.status("Budget") is Status.DISPUTED
