"""The document has one form, one fingerprint, and scores leads as it says."""

import hashlib
import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from definitions.contents import ContentKind
from definitions.document import canonical, lacking, scorecard, sha256, sign
from definitions.handoff import Handoff
from definitions.scorecard import Verdict, score
from tests.definitions.documents import (
    CLAUSES,
    NEED,
    NOON,
    RULED,
    THRESHOLD,
    document,
    published,
    settled,
    signature,
)

POSITIONS = st.integers(0, 10_000)
LETTERS = st.sampled_from(string.ascii_letters + "я😀שx")


def test_clauses_stand_in_a_fixed_order_with_criteria_as_proposed() -> None:
    kinds = [clause.content.kind for clause in document(reversed(CLAUSES)).clauses]
    assert kinds == ["criterion", "criterion", "threshold", "handoff", "term", "term"]
    assert [c.name for c in document(reversed(CLAUSES)).criteria] == ["Budget", "Need"]


@given(st.permutations(range(2, len(CLAUSES))))
def test_the_order_in_which_other_clauses_come_does_not_change_the_fingerprint(order: list[int]) -> None:
    shuffled = [*CLAUSES[:2], *(CLAUSES[index] for index in order)]
    assert sha256(document(shuffled)) == sha256(document())


def test_the_order_of_criteria_is_part_of_what_is_signed() -> None:
    assert sha256(document(reversed(CLAUSES))) != sha256(document())


@given(POSITIONS, LETTERS)
def test_any_changed_character_changes_the_fingerprint(position: int, letter: str) -> None:
    question = NEED.question
    place = position % len(question)
    changed = question[:place] + letter + question[place + 1 :]
    clauses = (settled(NEED.model_copy(update={"question": changed})), *CLAUSES[1:])
    assert (sha256(document(clauses)) == sha256(document())) == (changed == question)


def test_the_fingerprint_is_sha_256_of_canonical_json() -> None:
    text = canonical(document())
    assert hashlib.sha256(text).hexdigest() == sha256(document())
    read = json.loads(text)
    assert text == json.dumps(read, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def test_what_is_signed_names_rulings_dissent_left_out_signers_and_their_words() -> None:
    text = canonical(document()).decode()
    for part in (
        RULED.ruling.reason,
        RULED.dissent[0].reason,
        "It predicted nothing.",
        "and will work by it",
    ):  # type: ignore[union-attr]
        assert part in text


def test_the_document_scores_leads_by_the_clauses_that_were_signed() -> None:
    card = scorecard(document())
    assert score(card, {"Need": "Clear", "Budget": "Being formulated"}).verdict is Verdict.QUALIFIED
    assert score(card, {"Need": "Clear", "Budget": "None"}).verdict is Verdict.NOT_QUALIFIED


def test_a_definition_needs_a_criterion_and_a_threshold() -> None:
    assert lacking([NEED, THRESHOLD]) == ()
    assert lacking([NEED]) == ("A definition needs a threshold.",)
    with pytest.raises(ValidationError, match="at least one criterion"):
        document([settled(THRESHOLD)])


@pytest.mark.parametrize("content", [THRESHOLD, Handoff()], ids=[ContentKind.THRESHOLD, ContentKind.HANDOFF])
def test_a_definition_has_one_threshold_and_one_handoff(content: Handoff) -> None:
    with pytest.raises(ValidationError, match="more than one"):
        document((*CLAUSES, settled(content)))


def test_a_ruled_clause_needs_its_ruling() -> None:
    with pytest.raises(ValidationError, match="a ruled clause has a ruling"):
        RULED.model_validate({**RULED.model_dump(), "ruling": None})


def test_a_signature_on_another_text_shows() -> None:
    changed = document(company="Another company")
    line = signature(document(), document().signers[0], 0)
    assert published().intact
    assert not sign(changed, [line], NOON).intact
    assert not published().model_copy(update={"document": changed}).intact
