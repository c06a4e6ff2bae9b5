"""All workshops of one database, as this process knows them."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime
from threading import Lock

import sqlalchemy.exc

from alignment.facts import AnyFact, Recorded
from alignment.topics import WORKSHOP
from data.deciding import Clock, recorded
from data.ledger import Ledger, Row
from data.room import NotWritten, Room
from data.rows import START, Head, next_row
from data.settings import settings
from data.state import opened
from data.watching import Changed, Watchers

MOST_ROOMS = 500
LOOK_SECONDS = 0.25
log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The time of day, in UTC."""
    return datetime.now(UTC)


class Rooms:
    """Opens and enters workshops, and tells listeners what changes. Safe to use from many threads."""

    def __init__(self, ledger: Ledger, clock: Clock = utc_now) -> None:
        """The workshops in a ledger; ``clock`` says when things happen."""
        self.ledger = ledger
        self.clock = clock
        self._rooms: OrderedDict[str, Room] = OrderedDict()
        self._lock = Lock()
        self._watchers = Watchers()

    def open(self, facts: Sequence[AnyFact], workshop_id: str | None = None) -> Room:
        """A new workshop that begins with these facts, now; ``Conflict`` if there is one with this id."""
        workshop_id = workshop_id or new_id()
        return self.keep(workshop_id, recorded(workshop_id, None, facts, None, self.clock()).entries)

    def keep(self, workshop_id: str, entries: Sequence[Recorded[AnyFact]]) -> Room:
        """A new workshop with a whole record, written at once; ``Conflict`` if there is one with this id."""
        rows: list[Row] = []
        head = START
        for entry in entries:
            rows.append(next_row(head, workshop_id, entry))
            head = Head(rows[-1].seq, rows[-1].hash)
        try:
            self.ledger.append(rows)
        except sqlalchemy.exc.SQLAlchemyError as error:
            log.exception("workshop %s could not be opened", workshop_id)
            raise NotWritten from error
        room = self.enter(workshop_id)
        assert room is not None
        return room

    def enter(self, workshop_id: str, within: float = 0.0) -> Room | None:
        """The workshop with this id; ``None``, after one query, if there is none.

        A look at the database ``within`` so many seconds before is enough to know that it still exists.
        """
        known = self._known(workshop_id)
        if known is not None and known.exists(within):
            return known
        stored = self.ledger.stored(workshop_id)
        if stored.nothing:
            self._forget(workshop_id)
            return None
        state = opened(workshop_id, stored)
        return self._remember(Room(workshop_id, self.ledger, self.clock, state, self._watchers.tell))

    def remove(self, workshop_id: str) -> None:
        """Remove a workshop and its record for good."""
        self.ledger.remove(workshop_id)
        self._forget(workshop_id)
        self._watchers.tell(workshop_id, 0, frozenset({WORKSHOP}))

    def subscribe(self, workshop_id: str, callback: Changed) -> None:
        """Hear of every change to a workshop, made in this process or seen by ``watch``."""
        self._watchers.add(workshop_id, callback)

    def unsubscribe(self, workshop_id: str, callback: Changed) -> None:
        """Hear no more."""
        self._watchers.drop(workshop_id, callback)

    def listeners(self, workshop_id: str) -> int:
        """How many listen to a workshop in this process."""
        return self._watchers.number(workshop_id)

    async def watch(self, every: float = LOOK_SECONDS) -> None:
        """Look for what other processes have written, for as long as the server runs."""
        while True:
            await asyncio.sleep(every)
            await asyncio.to_thread(self.look)

    def look(self) -> None:
        """Load what other processes have added to workshops that somebody listens to."""
        watched = self._watchers.watched()
        if not watched:
            return
        try:
            for workshop_id, head in self.ledger.heads(watched).items():
                room = self._known(workshop_id)
                if room is None or room.head != head:
                    self.enter(workshop_id)
        except Exception:  # the next look must come whatever went wrong
            log.exception("the record could not be looked at; trying again")

    def _known(self, workshop_id: str) -> Room | None:
        with self._lock:
            room = self._rooms.get(workshop_id)
            if room is not None:
                self._rooms.move_to_end(workshop_id)
            return room

    def _remember(self, room: Room) -> Room:
        with self._lock:
            room = self._rooms.setdefault(room.id, room)
            watched = self._watchers.watched()
            spare = [known for known in self._rooms if known not in watched and known != room.id]
            for workshop_id in spare[: max(0, len(self._rooms) - MOST_ROOMS)]:
                del self._rooms[workshop_id]
            return room

    def _forget(self, workshop_id: str) -> None:
        with self._lock:
            self._rooms.pop(workshop_id, None)


def new_id() -> str:
    """An id for a workshop: 12 characters that can stand in an address."""
    return secrets.token_urlsafe(9)


_made: list[Rooms] = []
_making = Lock()


def rooms() -> Rooms:
    """The rooms of this process, made from the settings when first asked for."""
    with _making:
        if not _made:
            _made.append(Rooms(Ledger(settings().database_url)))
        return _made[0]


def forget_rooms() -> None:
    """Let go of the process's rooms, so that the next ones are made from the settings of then."""
    with _making:
        while _made:
            _made.pop().ledger.close()
