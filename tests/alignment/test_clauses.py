"""Drafting and voting: propose, revise, comment, leave out, bring back; open, cast, close."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, close_ballot, lift_objection, open_all_ballots, open_ballot
from alignment.actions.clauses import (
    MOST_CLAUSES,
    comment,
    propose_all,
    propose_clause,
    restore_clause,
    revise_clause,
    withdraw_clause,
)
from alignment.clauses import Round, Status
from alignment.people import Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Overtaken, Refused
from alignment.stances import Seal, Stance
from definitions.handoff import Handoff
from definitions.texts import LONG
from tests.alignment.rooms import Room, criterion, join, staffed_room, term, threshold
from tests.alignment.stages import Stage, everybody_votes, room_at, vote

HOSTILE = (
    "<script>alert(1)</script> **bold** {{ secret }} {clause} $x^2$ =1+1 | a |\n"
    "\u202eright to left\u202c \u0645\u0631\u062d\u0628\u0627 Привет 👩‍💻 `code` [link](javascript:0)"
)


def drafting_room() -> Room:
    """Mark proposed Budget; nobody has voted."""
    room = staffed_room()
    room.act(propose_clause, room.id("Mark"), criterion())
    return room


def voting_room() -> Room:
    """The ballot on Mark's Budget is open."""
    room = drafting_room()
    room.act(open_ballot, "p1", room.clause("Budget").id)
    return room


def round_of(room: Room) -> Round:
    found = room.clause("Budget").round
    assert found is not None
    return found


def test_a_proposed_clause_is_a_draft_of_its_author() -> None:
    room = drafting_room()
    assert room.status("Budget") is Status.DRAFT
    assert room.clause("Budget").author == room.id("Mark")


@pytest.mark.parametrize("name", ["Budget", " budget ", "BUDGET", "Ｂudget"])
def test_a_second_criterion_of_the_same_name_is_refused(name: str) -> None:
    room = drafting_room()
    with pytest.raises(Refused, match="There is a criterion of this name already"):
        room.act(propose_clause, "p1", criterion(name))


def test_a_term_may_bear_the_name_of_a_criterion() -> None:
    room = drafting_room()
    room.act(propose_clause, "p1", term("Budget"))
    assert {clause.kind.value for clause in room.workshop.clauses.values()} == {"criterion", "term"}


@pytest.mark.parametrize("content", [threshold(9), Handoff(decide_hours=8)])
def test_there_is_one_threshold_and_one_handoff(content: object) -> None:
    room = drafting_room()
    room.act(propose_all, "p1", [threshold(), Handoff()])
    with pytest.raises(Refused, match="clause already"):
        room.act(propose_clause, "p1", content)


def test_several_at_once_pass_over_what_is_there_already() -> None:
    room = drafting_room()
    room.act(propose_all, "p1", [criterion(), criterion("Role"), term()])
    assert [clause.name for clause in room.workshop.clauses.values()] == ["Budget", "Role", "Suspect"]
    with pytest.raises(NotNow, match="All of these are in the workshop already"):
        room.act(propose_all, "p1", [criterion("Role"), term()])


def test_several_at_once_take_the_first_of_those_that_clash_with_each_other() -> None:
    room = drafting_room()
    room.act(propose_all, "p1", [threshold(4), threshold(9), term(), term("suspect", "Another.")])
    assert [clause.name for clause in room.workshop.clauses.values()] == ["Budget", "Threshold", "Suspect"]


def test_a_workshop_holds_so_many_clauses_and_no_more() -> None:
    room = drafting_room()
    room.act(propose_all, "p1", [term(f"Term {n}") for n in range(MOST_CLAUSES - 1)])
    with pytest.raises(Refused, match="at most 500 clauses"):
        room.act(propose_clause, "p1", term())
    with pytest.raises(Refused, match="at most 500 clauses"):
        room.act(propose_all, "p1", [term()])


def test_a_revision_is_the_wording_that_stands_and_the_old_one_is_kept() -> None:
    room = drafting_room()
    sal, budget_id = room.id("Sal"), room.clause("Budget").id
    room.act(revise_clause, sal, budget_id, 1, criterion(best=7), "Five is too few.")
    budget = room.clause("Budget")
    assert budget.content == criterion(best=7)
    assert [(r.number, r.content, r.note) for r in budget.revisions] == [
        (1, criterion(), ""),
        (2, criterion(best=7), "Five is too few."),
    ]


def test_a_revision_of_an_older_wording_is_told_that_it_was_overtaken_and_by_whom() -> None:
    room = drafting_room()
    budget = room.clause("Budget").id
    room.act(revise_clause, room.id("Sal"), budget, 1, criterion(best=7))
    with pytest.raises(Overtaken, match="Sal changed this clause while you were writing"):
        room.act(revise_clause, room.id("Eve"), budget, 1, criterion(best=9))
    assert room.clause("Budget").content == criterion(best=7)


def test_a_revision_that_changes_nothing_is_refused() -> None:
    room = drafting_room()
    with pytest.raises(NotNow, match="Nothing changed"):
        room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion())


def test_a_revision_to_a_name_that_is_taken_is_refused() -> None:
    room = drafting_room()
    room.act(propose_clause, "p1", criterion("Role"))
    with pytest.raises(Refused, match="of this name already"):
        room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion("ROLE"))


def test_revising_a_draft_opens_no_ballot() -> None:
    room = drafting_room()
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    assert room.status("Budget") is Status.DRAFT


def test_a_revision_opens_the_ballot_again_on_the_new_wording_with_the_same_seal() -> None:
    room = drafting_room()
    budget = room.clause("Budget").id
    room.act(open_ballot, "p1", budget, Seal.UNTIL_REVEAL)
    everybody_votes(room, "Budget")
    room.act(close_ballot, "p1", budget)
    assert room.status("Budget") is Status.AGREED
    room.act(revise_clause, room.id("Sal"), budget, 1, criterion(best=7))
    again = round_of(room)
    assert room.status("Budget") is Status.OPEN
    assert (again.number, again.revision, again.seal, again.ballots) == (2, 2, Seal.UNTIL_REVEAL, {})


def test_a_revision_takes_an_escalated_clause_back_to_the_teams() -> None:
    room = room_at(Stage.ESCALATED)
    room.act(revise_clause, room.id("Sal"), room.clause("Budget").id, 1, criterion(best=7))
    assert (room.status("Budget"), room.clause("Budget").escalation) == (Status.OPEN, None)


def test_a_comment_remembers_the_wording_it_was_made_on() -> None:
    room = drafting_room()
    budget = room.clause("Budget").id
    room.act(revise_clause, "p1", budget, 1, criterion(best=7))
    room.act(comment, room.id("Eve"), budget, "Better.")
    [said] = room.clause("Budget").comments
    assert (said.by, said.text, said.revision) == (room.id("Eve"), "Better.", 2)


@pytest.mark.parametrize("text", ["", "  \n", "\x00"])
def test_an_empty_comment_is_refused(text: str) -> None:
    room = drafting_room()
    with pytest.raises(NotUnderstood):
        room.act(comment, "p1", room.clause("Budget").id, text)


def test_a_text_that_is_too_long_is_refused_in_plain_words() -> None:
    room = drafting_room()
    with pytest.raises(NotUnderstood, match=r"Text is longer than 20,000 characters\. Nothing was changed\."):
        room.act(comment, "p1", room.clause("Budget").id, "x" * (LONG + 1))


def test_hostile_text_is_kept_as_typed() -> None:
    room = voting_room()
    budget = room.clause("Budget").id
    room.act(comment, "p1", budget, HOSTILE)
    room.act(cast_ballot, room.id("Sal"), budget, Stance.DISAGREE, HOSTILE)
    room.act(revise_clause, "p1", budget, 1, criterion(question=HOSTILE, why=HOSTILE), HOSTILE)
    clause = room.replayed().clauses[budget]
    assert clause.comments[0].text == HOSTILE
    assert clause.rounds[0].ballots[room.id("Sal")].reason == HOSTILE
    assert clause.revision.note == HOSTILE
    assert clause.content == criterion(question=HOSTILE, why=HOSTILE)


@pytest.mark.parametrize("text", ["\x00 a", " \x07\tb\n\x00 ", "c\ud800", "\x1f\n d"])
def test_what_is_kept_of_a_text_reads_back_the_same(text: str) -> None:
    room = voting_room()
    room.act(comment, "p1", room.clause("Budget").id, text)
    assert room.replayed() == room.workshop


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


def test_a_clause_cannot_become_one_of_another_kind() -> None:
    room = drafting_room()
    with pytest.raises(NotUnderstood, match="A criterion cannot become a term"):
        room.act(revise_clause, "p1", room.clause("Budget").id, 1, term("Budget"))


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


@pytest.mark.parametrize("action", [open_ballot, restore_clause, withdraw_clause])
def test_a_clause_that_does_not_exist_is_refused(action: object) -> None:
    with pytest.raises(NotUnderstood, match="There is no such clause"):
        drafting_room().act(action, "p1", "c999")  # type: ignore[arg-type]


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
