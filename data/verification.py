"""Verifying every record of a database, one workshop after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.chain import Damage
from data.ledger import Ledger
from data.state import opened


@dataclass(frozen=True)
class Verified:
    """One workshop's record: its name, how many facts are sound, and the first damage if there is any."""

    workshop_id: str
    name: str
    facts: int
    damage: Damage | None


def verify_all(ledger: Ledger) -> Iterator[Verified]:
    """Each workshop's record read anew, every hash checked and every fact folded."""
    for workshop_id in ledger.workshop_ids():
        stored = ledger.stored(workshop_id)
        if not stored.nothing:
            state = opened(workshop_id, stored)
            yield Verified(workshop_id, state.workshop.name, len(state.record), state.damage)
