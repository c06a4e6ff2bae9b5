"""Reading a record and noticing damage to it: a change, a gap, a missing end.

Every fact is sealed with the hash of the one before, and the record's head is kept beside it, so an accident
or a hand in the database shows. Somebody who may write to the database and computes every later hash and the
head anew is not noticed by this alone: for that, keep a backup or a printed hash elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import ValidationError

from alignment.facts import AnyFact, Recorded, read_fact
from data.rows import START, Head, Row, sealed


@dataclass(frozen=True)
class Damage:
    """The first place where a record is not as it was written, and what is wrong there, as a sentence."""

    seq: int
    sentence: str


@dataclass(frozen=True)
class Reading:
    """What could be read of a record: the facts before any damage, and how far they go."""

    entries: tuple[Recorded[AnyFact], ...]
    head: Head
    damage: Damage | None = None


def verify(rows: Iterable[Row], head: Head | None = None) -> Damage | None:
    """The first damage in a whole record, or ``None``; with ``head`` also whether its end is missing."""
    reading = read(rows)
    return reading.damage or (ending(reading.head, head) if head is not None else None)


def read(rows: Iterable[Row], after: Head = START) -> Reading:
    """The facts of rows that continue a record from a head, up to the first damage."""
    entries: list[Recorded[AnyFact]] = []
    head = after
    for row in rows:
        entry = _entry(row, head)
        if isinstance(entry, str):
            return Reading(tuple(entries), head, Damage(head.seq + 1, entry))
        entries.append(entry)
        head = Head(row.seq, row.hash)
    return Reading(tuple(entries), head)


def ending(found: Head, kept: Head | None) -> Damage | None:
    """The damage when a record does not end where its kept head says."""
    if kept is None:
        return Damage(found.seq, "The note of where this record ends is missing.")
    if found != kept and found.seq >= kept.seq:
        return Damage(found.seq, f"The record does not end as noted: it goes to fact {found.seq}.")
    return cut(found, kept)


def cut(found: Head, noted: Head | None) -> Damage | None:
    """The damage when a record once went further than it does."""
    if noted is None or found.seq >= noted.seq:
        return None
    missing = noted.seq - found.seq
    return Damage(found.seq + 1, f"The end of the record is missing: {missing} of {noted.seq} facts.")


def _entry(row: Row, before: Head) -> Recorded[AnyFact] | str:
    """The fact in a row, or a sentence that says why it cannot be trusted."""
    number = before.seq + 1
    if row.seq != number:
        return f"Fact {number} is missing."
    if row.previous_hash != before.hash:
        return f"Fact {number} does not continue the fact before it."
    if not sealed(row):
        return f"Fact {number} was changed after it was written."
    return _read(row) or f"Fact {number} is of a kind that this version cannot read."


def _read(row: Row) -> Recorded[AnyFact] | None:
    try:
        at, fact = datetime.fromisoformat(row.recorded_at), read_fact(row.body)
    except (ValidationError, ValueError):
        return None
    readable = fact.kind == row.kind and at.utcoffset() == timedelta(0)
    return Recorded(row.seq, at, row.actor, fact) if readable else None
