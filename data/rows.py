"""A fact as it is stored, sealed by a hash over itself and the fact before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC

from alignment.facts import AnyFact, Recorded


@dataclass(frozen=True)
class Row:
    """One line of a record. ``recorded_at`` is ISO 8601 in UTC, ``body`` the fact as JSON."""

    workshop_id: str
    seq: int
    recorded_at: str
    actor: str
    kind: str
    body: str
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Head:
    """How far a record goes: the number and the hash of its last fact."""

    seq: int
    hash: str


START = Head(0, "0" * 64)
"""The head of a record with nothing in it."""


def next_row(head: Head, workshop_id: str, entry: Recorded[AnyFact]) -> Row:
    """The row that continues a record from its head."""
    at = entry.at.astimezone(UTC).isoformat()
    body = entry.fact.model_dump_json()
    fields = (workshop_id, entry.seq, at, entry.actor, entry.fact.kind, body, head.hash)
    return Row(*fields, hash=seal(*fields))


def seal(
    workshop_id: str, seq: int, recorded_at: str, actor: str, kind: str, body: str, previous_hash: str
) -> str:
    """SHA-256 in hexadecimal over the fields, a line each, the body last."""
    lines = f"{workshop_id}\n{seq}\n{recorded_at}\n{actor}\n{kind}\n{previous_hash}\n{body}"
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def sealed(row: Row) -> bool:
    """Whether a row is as it was written."""
    return row.hash == seal(
        row.workshop_id, row.seq, row.recorded_at, row.actor, row.kind, row.body, row.previous_hash
    )
