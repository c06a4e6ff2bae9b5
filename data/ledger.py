"""The one table in which everything that happens is kept. Rows are appended, never changed.

Beside the facts, ``heads`` keeps how far each record goes, in the same transaction. It makes appending a
compare and set, so that two processes never continue a record from the same place, and it shows a lost end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from data.databases import connect, facts, heads, tables
from data.rows import START, Head, Row

NO_ROW = (None,) * len(facts.c)
__all__ = ["Conflict", "Head", "Ledger", "Row", "Stored"]


class Conflict(Exception):
    """Somebody else continued this record first; nothing was written."""


@dataclass(frozen=True)
class Stored:
    """Rows of a record as stored at one moment, with its head; ``broken`` if reading stopped at a fault."""

    rows: tuple[Row, ...]
    head: Head | None
    broken: bool = False

    @property
    def nothing(self) -> bool:
        """Whether there is no such workshop."""
        return not self.rows and self.head is None and not self.broken


class Ledger:
    """The records of all workshops in one database. Safe to use from many threads and processes."""

    def __init__(self, url: str) -> None:
        """Open the database at a URL, and make its tables if they are not there."""
        self._engine = connect(url)
        self._reader = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        tables.create_all(self._engine)

    def append(self, rows: Sequence[Row]) -> None:
        """Continue one record, durably, all or nothing; ``Conflict`` if it ends elsewhere than they begin."""
        with self._engine.begin() as connection:
            self._move_head(connection, rows[0], rows[-1])
            connection.execute(facts.insert(), [asdict(row) for row in rows])

    def _move_head(self, connection: sa.Connection, first: Row, last: Row) -> None:
        old = Head(first.seq - 1, first.previous_hash)
        new = {"seq": last.seq, "hash": last.hash}
        if old == START:
            try:
                connection.execute(heads.insert().values(workshop_id=last.workshop_id, **new))
            except sa.exc.IntegrityError as error:
                raise Conflict from error
            return
        here = sa.and_(
            heads.c.workshop_id == last.workshop_id, heads.c.seq == old.seq, heads.c.hash == old.hash
        )
        if connection.execute(heads.update().where(here).values(**new)).rowcount != 1:
            raise Conflict

    def rows(self, workshop_id: str, after: int = 0) -> list[Row]:
        """A record's rows in order, from the one after a number."""
        return list(self.stored(workshop_id, after).rows)

    def stored(self, workshop_id: str, after: int = 0) -> Stored:
        """A record's rows and its head, as one query sees them at one moment."""
        try:
            return self._stored(workshop_id, facts.c.seq > after)
        except sa.exc.DatabaseError as error:
            if isinstance(error, sa.exc.OperationalError):
                raise
            return self._one_by_one(workshop_id, after)

    def _stored(self, workshop_id: str, where: sa.ColumnElement[bool]) -> Stored:
        once = sa.select(sa.literal(1).label("once")).subquery()
        joined = once.outerjoin(heads, heads.c.workshop_id == workshop_id)
        joined = joined.outerjoin(facts, sa.and_(facts.c.workshop_id == workshop_id, where))
        query = sa.select(*facts.c, heads.c.seq, heads.c.hash).select_from(joined).order_by(facts.c.seq)
        with self._reader.connect() as connection:
            found = connection.execute(query).all()
        seq, hash_ = found[0][-2:]
        rows = tuple(Row(*row[:-2]) for row in found if row[:-2] != NO_ROW)
        return Stored(rows, None if seq is None else Head(seq, hash_))

    def _one_by_one(self, workshop_id: str, after: int) -> Stored:
        """What can be read before the place where the database itself is damaged."""
        rows: list[Row] = []
        try:
            while found := self._stored(workshop_id, facts.c.seq == after + len(rows) + 1).rows:
                rows += found
        except sa.exc.DatabaseError:
            pass
        return Stored(tuple(rows), None, broken=True)

    def head(self, workshop_id: str) -> Head | None:
        """How far a record goes; ``None`` if there is none."""
        query = sa.select(heads.c.seq, heads.c.hash).where(heads.c.workshop_id == workshop_id)
        with self._reader.connect() as connection:
            found = connection.execute(query).first()
        return Head(*found) if found is not None else None

    def heads(self, among: Collection[str] | None = None) -> dict[str, int]:
        """How far each record goes, of some workshops or of all."""
        query = sa.select(heads.c.workshop_id, heads.c.seq)
        if among is not None:
            query = query.where(heads.c.workshop_id.in_(among))
        with self._reader.connect() as connection:
            return {workshop_id: int(seq) for workshop_id, seq in connection.execute(query)}

    def openings(self) -> list[Row]:
        """The first row of every record."""
        with self._reader.connect() as connection:
            return [Row(*row) for row in connection.execute(sa.select(facts).where(facts.c.seq == 1))]

    def workshop_ids(self) -> list[str]:
        """Every workshop of which anything is stored."""
        query = sa.union(sa.select(facts.c.workshop_id), sa.select(heads.c.workshop_id))
        with self._reader.connect() as connection:
            return sorted(connection.scalars(query))

    def remove(self, workshop_id: str) -> None:
        """Forget a workshop altogether."""
        with self._engine.begin() as connection:
            for table in (heads, facts):
                connection.execute(table.delete().where(table.c.workshop_id == workshop_id))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
