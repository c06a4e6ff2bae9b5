"""What is told: that a definition was published, or that this is a test."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Sequence

from alignment.facts import AnyFact, DefinitionPublished, Recorded
from alignment.workshop import Workshop
from data.settings import settings

PUBLISHED, TRIAL = "definition published", "test"


def publication_id(workshop_id: str, webhook_id: str, seq: int) -> str:
    """The id of the message on one publication: the same each time it is sent, so that once is enough."""
    return "msg_" + hashlib.sha256(f"{workshop_id}\n{webhook_id}\n{seq}".encode()).hexdigest()[:32]


def trial_id() -> str:
    """A fresh id for a test."""
    return "msg_" + secrets.token_hex(16)


def trial_body(workshop: Workshop) -> bytes:
    """A message that says nothing but that it arrived."""
    return _json(event=TRIAL, workshop=workshop.slug, address=_address(workshop))


def publication_body(workshop: Workshop, record: Sequence[Recorded[AnyFact]], seq: int) -> bytes | None:
    """The message on a publication, from the fact of this number; ``None`` if it is none."""
    entry = record[seq - 1] if 0 < seq <= len(record) else None
    if entry is None or not isinstance(entry.fact, DefinitionPublished):
        return None
    return _json(
        event=PUBLISHED,
        workshop=workshop.slug,
        version=entry.fact.version,
        sha256=entry.fact.sha256,
        address=_address(workshop),
        published_at=entry.at.isoformat(),
    )


def _address(workshop: Workshop) -> str | None:
    """Where the definition is read; not known without ``COMMON_TERMS_PUBLIC_URL``."""
    public = settings().public_url
    return f"{public}/definition/{workshop.slug}" if public else None


def _json(**fields: object) -> bytes:
    return json.dumps(fields, separators=(",", ":")).encode()
