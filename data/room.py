"""One workshop in this process: read it as it stands, and act in it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import RLock
from time import monotonic

import sqlalchemy.exc

from alignment.facts import AnyFact, Recorded
from alignment.refused import NotNow, Refused
from alignment.topics import WORKSHOP, topics
from alignment.workshop import Workshop
from data.batch import Batch
from data.chain import Damage
from data.deciding import Action, Clock
from data.ledger import Conflict, Ledger
from data.rows import Head
from data.state import State, continued, opened
from data.turns import Request, Turns

Announce = Callable[[str, int, frozenset[str]], None]
log = logging.getLogger(__name__)


class NotWritten(Refused):
    """The database did not take what was done."""

    def __init__(self) -> None:
        super().__init__(
            "The record could not be written just now, so this may not have been kept. "
            "Reload the page to see, and try again."
        )


class Room:
    """One workshop's folded state, kept as new as the ledger. Safe to use from many threads."""

    def __init__(
        self, workshop_id: str, ledger: Ledger, clock: Clock, state: State, announce: Announce
    ) -> None:
        """Made by ``Rooms``, which hears through ``announce`` of every change that this room learns of."""
        self.id = workshop_id
        self.clock = clock
        self._ledger = ledger
        self._state = state
        self._announce = announce
        self._gone = False
        self._looked = monotonic()
        self._lock = RLock()
        self._turns = Turns(self._settle)

    @property
    def damage(self) -> Damage | None:
        """Where the record is not as it was written, if anywhere; then nothing can be added."""
        return self._state.damage

    @property
    def head(self) -> int:
        """The number of the last fact that this process knows."""
        return self._state.head.seq

    def record(self) -> tuple[Recorded[AnyFact], ...]:
        """Everything that happened, oldest first."""
        return self._fresh().record

    def workshop(self, within: float = 0.0) -> Workshop:
        """The workshop as it stands now, with what other processes had written ``within`` seconds ago."""
        return self._fresh(within).workshop

    def exists(self, within: float = 0.0) -> bool:
        """Whether the workshop had not been removed ``within`` seconds ago."""
        self._fresh(within)
        return not self._gone

    def act(self, action: Action, actor: str | None, *args: object, **kwargs: object) -> Workshop:
        """Do an action; the workshop right after it, once that is durable. ``Refused`` if it may not be."""
        return self._turns.submit(Request(action, actor, args, kwargs))

    def _fresh(self, within: float = 0.0) -> State:
        """The state after a head check; only when somebody else has written does this read more."""
        now = monotonic()
        if now - self._looked < within:
            return self._state
        if self._ledger.head(self.id) != self._state.seen:
            with self._lock:
                self._load()
        self._looked = now
        return self._state

    def _load(self) -> State:
        head = self._ledger.head(self.id)
        if head == self._state.seen:
            return self._state
        self._become(self._continued(head) or self._opened() or self._state)
        return self._state

    def _continued(self, head: Head | None) -> State | None:
        state = self._state
        if state.damage is not None or head is None or head.seq <= state.head.seq:
            return None
        stored = self._ledger.stored(self.id, state.head.seq)
        return continued(state, stored) if stored.rows and not stored.broken else None

    def _opened(self) -> State | None:
        stored = self._ledger.stored(self.id)
        self._gone = stored.nothing
        return None if self._gone else opened(self.id, stored)

    def _become(self, state: State) -> None:
        before, self._state = self._state, state
        if state.head == before.head and state.damage == before.damage:
            return
        told = state.record[before.head.seq :]
        again = state.damage is not None or state.head.seq <= before.head.seq
        moved = {WORKSHOP} if again else set().union(*(topics(entry) for entry in told))
        self._announce(self.id, state.head.seq, frozenset(moved))

    def _settle(self, requests: list[Request]) -> None:
        """Decide requests in order, write what they add in one transaction, then answer them all."""
        with self._lock:
            try:
                batch = self._written(requests)
            except sqlalchemy.exc.SQLAlchemyError as error:
                log.exception("workshop %s: nothing could be written", self.id)
                raise NotWritten from error
            if batch.rows:
                self._become(batch.state)
            batch.answer()

    def _written(self, requests: list[Request]) -> Batch:
        while True:
            self._refuse_if_closed()
            batch = Batch(self._state)
            for request in requests:
                batch.take(request, self.clock)
            try:
                if batch.rows:
                    self._ledger.append(batch.rows)
                return batch
            except Conflict:
                log.debug("workshop %s: somebody else was first", self.id)

    def _refuse_if_closed(self) -> None:
        damage = self._fresh().damage
        if self._gone:
            raise NotNow("This workshop does not exist any more.")
        if damage is not None:
            raise NotNow(f"The record is damaged, so nothing is added to it. {damage.sentence}")
