"""A handoff of three numbers, as all were once, still opens, and what was signed with it keeps its hash."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from alignment.facts import ClauseProposed
from definitions.contents import Content
from definitions.document import canonical, sha256
from definitions.handoff import Handoff
from tests.definitions.documents import document, settled
from tests.definitions.handoffs.fullest import FULLEST

CONTENT: TypeAdapter[Content] = TypeAdapter(Content)
WRITTEN = '{"kind":"handoff","decide_hours":24,"contact_hours":48,"acceptance_percent":90}'
SIGNED = "7c9f5f37cc98ab089fcc8a57505c33191e3732d77d2830d5b4120c04da81ac70"
"""The fingerprint of ``documents.document()`` from before the handoff had more than three numbers."""


def test_a_handoff_of_three_numbers_opens_and_is_written_as_it_was() -> None:
    assert CONTENT.validate_json(WRITTEN) == Handoff()
    assert CONTENT.dump_json(Handoff()).decode() == WRITTEN
    fact = ClauseProposed.model_validate({"clause_id": "c1", "content": json.loads(WRITTEN)})
    assert fact.content == Handoff()


def test_what_was_signed_with_it_keeps_its_fingerprint() -> None:
    assert sha256(document()) == SIGNED


def test_a_handoff_that_says_everything_is_read_back_from_the_document() -> None:
    full = document([*(c for c in document().clauses if c.content.kind != "handoff"), settled(FULLEST)])
    written = json.loads(canonical(full))
    (handoff,) = (c["content"] for c in written["clauses"] if c["content"]["kind"] == "handoff")
    assert CONTENT.validate_json(json.dumps(handoff)) == FULLEST
    assert sha256(full) != SIGNED
