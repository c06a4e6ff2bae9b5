"""A workshop played through by its own actions at made-up times, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from alignment.facts import AnyFact, Recorded
from alignment.workshop import Workshop
from data.deciding import Action, decide, recorded


class Script:
    """Plays actions one after another; time moves on by some minutes with each."""

    def __init__(
        self, workshop_id: str, opening: tuple[AnyFact, ...], start: datetime, pace: timedelta
    ) -> None:
        """The workshop opens at ``start``."""
        self.now = start
        self._pace = pace
        first = recorded(workshop_id, None, opening, None, start)
        self.workshop: Workshop = first.workshop
        self.entries: list[Recorded[AnyFact]] = list(first.entries)

    def act(self, action: Action, actor: str | None, *args: Any, **fields: Any) -> None:
        """One action, as the rules allow it."""
        self.now += self._pace
        done = decide(self.workshop, action, actor, *args, now=self.now, **fields)
        self.workshop = done.workshop
        self.entries.extend(done.entries)

    def wait_until(self, moment: datetime) -> None:
        """Nothing happens for a while."""
        self.now = max(self.now, moment)

    @contextmanager
    def quickly(self) -> Iterator[None]:
        """What many people do at the same time: half a minute from one thing to the next."""
        usual, self._pace = self._pace, timedelta(seconds=30)
        yield
        self._pace = usual

    def id_of(self, clause_name: str) -> str:
        """The id of the clause of this name."""
        return next(c.id for c in self.workshop.clauses.values() if c.name == clause_name)

    def person(self, name: str) -> str:
        """The id of the person whose name begins so."""
        return next(p.id for p in self.workshop.participants.values() if p.name.startswith(name))
