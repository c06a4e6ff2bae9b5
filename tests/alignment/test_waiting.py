"""What waits for a person: texts to sign, rulings, ballots."""

from __future__ import annotations

from alignment.actions.ballots import close_ballot, lift_objection, open_ballot
from alignment.actions.calibrations import judge_lead
from alignment.actions.clauses import revise_clause, withdraw_clause
from alignment.actions.definition import open_draft, sign
from alignment.actions.own_words import write_own_words
from alignment.actions.people import change_team, name_decider, remove_participant
from alignment.actions.reading import acknowledge_reading
from alignment.actions.reviewing import review_draft
from alignment.actions.understanding import answer_understanding
from alignment.judgements import Judgement
from alignment.people import Team
from alignment.stances import Stance
from alignment.waiting import Errand, Waiting, clauses_to_watch, waiting_for
from definitions.own_words import InPlace
from tests.alignment.rooms import Room, criterion, join
from tests.alignment.stages import SIGNATORIES, Stage, calibration_id, room_at, vote


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


def test_of_a_published_definition_those_who_did_not_sign_are_asked_to_read_it() -> None:
    room = room_at(Stage.PUBLISHED)
    assert [waits(room, name) for name in SIGNATORIES] == [()] * len(SIGNATORIES)
    assert waits(room, "Xan") == waits(room, "Obi") == (Waiting(Errand.READ),)
    read(room, "Xan")
    assert waits(room, "Xan") == ()


def test_somebody_who_joins_later_is_asked_to_read_what_is_in_force() -> None:
    room = room_at(Stage.PUBLISHED)
    join(room, "Nina", Team.SALES)
    assert waits(room, "Nina") == (Waiting(Errand.READ),)


def test_challenges_wait_for_facilitators_before_they_read_themselves() -> None:
    room = room_at(Stage.PUBLISHED)
    assert waits(room, "Hana") == (Waiting(Errand.CHALLENGE, left=1), Waiting(Errand.READ))


def test_a_review_that_is_due_waits_for_facilitators_until_a_draft_is_begun() -> None:
    room = room_at(Stage.PUBLISHED)
    room.wait(days=190)
    assert Waiting(Errand.UPKEEP) in waits(room, "Ofi")
    assert Waiting(Errand.UPKEEP) not in waits(room, "Xan")
    room.act(open_draft, "p1")
    assert Waiting(Errand.UPKEEP) not in waits(room, "Ofi")


def test_a_text_waits_for_reviewers_first_and_then_for_one_signature_after_another() -> None:
    room = room_at(Stage.REVIEWING)
    assert waiting(room, Errand.REVIEW) == {"Xan", "Obi"}
    assert waiting(room, Errand.SIGN) == set()
    for name in ("Xan", "Obi"):
        room.act(review_draft, room.id(name), room.workshop.frozen.sha256)
    assert waiting(room, Errand.REVIEW) == set()
    assert waiting(room, Errand.SIGN) == {"Sal"}
    room.act(sign, room.id("Sal"), room.workshop.frozen.sha256, "Sal")
    assert waiting(room, Errand.SIGN) == {"Mark"}


def test_when_the_time_to_sign_is_over_only_facilitators_have_something_to_do() -> None:
    room = room_at(Stage.FROZEN)
    room.wait(days=14)
    assert waiting(room, Errand.SIGN) == set()
    assert waiting(room, Errand.RENEW) == {"Hana", "Ofi"}


def waiting(room: Room, errand: Errand) -> set[str]:
    return {p.name for p in room.workshop.people if errand in {w.errand for w in waits(room, p.name)}}


def read(room: Room, name: str) -> None:
    version = room.workshop.in_force
    assert version is not None
    room.act(acknowledge_reading, room.id(name), version.version, version.draft.sha256)


def test_only_the_decider_watches_how_others_vote() -> None:
    """What waits for everybody else changes by their own votes, of which each hears anyway."""
    room = room_at(Stage.ESCALATED)
    assert watches(room, "Sal") == ()
    assert watches(room, "Dee") == (room.clause("Budget").id,)


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


def test_a_new_wording_asks_whoever_objected_before_all_others() -> None:
    room = room_at(Stage.VOTING)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=6))
    budget, threshold = room.clause("Budget").id, room.clause("Threshold").id
    assert waits(room, "Dee") == (Waiting(Errand.ANSWERED, budget), Waiting(Errand.VOTE, threshold))
    assert waits(room, "Sal")[0] == Waiting(Errand.VOTE, budget)
    vote(room, "Dee", "Budget")
    assert waits(room, "Dee") == (Waiting(Errand.VOTE, threshold),)


def test_a_second_round_on_the_same_wording_answers_no_objection() -> None:
    room = room_at(Stage.VOTING)
    budget = room.clause("Budget").id
    room.act(close_ballot, "p1", budget)
    room.act(open_ballot, "p1", budget)
    assert waits(room, "Dee")[0] == Waiting(Errand.VOTE, budget)


def test_a_lifted_objection_needs_no_answer() -> None:
    room = room_at(Stage.VOTING)
    room.act(lift_objection, room.id("Dee"), room.clause("Budget").id)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=6))
    assert waits(room, "Dee")[0] == Waiting(Errand.VOTE, room.clause("Budget").id)


def test_leads_and_questions_wait_for_those_who_vote_until_they_are_answered_or_revealed() -> None:
    room = room_at(Stage.EMPTY)
    assert waits(room, "Mark") == (Waiting(Errand.JUDGE, left=4), Waiting(Errand.WORDS, left=2))
    assert waits(room, "Sal") == (Waiting(Errand.JUDGE, left=3), Waiting(Errand.WORDS, left=1))
    assert waits(room, "Obi") == waits(room, "Ofi") == ()
    for lead in (1, 2, 3):
        room.act(judge_lead, room.id("Sal"), calibration_id(room), lead, Judgement.NOT)
    room.act(write_own_words, room.id("Sal"), "q2", in_place=InPlace.PARTLY)
    assert waits(room, "Sal") == ()
    assert waits(room_at(Stage.DRAFTS), "Mark") == ()


def test_the_check_of_the_version_in_force_waits_until_every_lead_is_judged() -> None:
    room = room_at(Stage.REDRAFTING)
    assert waits(room, "Mark") == (Waiting(Errand.UNDERSTAND, left=2),)
    assert waits(room, "Sal") == (Waiting(Errand.UNDERSTAND, left=1),)
    room.act(answer_understanding, room.id("Sal"), 1, None)
    assert waits(room, "Sal") == ()
    assert waits(room, "Obi") == (Waiting(Errand.READ),)
