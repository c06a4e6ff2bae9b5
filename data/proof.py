"""Proof that a record is as it was written: every fact read again from the database and checked."""

from __future__ import annotations

from dataclasses import dataclass

from data.chain import Damage
from data.rooms import Rooms
from data.state import opened


@dataclass(frozen=True)
class Proof:
    """How many facts a record has, the fingerprint of the last, and the first damage if there is any."""

    facts: int
    last: str
    damage: Damage | None


def proof(rooms: Rooms, workshop_id: str) -> Proof:
    """Check one workshop's whole record in the database, not what this process remembers of it."""
    stored = rooms.ledger.stored(workshop_id)
    damage = opened(workshop_id, stored).damage
    return Proof(len(stored.rows), stored.rows[-1].hash if stored.rows else "", damage)
