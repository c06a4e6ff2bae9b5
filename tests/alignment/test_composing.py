"""What is frozen encloses golden leads, evidence, and what changed since the version in force."""

from __future__ import annotations

import numpy as np
import pytest

from alignment.actions.ballots import cast_ballot, open_ballot
from alignment.actions.clauses import propose_clause
from alignment.actions.definition import freeze
from alignment.composing import frozen_document
from alignment.readiness import preview
from alignment.refused import NotNow
from alignment.stances import Seal, Stance
from definitions.document import Document, scorecard, sha256
from definitions.enclosures import Fate
from definitions.evidence import Measured, measured
from definitions.profiles import Profiles
from definitions.scorecard import Verdict
from tests.alignment.rooms import LEADS, VOTERS, Room, term
from tests.alignment.stages import SIGNATORIES, Stage, freeze_for, room_at, sign_all


def text_of(room: Room) -> Document:
    """The frozen text."""
    assert room.workshop.frozen is not None
    return frozen_document(room.workshop.frozen)


def evidence_for(room: Room, name: str = LEADS.name, lead_set: str = LEADS.lead_set) -> Measured:
    """Evidence for the text as it would be frozen now."""
    text = preview(room.workshop, (), room.now)
    assert text is not None
    leads = Profiles(
        criteria=("Budget",),
        labels=(("Yes", "No"),),
        months=(),
        answers=np.array([[0], [1]]),
        month=np.array([-1, -1]),
        leads=np.array([30, 70]),
        won=np.array([9, 1]),
        lost=np.array([11, 60]),
        revenue=np.zeros(2),
    )
    found = measured(name, lead_set, leads, scorecard(text))
    assert found is not None
    return found


def freeze_with(room: Room, evidence: Measured) -> None:
    room.act(freeze, "p1", [room.id(name) for name in SIGNATORIES], evidence)


def test_golden_leads_are_enclosed_as_worked_examples() -> None:
    fine, odd = text_of(room_at(Stage.FROZEN)).examples
    assert (fine.name, fine.verdict, fine.points) == ("Fine", Verdict.QUALIFIED, 5)
    assert [(a.criterion, a.answer, a.points) for a in fine.answers] == [("Budget", "Yes", 5)]
    assert (odd.name, odd.verdict, odd.why) == ("Odd", Verdict.NOT_QUALIFIED, "We were wrong about it.")


def test_the_first_version_names_none_before_and_the_second_what_changed() -> None:
    room = room_at(Stage.REDRAFTING)
    first = room.workshop.published[0].draft
    assert frozen_document(first).since is None
    text = preview(room.workshop, (), room.now)
    assert text is not None
    assert text.since is not None
    assert (text.since.version, text.since.sha256, text.since.changes) == (1, first.sha256, ())


def test_evidence_from_a_lead_set_of_the_workshop_is_frozen_and_signed_with_the_text() -> None:
    room = room_at(Stage.SETTLED)
    freeze_with(room, evidence_for(room))
    text = text_of(room)
    assert text.evidence is not None
    assert (text.evidence.lead_set, text.evidence.qualified) == ("March", 30)
    assert room.workshop.frozen is not None
    assert room.workshop.frozen.sha256 == sha256(text)
    sign_all(room)
    assert room.replayed() == room.workshop


@pytest.mark.parametrize(("name", "lead_set"), [("March", "e" * 64), ("April", "f" * 64)])
def test_evidence_from_leads_that_are_not_in_the_workshop_is_refused(name: str, lead_set: str) -> None:
    room = room_at(Stage.SETTLED)
    with pytest.raises(NotNow, match="not in this workshop"):
        freeze_with(room, evidence_for(room, name, lead_set))
    assert room.workshop.frozen is None


def test_evidence_for_another_scorecard_is_refused() -> None:
    room = room_at(Stage.SETTLED)
    found = evidence_for(room)
    harder = found.scorecard.threshold.model_copy(update={"qualified_from": 5})
    other = Measured(type(found.scorecard)(found.scorecard.criteria, harder), found.evidence)
    with pytest.raises(NotNow, match="has changed since"):
        freeze_with(room, other)


def test_freezing_without_leads_needs_no_evidence() -> None:
    room = room_at(Stage.SETTLED)
    freeze_for(room)
    assert text_of(room).evidence is None


def test_a_clause_that_comes_is_told_as_new() -> None:
    room = room_at(Stage.REDRAFTING)
    room.act(propose_clause, room.id("Mark"), term("Prospect", "Somebody who asks."))
    clause = room.clause("Prospect").id
    room.act(open_ballot, "p1", clause, Seal.UNTIL_VOTED)
    for name in VOTERS:
        room.act(cast_ballot, room.id(name), clause, Stance.AGREE, "")
    text = preview(room.workshop, (), room.now)
    assert text is not None
    assert text.since is not None
    assert [(change.name, change.fate) for change in text.since.changes] == [("Prospect", Fate.ADDED)]
