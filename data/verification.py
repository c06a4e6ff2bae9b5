"""Verifying records: every fact read anew from the database, not from what a process remembers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.chain import Damage
from data.ledger import Ledger
from data.state import opened


@dataclass(frozen=True)
class Verified:
    """One workshop's record: how many facts are sound, the last one's hash, the first damage if any."""

    workshop_id: str
    name: str
    facts: int
    last: str
    damage: Damage | None


def verify_all(ledger: Ledger) -> Iterator[Verified]:
    """Every workshop's record, one after the other."""
    for workshop_id in ledger.workshop_ids():
        found = verify_one(ledger, workshop_id)
        if found is not None:
            yield found


def verify_one(ledger: Ledger, workshop_id: str) -> Verified | None:
    """One workshop's record, every hash checked and every fact folded; ``None`` if there is none."""
    stored = ledger.stored(workshop_id)
    if stored.nothing:
        return None
    state = opened(workshop_id, stored)
    return Verified(workshop_id, state.workshop.name, len(state.record), state.head.hash, state.damage)
