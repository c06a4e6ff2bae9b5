"""What is on its way to other systems: one row a message, beside the record and no part of it.

If the table is lost, it is made anew from the record: what was told since the webhook was set is told again.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from data.ledger import Ledger
from data.webhooks.sending import Outcome

BACK_OFF = (10, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600)
"""Seconds to wait after each failure; after one more failure the message is given up."""
LEASE_SECONDS = 60.0
"""So long a message belongs to the process that took it; if that process ends, another takes it then."""
AT_ONCE = 10
MOST_SHOWN = 20

_tables = sa.MetaData()
_deliveries = sa.Table(
    "deliveries",
    _tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("workshop_id", sa.Text, nullable=False, index=True),
    sa.Column("webhook_id", sa.Text, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("made_at", sa.Float, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("next_try", sa.Float, nullable=False),
    sa.Column("tried_at", sa.Float),
    sa.Column("said", sa.Text, nullable=False),
)


class State(StrEnum):
    """How far a message has come."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given up"


@dataclass(frozen=True)
class Delivery:
    """A message on its way. Times are seconds since 1970; ``said``: how the last attempt went.

    ``seq``: the number of the fact that it is about, 0 for a test.
    """

    id: str
    workshop_id: str
    webhook_id: str
    seq: int
    made_at: float
    state: State = State.WAITING
    attempts: int = 0
    next_try: float = 0.0
    tried_at: float | None = None
    said: str = ""


class Outbox:
    """The messages in one database. Safe to use from many threads and processes."""

    def __init__(self, engine: sa.Engine) -> None:
        """Make the table if it is not there."""
        self._engine = engine
        _tables.create_all(engine)

    def add(self, delivery: Delivery) -> bool:
        """One more message, unless it is there already."""
        try:
            with self._engine.begin() as connection:
                connection.execute(_deliveries.insert().values(**asdict(delivery)))
        except sa.exc.IntegrityError:
            return False
        return True

    def known(self, workshop_id: str) -> frozenset[str]:
        """The ids of a workshop's messages."""
        query = sa.select(_deliveries.c.id).where(_deliveries.c.workshop_id == workshop_id)
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(query))

    def due(self, now: datetime) -> list[Delivery]:
        """The messages to send now, those that wait longest first."""
        waits = sa.and_(_deliveries.c.state == State.WAITING, _deliveries.c.next_try <= now.timestamp())
        return self._found(
            sa.select(_deliveries).where(waits).order_by(_deliveries.c.next_try).limit(AT_ONCE)
        )

    def of(self, workshop_id: str, webhook_id: str) -> list[Delivery]:
        """The latest messages of a webhook, newest first."""
        here = sa.and_(_deliveries.c.workshop_id == workshop_id, _deliveries.c.webhook_id == webhook_id)
        query = sa.select(_deliveries).where(here).order_by(_deliveries.c.made_at.desc(), _deliveries.c.id)
        return self._found(query.limit(MOST_SHOWN))

    def claim(self, delivery: Delivery, now: datetime) -> bool:
        """Take a message for an attempt; only one process can, and only for a while."""
        taken = {"attempts": delivery.attempts + 1, "next_try": now.timestamp() + LEASE_SECONDS}
        return self._change(delivery, delivery.attempts, next_try=delivery.next_try, to=taken)

    def settle(self, delivery: Delivery, outcome: Outcome, now: datetime) -> None:
        """Keep how the attempt on a claimed message went, and when it is tried again if it is."""
        tried = delivery.attempts + 1
        to: dict[str, Any] = {"said": outcome.said, "tried_at": now.timestamp(), "state": State.DELIVERED}
        if not outcome.arrived and (outcome.final or tried > len(BACK_OFF)):
            to["state"] = State.GIVEN_UP
        elif not outcome.arrived:
            to |= {"state": State.WAITING, "next_try": now.timestamp() + BACK_OFF[tried - 1]}
        self._change(delivery, tried, to=to)

    def again(self, delivery: Delivery, now: datetime) -> bool:
        """Send a message that was given up once more, as if it were new."""
        anew = {"state": State.WAITING, "attempts": 0, "next_try": now.timestamp()}
        given_up = sa.and_(_deliveries.c.id == delivery.id, _deliveries.c.state == State.GIVEN_UP)
        return self._update(given_up, anew)

    def remove(self, delivery: Delivery) -> None:
        """Forget a message that nobody is to get any more."""
        with self._engine.begin() as connection:
            connection.execute(_deliveries.delete().where(_deliveries.c.id == delivery.id))

    def forget(self, workshop_id: str) -> None:
        """Forget every message of a workshop that is gone."""
        with self._engine.begin() as connection:
            connection.execute(_deliveries.delete().where(_deliveries.c.workshop_id == workshop_id))

    def _change(
        self, delivery: Delivery, attempts: int, *, to: dict[str, Any], next_try: float | None = None
    ) -> bool:
        still = [
            _deliveries.c.id == delivery.id,
            _deliveries.c.state == State.WAITING,
            _deliveries.c.attempts == attempts,
        ]
        if next_try is not None:
            still.append(_deliveries.c.next_try == next_try)
        return self._update(sa.and_(*still), to)

    def _update(self, where: sa.ColumnElement[bool], to: dict[str, Any]) -> bool:
        with self._engine.begin() as connection:
            return connection.execute(_deliveries.update().where(where).values(**to)).rowcount == 1

    def _found(self, query: sa.Select[Any]) -> list[Delivery]:
        with self._engine.connect() as connection:
            rows = [row._asdict() for row in connection.execute(query)]
        return [Delivery(**{**row, "state": State(row["state"])}) for row in rows]


@lru_cache(maxsize=1)
def outbox(ledger: Ledger) -> Outbox:
    """The messages beside a record."""
    return Outbox(ledger.engine)
