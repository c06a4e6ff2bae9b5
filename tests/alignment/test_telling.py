"""The record: every kind of fact has a place in the workshop and a phrase that tells it."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from pydantic import ValidationError

from alignment.actions.ballots import close_ballot, lift_objection, open_ballot, reveal_ballot
from alignment.actions.challenges import answer_challenge, challenge_by_figures, withdraw_challenge
from alignment.actions.clauses import comment, propose_clause, restore_clause, revise_clause
from alignment.actions.connections import remove_webhook, revoke_key
from alignment.actions.definition import decline, renew_request, share, thaw, widen_draft
from alignment.actions.discussion import catch_up, resolve_comment
from alignment.actions.golden_leads import drop_golden_lead
from alignment.actions.joining import use_device_link
from alignment.actions.leads import choose_lead_set, remove_lead_set
from alignment.actions.opening import invite_by_email, revoke_invitation
from alignment.actions.outcomes import choose_outcome_set, remove_outcome_set
from alignment.actions.people import change_team, choose_smallest_group, set_facilitator
from alignment.actions.presenting import show_scene, stop_timer
from alignment.actions.promises import state_promise
from alignment.actions.reading import acknowledge_reading, hold_review
from alignment.actions.reviewing import review_draft, send_back
from alignment.actions.rulings import reopen
from alignment.actions.scenarios import remove_scenario
from alignment.actions.self_qualification import change_self_qualification
from alignment.actions.understanding import answer_understanding, ask_understanding
from alignment.facts import AnyFact, Fact, read_fact
from alignment.folding import fold
from alignment.people import Team
from alignment.presenting import Scene
from alignment.sharing import Sharing
from alignment.stances import Seal, Stance
from alignment.telling import clause_of, tell
from definitions.measures.gains import Gain
from definitions.self_qualification import ProspectForm, usual_question
from tests.alignment.rooms import Room, criterion, staffed_room, term
from tests.alignment.stages import (
    DEVICE_HASH,
    Stage,
    challenge_id,
    challenge_it,
    freeze_for,
    golden_id,
    room_at,
    sign_all,
    vote,
)

KINDS = set(get_args(AnyFact))


def full_room() -> Room:
    """A room in which everything has happened that can happen."""
    room = room_at(Stage.RULED)
    mark, dee, budget = room.id("Mark"), room.id("Dee"), room.clause("Budget").id
    room.act(reopen, dee, budget, "New data.")
    room.act(revise_clause, mark, budget, 2, criterion(best=6), "One more point.")
    room.act(open_ballot, "p1", budget)
    room.act(close_ballot, "p1", budget)
    room.act(open_ballot, "p1", budget, Seal.UNTIL_REVEAL)
    vote(room, "Sal", "Budget", Stance.DISAGREE, "Too many.")
    room.act(lift_objection, room.id("Sal"), budget)
    room.act(reveal_ballot, "p1", budget)
    for name in ("Hana", "Mark", "Sal", "Dee", "Eve", "Xan"):
        vote(room, name, "Budget", Stance.RESERVATIONS)
    room.act(restore_clause, mark, room.clause("Suspect").id)
    vote_in_term(room)
    room.act(comment, mark, budget, "Done.")
    room.act(resolve_comment, mark, budget, room.clause("Budget").comments[0].id)
    room.act(catch_up, mark, room.workshop.head)
    room.act(state_promise, "p1", Gain.QUOTA, 50, None, "The sales report of May.")
    people_and_leads(room)
    freeze_and_sign(room)
    return room


def vote_in_term(room: Room) -> None:
    room.act(open_ballot, "p1", room.clause("Suspect").id)
    for name in ("Hana", "Mark", "Sal", "Dee", "Eve", "Xan"):
        vote(room, name, "Suspect")


def people_and_leads(room: Room) -> None:
    room.act(use_device_link, None, DEVICE_HASH)
    room.act(set_facilitator, "p1", room.id("Ofi"), False)
    room.act(set_facilitator, "p1", room.id("Ofi"), True)
    room.act(change_team, "p1", room.id("Obi"), Team.SALES)
    room.act(choose_lead_set, "p1", next(iter(room.workshop.lead_sets)))
    room.act(remove_lead_set, "p1", next(iter(room.workshop.lead_sets)))
    room.act(choose_outcome_set, "p1", next(iter(room.workshop.outcome_sets)))
    room.act(remove_outcome_set, "p1", next(iter(room.workshop.outcome_sets)))
    room.act(remove_scenario, "p1", next(iter(room.workshop.scenarios)))
    room.act(drop_golden_lead, "p1", golden_id(room, "Fine"))
    room.act(revoke_invitation, "p1", list(room.workshop.invitations)[-1])
    room.act(share, "p1", Sharing.ANYONE)
    room.act(stop_timer, "p1")
    room.act(show_scene, "p1", Scene.NOTHING)
    room.act(revoke_key, "p1", next(iter(room.workshop.keys)))
    room.act(remove_webhook, "p1")


def freeze_and_sign(room: Room) -> None:
    freeze_for(room)
    room.act(thaw, "p1", "A word is wrong.")
    freeze_for(room)
    assert room.workshop.frozen is not None
    room.act(decline, room.id("Sal"), room.workshop.frozen.sha256, "Not yet.")
    freeze_for(room, reviewers=[room.id("Xan")])
    room.act(send_back, room.id("Xan"), room.workshop.frozen.sha256, "Not clear.")
    freeze_for(room, reviewers=[room.id("Xan")])
    room.act(review_draft, room.id("Xan"), room.workshop.frozen.sha256, "Well said.")
    room.act(renew_request, "p1", 30)
    sign_all(room)
    room.act(ask_understanding, "p1")
    room.act(answer_understanding, room.id("Sal"), 0, None)
    room.act(choose_smallest_group, "p1", 3)
    form = ProspectForm(questions=(usual_question(criterion(best=6)),))
    room.act(change_self_qualification, "p1", False, form)
    use_it(room)


def use_it(room: Room) -> None:
    version, xan = room.workshop.in_force, room.id("Xan")
    assert version is not None
    room.act(acknowledge_reading, xan, version.version, version.draft.sha256)
    room.act(hold_review, "p1", "Still true.")
    challenge_it(room, "Xan", "Budget")
    room.act(withdraw_challenge, xan, challenge_id(room))
    challenge_it(room, "Xan", "Budget")
    room.act(answer_challenge, "p1", challenge_id(room), "It can be checked.")
    figures = {"Accepted": "61 %"}
    room.act(challenge_by_figures, None, room.clause("Budget").id, "Fewer accepted.", figures, "w 10")
    room.act(widen_draft, "p1")


def phrases(room: Room) -> dict[str, list[str]]:
    """What the record tells Hana, by kind of fact."""
    told: dict[str, list[str]] = {}
    for entry in room.record:
        sentence = tell(room.workshop, entry, room.person("Hana"), room.now)
        told.setdefault(entry.fact.kind, []).append(sentence)
    return told


def test_every_kind_of_fact_is_folded_and_told_in_a_record_where_everything_happened() -> None:
    room = full_room()
    assert {type(entry.fact) for entry in room.record} == KINDS
    assert all(sentence.strip() for told in phrases(room).values() for sentence in told)
    assert room.replayed() == room.workshop


def test_every_fact_class_is_one_of_the_kinds_and_no_two_share_a_name() -> None:
    assert set(Fact.__subclasses__()) == KINDS
    names = [kind.model_fields["kind"].default for kind in KINDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("position", range(len(KINDS)))
def test_a_fact_reads_back_from_json_as_it_was(position: int) -> None:
    kind = sorted(KINDS, key=lambda k: str(k.__name__))[position]
    fact = next(entry.fact for entry in full_room().record if isinstance(entry.fact, kind))
    assert read_fact(fact.model_dump_json()) == fact


def test_the_record_is_told_in_peoples_own_words_and_names() -> None:
    told = phrases(full_room())
    assert told["workshop opened"] == ["opened the workshop Leads"]
    assert told["participant joined"][0] == "joined marketing"
    assert told["participant removed"] == ["removed Rex"]
    assert told["decider named"] == ["named Dee the decider"]
    assert told["clause revised"] == ["revised Budget: One more point."]
    assert told["comment made"][1:] == ["commented on Budget: Done."]
    assert told["ruling made"] == ["ruled on Budget: stands. We try it for a quarter."]
    assert told["lead set added"] == ["added 1,200 leads from March"]
    assert told["scenario saved"] == ["saved the scenario Stricter: One more point."]
    assert told["golden lead kept"][0] == "kept the golden lead Fine, to be qualified"
    assert told["golden flip acknowledged"] == [
        "acknowledged that a golden lead is now not qualified: We were wrong about it."
    ]
    assert told["facilitator changed"] == [
        "made Ofi a facilitator",
        "took the facilitator's role from Ofi",
        "made Ofi a facilitator",
    ]
    assert told["signature declined"] == ["declined to sign version 1: Not yet."]
    assert told["definition published"] == ["gave the last signature: version 1 is in force"]


def test_a_name_that_looks_like_a_placeholder_is_told_as_it_is() -> None:
    room = staffed_room()
    room.act(propose_clause, "p1", term("{clause} {person}"))
    room.act(comment, "p1", room.clause("{clause} {person}").id, "{clause}")
    assert phrases(room)["comment made"] == ["commented on {clause} {person}: {clause}"]


def test_a_fact_about_a_clause_says_which() -> None:
    room = room_at(Stage.DRAFTS)
    about = [clause_of(entry.fact) for entry in room.record]
    assert about[0] is None
    assert about[-2] == room.clause("Suspect").id


def test_a_record_that_does_not_begin_with_its_opening_is_none() -> None:
    record = room_at(Stage.DRAFTS).record
    with pytest.raises(ValueError, match="begins with its opening"):
        fold("w", [])
    with pytest.raises(ValueError, match="begins with its opening"):
        fold("w", record[1:])


def test_the_workshop_as_it_stood_is_the_fold_of_the_record_up_to_then() -> None:
    room = room_at(Stage.SETTLED)
    earlier = fold("w", room.record[:5])
    assert (earlier.head, earlier.last_at) == (5, room.record[4].at)
    assert earlier.clauses == {}


def test_time_that_passes_without_facts_changes_nothing_in_the_record() -> None:
    room = room_at(Stage.VOTING)
    room.now += timedelta(days=300)
    assert room.replayed() == room.workshop


@pytest.mark.parametrize(
    "body",
    [
        '{"kind": "unheard of"}',
        "{}",
        "[]",
        "",
        '{"kind": "ballot closed", "clause_id": "c1", "round": 1, "x": 2}',
    ],
)
def test_what_this_version_does_not_know_is_not_read_as_a_fact(body: str) -> None:
    with pytest.raises(ValidationError):
        read_fact(body)


def test_an_invited_address_is_told_to_facilitators_only() -> None:
    room = staffed_room()
    room.act(invite_by_email, "p1", "ada@example.org", Team.SALES, 7)
    told = {
        name: tell(room.workshop, room.record[-1], room.workshop.participants[room.id(name)], room.now)
        for name in ("Hana", "Mark")
    }
    assert told == {"Hana": "made a way in for ada@example.org", "Mark": "made a way in for sales"}


def test_closing_the_definition_is_not_told_as_opening_it() -> None:
    room = staffed_room()
    room.act(share, "p1", Sharing.ANYONE)
    room.act(share, "p1", Sharing.PARTICIPANTS)
    assert [tell(room.workshop, entry, None, room.now) for entry in room.record[-2:]] == [
        "chose who reads the definition: anyone with the link",
        "chose who reads the definition: participants only",
    ]
