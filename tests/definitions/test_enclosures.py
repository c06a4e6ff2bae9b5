"""What is enclosed with a definition is signed with it, and a definition without keeps its fingerprint."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from definitions.comparison import compared
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.differences import ChangeKind
from definitions.document import Document, canonical, scorecard, sha256
from definitions.enclosures import MOST_CURVE_POINTS, Evidence, Fate
from definitions.evidence import measured
from definitions.profiles import Profiles
from definitions.since import ORDER, since
from definitions.threshold import Threshold
from tests.definitions.documents import BUDGET, CLAUSES, NEED, RULED, THRESHOLD, document, settled

BEFORE_THERE_WERE_ENCLOSURES = "7c9f5f37cc98ab089fcc8a57505c33191e3732d77d2830d5b4120c04da81ac70"


def profiles_of() -> Profiles:
    """Ten leads over two months: each answer of Need, two thirds of the wins with a clear need."""
    return Profiles(
        criteria=("Need",),
        labels=(("Clear", "Not clear"),),
        months=("2026-01", "2026-02"),
        answers=np.array([[0], [1]]),
        month=np.array([0, 1]),
        leads=np.array([6, 4]),
        won=np.array([2, 1]),
        lost=np.array([3, 2]),
        revenue=np.zeros(2),
    )


def need_only(threshold: int = 5, best: int = 5) -> Document:
    """A definition with one question."""
    answers = (Answer(label="Clear", points=best), Answer(label="Not clear", points=0))
    asked = NEED.model_copy(update={"answers": answers})
    return document([settled(asked), settled(Threshold(qualified_from=threshold))])


def test_a_definition_signed_before_there_were_enclosures_keeps_its_fingerprint() -> None:
    assert sha256(document()) == BEFORE_THERE_WERE_ENCLOSURES
    assert not {"examples", "evidence", "since"} & set(json.loads(canonical(document())))


def test_evidence_says_what_the_definition_would_have_done() -> None:
    found = measured("Spring", "a" * 64, profiles_of(), scorecard(need_only()))
    assert found is not None
    evidence = found.evidence
    assert (evidence.leads, evidence.qualified, evidence.won, evidence.won_qualified) == (10, 6, 3, 2)
    assert evidence.months == ("2026-01", "2026-02")
    assert evidence.kept is not None
    assert evidence.kept.low < evidence.kept.value < evidence.kept.high
    assert evidence.kept.value == pytest.approx(2 / 3, abs=1e-4)
    assert [(p.threshold, p.qualified, p.won) for p in evidence.curve][0::5] == [(0, 6, 2), (5, 6, 2)]


def test_leads_that_answer_no_question_are_no_evidence() -> None:
    nothing = Profiles(**{**vars(profiles_of()), "answers": np.array([[-1], [-1]])})
    assert measured("Spring", "a" * 64, nothing, scorecard(need_only())) is None


@pytest.mark.parametrize("threshold", [1, 333, 1000])
def test_a_long_curve_is_thinned_and_keeps_its_ends_and_the_threshold(threshold: int) -> None:
    found = measured("Spring", "a" * 64, profiles_of(), scorecard(need_only(threshold, best=1000)))
    assert found is not None
    kept = [point.threshold for point in found.evidence.curve]
    assert len(kept) <= MOST_CURVE_POINTS
    assert {0, threshold, 1000} <= set(kept)
    assert kept == sorted(set(kept))


def test_evidence_is_part_of_what_is_signed() -> None:
    found = measured("Spring", "a" * 64, profiles_of(), scorecard(need_only()))
    assert found is not None
    with_it = need_only().model_copy(update={"evidence": found.evidence})
    assert sha256(with_it) != sha256(need_only())
    assert Document.model_validate(with_it.model_dump(mode="json")) == with_it


def test_evidence_names_its_leads_by_a_fingerprint() -> None:
    with pytest.raises(ValidationError):
        Evidence(lead_set="x", sha256="short", leads=1, qualified=1, won=0, won_qualified=0, lost_qualified=0)


def changed(*clauses: Content) -> Document:
    return document([RULED, *(settled(content) for content in clauses)])


def test_what_changed_is_said_clause_by_clause() -> None:
    raised = THRESHOLD.model_copy(update={"qualified_from": 9})
    found = since(document(), changed(NEED, raised).clauses)
    assert (found.version, found.sha256) == (1, sha256(document()))
    fates = {change.name: change.fate for change in found.changes}
    assert fates == {
        "Threshold": Fate.CHANGED,
        "Handoff": Fate.REMOVED,
        "MQL": Fate.REMOVED,
        "SAL": Fate.REMOVED,
        ORDER: Fate.CHANGED,
    }
    details = next(change.details for change in found.changes if change.name == "Threshold")
    assert [(detail.before, detail.after) for detail in details] == [("8 points", "9 points")]


def test_the_same_clauses_in_another_wording_round_changed_nothing() -> None:
    again = [clause.model_copy(update={"revision": 7}) for clause in CLAUSES]
    assert since(document(), again).changes == ()


def test_that_a_clause_is_now_agreed_and_not_ruled_is_a_change() -> None:
    found = since(document(), [settled(NEED), settled(BUDGET), *CLAUSES[2:]])
    assert [(d.what, d.before, d.after) for c in found.changes for d in c.details] == [
        ("Decided", "ruled by Ines Okafor", "agreed by the teams")
    ]


def test_two_versions_are_compared_by_the_word() -> None:
    other = NEED.model_copy(update={"question": NEED.question.replace("business problem", "problem")})
    after = document([settled(other), *CLAUSES[1:-1]])
    found = {clause.name: clause for clause in compared(document(), after)}
    fates = {name: clause.fate for name, clause in found.items()}
    assert fates == {"Need": Fate.CHANGED, "MQL": Fate.REMOVED}
    removed = [p.text.strip() for p in found["Need"].lines[0].pieces if p.kind is ChangeKind.REMOVED]
    assert removed == ["business"]
    assert "A lead that marketing hands to sales." in found["MQL"].lines[0].pieces[0].text


NAMES = st.lists(st.sampled_from("ABCDEFG"), min_size=1, unique=True)


@given(NAMES, NAMES)
def test_what_came_and_what_went_are_told_apart(before: list[str], after: list[str]) -> None:
    def version(names: list[str]) -> Document:
        answers = NEED.answers
        asked = [Criterion(name=name, question=f"{name}?", answers=answers) for name in names]
        return document([*map(settled, asked), settled(THRESHOLD)])

    found = compared(version(before), version(after))
    for fate, names in ((Fate.ADDED, set(after) - set(before)), (Fate.REMOVED, set(before) - set(after))):
        assert {clause.name for clause in found if clause.fate is fate} == names
        for clause in found:
            if clause.fate is fate:
                assert clause.lines[0].pieces[0].text.startswith(f"{clause.name}: ")
