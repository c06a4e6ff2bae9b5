"""Actions played through in memory, to be kept as one record: the demo's and the benchmarks' past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alignment.facts import AnyFact, Recorded
from alignment.workshop import Workshop
from data.deciding import Action, decide, recorded


class Rehearsal:
    """A workshop that is not kept yet. Each action says when it happens; the rules are the real ones."""

    def __init__(self, workshop_id: str, opening: Sequence[AnyFact], now: datetime) -> None:
        """Begin with the facts that open a workshop."""
        first = recorded(workshop_id, None, opening, None, now)
        self.workshop: Workshop = first.workshop
        self.entries: list[Recorded[AnyFact]] = list(first.entries)

    def act(
        self, action: Action, actor: str | None, /, *args: object, now: datetime, **kwargs: object
    ) -> Workshop:
        """Do an action at a moment; ``Refused`` if it may not be. ``Rooms.keep`` writes the entries."""
        decided = decide(self.workshop, action, actor, *args, now=now, **kwargs)
        self.workshop = decided.workshop
        self.entries += decided.entries
        return self.workshop
