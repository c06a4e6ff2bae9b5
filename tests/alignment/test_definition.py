"""From settled clauses to a signed definition: freeze, sign, decline, take back, publish, draft again."""

from __future__ import annotations

import hashlib
import re

import pytest
import rfc8785

from alignment.actions.ballots import open_all_ballots, open_ballot
from alignment.actions.clauses import propose_all, propose_clause, revise_clause, withdraw_clause
from alignment.actions.definition import decline, freeze, open_draft, share, sign, thaw
from alignment.actions.people import change_team, name_decider, remove_participant
from alignment.clauses import Status
from alignment.composing import frozen_document, signed_document
from alignment.drafts import Frozen
from alignment.people import Team
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Refused
from alignment.sharing import Sharing
from alignment.stances import Stance
from alignment.workshop import Phase
from definitions.document import Basis
from tests.alignment.rooms import Room, criterion, join, staffed_room, term, threshold
from tests.alignment.stages import (
    SIGNATORIES,
    Stage,
    everybody_votes,
    freeze_for,
    room_at,
    sign_all,
    vote,
)


def agreed_room(*contents: object) -> Room:
    """Everybody agrees on these clauses."""
    room = staffed_room()
    room.act(propose_all, "p1", contents)
    room.act(open_all_ballots, "p1")
    for clause in list(room.workshop.clauses.values()):
        everybody_votes(room, clause.name)
    return room


def draft_of(room: Room) -> Frozen:
    assert room.workshop.frozen is not None
    return room.workshop.frozen


def signed(room: Room, name: str) -> None:
    room.act(sign, room.id(name), draft_of(room).sha256, name)


def test_a_draft_freezes_only_when_every_clause_is_settled() -> None:
    room = room_at(Stage.VOTING)
    with pytest.raises(NotNow, match="Not every clause is settled: Budget, Threshold are still open"):
        freeze_for(room)


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        ((criterion(),), "A definition needs a threshold."),
        ((threshold(),), "A definition needs at least one criterion."),
        ((term(),), "A definition needs at least one criterion. A definition needs a threshold."),
    ],
)
def test_a_draft_that_lacks_something_is_not_frozen(contents: tuple[object, ...], sentence: str) -> None:
    room = agreed_room(*contents)
    with pytest.raises(NotNow, match=f"^{re.escape(sentence)}$"):
        freeze_for(room)


def test_a_threshold_that_no_lead_could_reach_is_not_frozen() -> None:
    room = agreed_room(criterion(best=5), threshold(6))
    with pytest.raises(NotNow, match="No lead could ever qualify: the threshold is 6 points"):
        freeze_for(room)


def test_the_frozen_text_is_hashed_in_its_canonical_form() -> None:
    draft = draft_of(room_at(Stage.FROZEN))
    assert draft.sha256 == hashlib.sha256(rfc8785.dumps(dict(draft.document))).hexdigest()


def test_somebody_of_each_team_and_the_decider_must_sign() -> None:
    room = room_at(Stage.SETTLED)
    with pytest.raises(NotUnderstood, match="Somebody must sign for executives"):
        room.act(freeze, "p1", [room.id("Mark"), room.id("Sal")])
    room.act(freeze, "p1", [room.id("Mark"), room.id("Eve")])
    assert draft_of(room).signatories == tuple(room.id(name) for name in ("Mark", "Dee", "Eve"))


def test_an_observer_or_a_removed_person_signs_for_nobody() -> None:
    room = room_at(Stage.SETTLED)
    freeze_for(room, ("Mark", "Eve", "Obi", "Ofi", "Rex"))
    assert draft_of(room).signatories == tuple(room.id(name) for name in ("Mark", "Dee", "Eve"))


def test_without_a_decider_nothing_is_frozen() -> None:
    room = room_at(Stage.SETTLED)
    room.act(remove_participant, "p1", room.id("Dee"))
    with pytest.raises(Refused, match="There is no decider yet"):
        freeze_for(room)


def test_the_document_says_what_was_ruled_by_whom_and_who_disagreed() -> None:
    room = room_at(Stage.RULED)
    freeze_for(room)
    budget = frozen_document(draft_of(room)).clauses[0]
    assert (budget.basis, budget.content) == (Basis.RULED, criterion())
    assert budget.ruling is not None
    assert (budget.ruling.name, budget.ruling.reason) == ("Dee", "We try it for a quarter.")
    assert [(d.name, d.reason) for d in budget.dissent] == [("Dee", "Sales cannot check it.")]


def test_the_document_names_what_was_left_out_after_a_vote_and_not_what_nobody_voted_on() -> None:
    room = agreed_room(criterion(), threshold(), criterion("Timing"))
    room.act(withdraw_clause, "p1", room.clause("Timing").id)
    room.act(propose_clause, "p1", term())
    room.act(withdraw_clause, "p1", room.clause("Suspect").id, "Never voted on.")
    freeze_for(room)
    left_out = frozen_document(draft_of(room)).left_out
    assert [(item.name, item.reason) for item in left_out] == [("Timing", "Withdrawn.")]


def test_nothing_changes_in_a_frozen_draft() -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotNow, match="The draft is frozen for signing"):
        room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))


def test_a_signature_keeps_the_name_typed_the_statement_and_the_hash() -> None:
    room = room_at(Stage.FROZEN)
    room.act(sign, room.id("Mark"), draft_of(room).sha256, "  mark ")
    signature = draft_of(room).signatures[room.id("Mark")]
    assert (signature.typed_name, signature.sha256) == ("mark", draft_of(room).sha256)
    assert signature.statement.startswith("I, Mark, for marketing, accept version 1")
    assert room.workshop.phase is Phase.FROZEN


def test_the_decider_signs_as_the_decider() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Dee")
    assert "for sales and as the decider" in draft_of(room).signatures[room.id("Dee")].statement


@pytest.mark.parametrize("typed", ["", "Marc", "Sal", "Mark M"])
def test_somebody_elses_name_is_no_signature(typed: str) -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotUnderstood, match="Please type your name as it stands here: Mark"):
        room.act(sign, room.id("Mark"), draft_of(room).sha256, typed)


def test_signing_another_text_than_the_frozen_one_is_refused() -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotNow, match="The text has changed since you opened it"):
        room.act(sign, room.id("Mark"), "0" * 64, "Mark")


def test_nobody_signs_twice_or_declines_after_signing() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    with pytest.raises(NotNow, match="signed this text already"):
        signed(room, "Mark")
    with pytest.raises(NotNow, match="signed this text already"):
        room.act(decline, room.id("Mark"), draft_of(room).sha256, "I changed my mind.")


def test_only_those_who_must_sign_can() -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotAllowed, match="Only those who must sign"):
        signed(room, "Hana")


def test_the_last_signature_publishes_and_not_one_before() -> None:
    room = room_at(Stage.FROZEN)
    for name in SIGNATORIES[:-1]:
        signed(room, name)
        assert (room.workshop.phase, room.workshop.in_force) == (Phase.FROZEN, None)
    signed(room, SIGNATORIES[-1])
    version = room.workshop.in_force
    assert version is not None
    assert (room.workshop.phase, version.version, set(version.draft.signatures)) == (
        Phase.PUBLISHED,
        1,
        {room.id(name) for name in SIGNATORIES},
    )


def test_the_signed_document_is_intact_and_has_all_signatures() -> None:
    room = room_at(Stage.PUBLISHED)
    version = room.workshop.in_force
    assert version is not None
    document = signed_document(room.workshop, version.draft, version)
    assert document.intact
    assert {line.name for line in document.signatures} == set(SIGNATORIES)
    assert document.published_at == version.at


def test_declining_unfreezes_the_draft_and_its_reason_is_kept() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    room.act(decline, room.id("Sal"), draft_of(room).sha256, "Five points are too many.")
    assert (room.workshop.phase, room.workshop.frozen) == (Phase.DRAFTING, None)
    declined = room.workshop.declined
    assert declined is not None
    assert declined.decline is not None
    assert (declined.decline.by, declined.decline.reason) == (room.id("Sal"), "Five points are too many.")


@pytest.mark.parametrize("reason", ["", " \n", "\x00"])
def test_declining_and_taking_back_need_a_reason(reason: str) -> None:
    room = room_at(Stage.FROZEN)
    with pytest.raises(NotUnderstood):
        room.act(decline, room.id("Sal"), draft_of(room).sha256, reason)
    with pytest.raises(NotUnderstood):
        room.act(thaw, "p1", reason)


def test_signatures_lapse_when_the_draft_is_taken_back() -> None:
    room = room_at(Stage.FROZEN)
    signed(room, "Mark")
    room.act(thaw, "p1", "A word is wrong.")
    freeze_for(room)
    assert draft_of(room).signatures == {}
    assert room.workshop.declined is None


def test_the_same_text_frozen_again_has_the_same_hash() -> None:
    room = room_at(Stage.FROZEN)
    before = draft_of(room).sha256
    room.act(thaw, "p1", "A word is wrong.")
    freeze_for(room)
    assert draft_of(room).sha256 == before


@pytest.mark.parametrize("change", [lambda r: r.act(change_team, "p1", r.id("Sal"), Team.EXECUTIVES),
                                    lambda r: r.act(remove_participant, "p1", r.id("Sal")),
                                    lambda r: r.act(name_decider, "p1", r.id("Xan"))])  # fmt: skip
def test_those_who_must_sign_stay_as_they_are_while_the_draft_is_frozen(change: object) -> None:
    with pytest.raises(NotNow, match="The draft is frozen"):
        change(room_at(Stage.FROZEN))  # type: ignore[operator]


def test_people_who_join_after_publication_do_not_unsettle_it() -> None:
    room = room_at(Stage.PUBLISHED)
    for name in ("Nina", "Nick", "Nora"):
        join(room, name, Team.SALES)
    assert {room.status(name) for name in ("Budget", "Threshold")} == {Status.AGREED}


def test_people_who_join_while_it_is_signed_do_not_unsettle_what_is_published() -> None:
    room = room_at(Stage.FROZEN)
    for name in ("Nina", "Nick", "Nora"):
        join(room, name, Team.SALES)
    sign_all(room)
    room.act(open_draft, "p1")
    assert {room.status(name) for name in ("Budget", "Threshold")} == {Status.AGREED}


def test_a_new_draft_carries_the_clauses_over_as_they_are_in_force() -> None:
    room = room_at(Stage.REDRAFTING)
    assert (room.workshop.version, room.workshop.phase) == (2, Phase.DRAFTING)
    assert [room.status(name) for name in ("Budget", "Threshold", "Suspect")] == [
        Status.AGREED,
        Status.AGREED,
        Status.LEFT_OUT,
    ]
    with pytest.raises(NotNow, match="nothing to vote on"):
        room.act(open_ballot, "p1", room.clause("Budget").id)


def test_a_carried_over_clause_is_voted_on_again_once_it_is_revised() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    assert room.status("Budget") is Status.OPEN
    everybody_votes(room, "Budget")
    assert room.status("Budget") is Status.AGREED


def test_version_one_stays_in_force_and_unchanged_until_version_two_is_signed() -> None:
    room = room_at(Stage.REDRAFTING)
    first = room.workshop.in_force
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    everybody_votes(room, "Budget")
    freeze_for(room)
    assert room.workshop.in_force == first
    sign_all(room)
    assert [version.version for version in room.workshop.published] == [1, 2]
    assert room.workshop.published[0] == first
    assert frozen_document(room.workshop.published[1].draft).criteria == (criterion(best=7),)


def test_a_dispute_in_the_second_draft_does_not_touch_the_version_in_force() -> None:
    room = room_at(Stage.REDRAFTING)
    first = room.workshop.in_force
    room.act(revise_clause, "p1", room.clause("Budget").id, 1, criterion(best=7))
    vote(room, "Sal", "Budget", Stance.DISAGREE, "No.")
    room.wait(days=8)
    assert room.status("Budget") is Status.DISPUTED
    assert room.workshop.in_force == first


def test_a_new_draft_is_opened_once() -> None:
    with pytest.raises(NotNow):
        room_at(Stage.REDRAFTING).act(open_draft, "p1")


def test_the_host_chooses_who_may_read_it() -> None:
    room = room_at(Stage.PUBLISHED)
    assert room.workshop.sharing is Sharing.PARTICIPANTS
    room.act(share, "p1", Sharing.ANYONE)
    assert room.workshop.sharing is Sharing.ANYONE
    with pytest.raises(NotNow, match="That is so already"):
        room.act(share, "p1", Sharing.ANYONE)
