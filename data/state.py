"""What a process knows of a workshop: the state folded from its record, and the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from alignment.facts import AnyFact, Recorded
from alignment.folding import step
from alignment.workshop import Workshop
from data.chain import Damage, Reading, cut, ending, read
from data.rows import START, Head
from data.stored import Stored

UNREADABLE = Damage(1, "The first fact of the record cannot be read.")
BROKEN = "Fact {} cannot be read: the database is damaged there."
Entries = tuple[Recorded[AnyFact], ...]


@dataclass(frozen=True)
class State:
    """A workshop with its record up to ``head``. ``seen`` is the head that the database noted then."""

    workshop: Workshop
    record: Entries
    head: Head
    seen: Head | None
    damage: Damage | None = None


def opened(workshop_id: str, stored: Stored) -> State:
    """The state that a whole stored record adds up to; what comes after any damage is left out."""
    reading = read(stored.rows)
    folded = _folded(workshop_id, None, reading.entries)
    if folded.workshop is None:
        damage = reading.damage or folded.damage or UNREADABLE
        return State(_nameless(workshop_id), (), START, stored.head, damage)
    return _state(folded.workshop, folded.entries, reading, stored, folded.damage)


def continued(state: State, stored: Stored) -> State:
    """The state after rows that somebody else has added."""
    reading = read(stored.rows, state.head)
    folded = _folded(state.workshop.id, state.workshop, reading.entries)
    workshop = folded.workshop or state.workshop
    return _state(workshop, state.record + folded.entries, reading, stored, folded.damage)


@dataclass(frozen=True)
class _Folded:
    workshop: Workshop | None
    entries: Entries
    damage: Damage | None = None


def _folded(workshop_id: str, workshop: Workshop | None, entries: Entries) -> _Folded:
    """Facts put together until one does not fit what came before it."""
    for place, entry in enumerate(entries):
        try:
            workshop = step(workshop_id, workshop, entry)
        except (ValueError, LookupError, AssertionError):
            damage = Damage(entry.seq, f"Fact {entry.seq} does not fit what came before it.")
            return _Folded(workshop, entries[:place], damage)
    return _Folded(workshop, entries)


def _state(
    workshop: Workshop, record: Entries, reading: Reading, stored: Stored, damage: Damage | None
) -> State:
    if stored.broken:
        damage = damage or reading.damage or Damage(reading.head.seq + 1, BROKEN.format(reading.head.seq + 1))
    damage = damage or reading.damage or ending(reading.head, stored.head) or cut(reading.head, stored.noted)
    return State(workshop, record, reading.head, stored.head, damage)


def _nameless(workshop_id: str) -> Workshop:
    """What stands for a workshop of which nothing can be read."""
    return Workshop(workshop_id, "Damaged workshop", "", "", "", datetime.fromtimestamp(0, UTC))
