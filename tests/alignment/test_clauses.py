"""Drafting: propose, revise, comment."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import cast_ballot, close_ballot, open_ballot
from alignment.actions.clauses import (
    MOST_CLAUSES,
    comment,
    propose_all,
    propose_clause,
    restore_clause,
    revise_clause,
    withdraw_clause,
)
from alignment.clauses import Status
from alignment.refused import NotNow, NotUnderstood, Overtaken, Refused
from alignment.stances import Seal, Stance
from definitions.handoff import Handoff
from definitions.texts import LONG
from tests.alignment.drafting import drafting_room, round_of, voting_room
from tests.alignment.rooms import criterion, term, threshold
from tests.alignment.stages import Stage, everybody_votes, room_at

HOSTILE = (
    "<script>alert(1)</script> **bold** {{ secret }} {clause} $x^2$ =1+1 | a |\n"
    "\u202eright to left\u202c \u0645\u0631\u062d\u0628\u0627 Привет 👩‍💻 `code` [link](javascript:0)"
)


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


def test_a_clause_cannot_become_one_of_another_kind() -> None:
    room = drafting_room()
    with pytest.raises(NotUnderstood, match="A criterion cannot become a term"):
        room.act(revise_clause, "p1", room.clause("Budget").id, 1, term("Budget"))


@pytest.mark.parametrize("action", [open_ballot, restore_clause, withdraw_clause])
def test_a_clause_that_does_not_exist_is_refused(action: object) -> None:
    with pytest.raises(NotUnderstood, match="There is no such clause"):
        drafting_room().act(action, "p1", "c999")  # type: ignore[arg-type]
