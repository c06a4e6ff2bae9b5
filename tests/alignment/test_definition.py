"""From settled clauses to a text that is frozen: what it needs, and what it says."""

from __future__ import annotations

import hashlib
import re

import pytest
import rfc8785

from alignment.actions.clauses import propose_clause, revise_clause, withdraw_clause
from alignment.actions.definition import freeze
from alignment.actions.people import remove_participant
from alignment.composing import frozen_document
from alignment.refused import NotNow, NotUnderstood, Refused
from definitions.document import Basis
from tests.alignment.drafting import agreed_room
from tests.alignment.rooms import criterion, term, threshold
from tests.alignment.stages import Stage, draft_of, freeze_for, room_at


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
