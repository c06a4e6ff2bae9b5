"""Where the workshop stands in a sentence, which steps are done, and what comes next."""

from __future__ import annotations

import pytest

from alignment.actions.ballots import open_all_ballots
from alignment.actions.calibrations import judge_lead, open_calibration, reveal_calibration
from alignment.actions.clauses import propose_clause, withdraw_clause
from alignment.actions.definition import sign
from alignment.actions.leads import add_lead_set, remove_lead_set
from alignment.actions.outcomes import remove_outcome_set
from alignment.actions.own_words import ask_own_words, reveal_own_words, write_own_words
from alignment.actions.people import remove_participant
from alignment.judgements import Judgement
from alignment.progress import Step, done, next_for_group, standing_sentence
from tests.alignment.rooms import LEADS, Room, criterion, opened_room, staffed_room, threshold
from tests.alignment.stages import DRAWN, QUESTIONS, Stage, everybody_votes, room_at


def standing(room: Room) -> str:
    return standing_sentence(room.workshop, room.now)


def next_sentence(room: Room) -> str:
    return next_for_group(room.workshop, room.now).sentence


def steps(room: Room) -> frozenset[Step]:
    return done(room.workshop, room.now)


@pytest.mark.parametrize(
    ("stage", "sentence"),
    [
        (Stage.EMPTY, "No clause has been proposed yet."),
        (Stage.DRAFTS, "0 of 2 clauses agreed, 2 not yet voted on, 1 left out."),
        (Stage.VOTING, "0 of 2 clauses agreed, 2 being voted on, 1 left out."),
        (Stage.DISPUTED, "1 of 2 clauses agreed, 1 disputed, 1 left out."),
        (Stage.ESCALATED, "1 of 2 clauses agreed, 1 disputed, 1 left out."),
        (Stage.RULED, "1 of 2 clauses agreed, 1 ruled, 1 left out."),
        (Stage.SETTLED, "2 of 2 clauses agreed, 1 left out."),
        (Stage.PUBLISHED, "2 of 2 clauses agreed, 1 left out."),
    ],
)
def test_where_the_clauses_stand_is_one_sentence(stage: Stage, sentence: str) -> None:
    assert standing(room_at(stage)) == sentence


def test_one_clause_is_not_several() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    assert standing(room) == "0 of 1 clause agreed, 1 not yet voted on."


def test_a_workshop_whose_clauses_are_all_left_out_says_so() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion())
    room.act(withdraw_clause, "p1", room.clause("Budget").id)
    assert standing(room) == "No clause stands: 1 left out."


@pytest.mark.parametrize(
    ("stage", "step", "sentence"),
    [
        (Stage.EMPTY, Step.OWN_WORDS, "Answer in your own words: 0 of 6 have finished."),
        (Stage.DRAFTS, Step.DRAFT, "Open the ballot on 2 draft clauses."),
        (Stage.VOTING, Step.VOTE, "Finish voting on 2 clauses."),
        (Stage.DISPUTED, Step.DECIDE, "Settle 1 disputed clause."),
        (Stage.RULED, Step.SIGN, "Every clause is settled: freeze the draft and sign it."),
        (Stage.SETTLED, Step.SIGN, "Every clause is settled: freeze the draft and sign it."),
        (Stage.FROZEN, Step.SIGN, "Wait for Mark, Sal, Dee and Eve to sign."),
        (Stage.PUBLISHED, Step.MEASURE, "Version 1 is in force. See whether it works."),
    ],
)
def test_the_group_is_told_the_one_thing_that_comes_next(stage: Stage, step: Step, sentence: str) -> None:
    coming = next_for_group(room_at(stage).workshop, room_at(stage).now)
    assert (coming.step, coming.sentence) == (step, sentence)


def test_a_workshop_begins_by_inviting_the_teams_that_lack() -> None:
    assert next_sentence(opened_room()) == "Invite sales and executives: a decision needs all three teams."


def test_a_workshop_with_three_teams_and_nothing_else_begins_with_own_words() -> None:
    coming = next_for_group(staffed_room().workshop, staffed_room().now)
    assert coming.step is Step.OWN_WORDS
    assert coming.sentence == "Ask everybody what a qualified lead is to them, before anything is drafted."


def test_own_words_come_next_until_they_are_revealed_and_are_done_then() -> None:
    room = staffed_room()
    room.act(ask_own_words, "p1", QUESTIONS[:1])
    voters = room.workshop.voters()
    for number, person in enumerate(voters):
        assert next_sentence(room) == f"Answer in your own words: {number} of {len(voters)} have finished."
        room.act(write_own_words, person.id, "q1", "Somebody who buys.")
    assert next_sentence(room) == "Everybody has answered in their own words: reveal them."
    assert Step.OWN_WORDS not in steps(room)
    room.act(reveal_own_words, "p1")
    assert Step.OWN_WORDS in steps(room)
    assert next_sentence(room) == "Propose the first criteria, or begin with the classic scorecard."


def test_a_calibration_comes_next_until_it_is_revealed() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", criterion("Budget"))
    room.act(add_lead_set, "p1", LEADS)
    room.act(open_calibration, "p1", "Before", LEADS.lead_set, 7, DRAWN)
    coming = next_for_group(room.workshop, room.now)
    assert (coming.step, coming.sentence) == (Step.CALIBRATE, "Judge the leads: 0 of 6 have finished.")
    (calibration,) = room.workshop.calibrations
    for person in room.workshop.voters():
        for lead in range(len(DRAWN.leads)):
            room.act(judge_lead, person.id, calibration, lead, Judgement.UNSURE)
    assert next_sentence(room) == "Everybody has judged every lead: reveal it."
    room.act(reveal_calibration, "p1", calibration)
    assert Step.CALIBRATE in steps(room)
    assert next_for_group(room.workshop, room.now).step is Step.DRAFT


def test_a_settled_draft_waits_for_a_decider() -> None:
    room = room_at(Stage.SETTLED)
    room.act(remove_participant, "p1", room.id("Dee"))
    assert next_sentence(room) == "Name the decider on the people page."


def test_agreed_clauses_that_make_no_definition_yet_are_not_to_be_frozen() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", threshold())
    room.act(open_all_ballots, "p1")
    everybody_votes(room, "Threshold")
    coming = next_for_group(room.workshop, room.now)
    assert (coming.step, coming.sentence) == (Step.DRAFT, "A definition needs at least one criterion.")


def test_the_last_one_to_sign_is_named_alone() -> None:
    room = room_at(Stage.FROZEN)
    assert room.workshop.frozen is not None
    for name in ("Mark", "Sal", "Dee"):
        room.act(sign, room.id(name), room.workshop.frozen.sha256, name)
    assert next_sentence(room) == "Wait for Eve to sign."


BEFORE_DRAFTING = {Step.INVITE, Step.SIMULATE, Step.OWN_WORDS, Step.CALIBRATE, Step.MEASURE}
ALL_BUT_SIGNED = frozenset(Step) - {Step.SIGN, Step.PUBLISH}


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (Stage.EMPTY, {Step.INVITE, Step.SIMULATE, Step.MEASURE}),
        (Stage.DRAFTS, BEFORE_DRAFTING),
        (Stage.VOTING, BEFORE_DRAFTING | {Step.DRAFT}),
        (Stage.DISPUTED, BEFORE_DRAFTING | {Step.DRAFT, Step.VOTE}),
        (Stage.SETTLED, ALL_BUT_SIGNED),
        (Stage.FROZEN, ALL_BUT_SIGNED),
        (Stage.PUBLISHED, frozenset(Step)),
    ],
)
def test_the_steps_that_are_done(stage: Stage, expected: set[Step]) -> None:
    assert steps(room_at(stage)) == expected


def test_inviting_is_done_when_nobody_of_the_three_teams_lacks() -> None:
    assert Step.INVITE not in steps(opened_room())
    assert Step.INVITE in steps(staffed_room())


def test_measuring_is_done_while_there_are_outcomes() -> None:
    room = room_at(Stage.PUBLISHED)
    for outcome_set in list(room.workshop.outcome_sets):
        assert Step.MEASURE in steps(room)
        room.act(remove_outcome_set, "p1", outcome_set)
    assert Step.MEASURE not in steps(room)
    assert next_sentence(room) == "Version 1 is in force. Read it, and use it."


def test_trying_on_leads_is_done_while_there_is_a_lead_set() -> None:
    room = staffed_room()
    room.act(add_lead_set, "p1", LEADS)
    assert Step.SIMULATE in steps(room)
    room.act(remove_lead_set, "p1", LEADS.lead_set)
    assert Step.SIMULATE not in steps(room)


def test_while_signing_the_sentence_says_how_many_have_signed() -> None:
    room = room_at(Stage.FROZEN)
    frozen = room.workshop.frozen
    assert frozen is not None
    assert standing_sentence(room.workshop, room.now).endswith(f"0 of {len(frozen.signatories)} have signed.")
