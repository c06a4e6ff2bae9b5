"""A record as the database holds it, read so carefully that damage to the database is survived."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from data.databases import damaged, facts, heads
from data.rows import Head, Row

NO_ROW = (None,) * len(facts.c)


@dataclass(frozen=True)
class Stored:
    """Rows of a record at one moment, with its head and what was noted of it before, outside the database.

    ``broken``: the database could not give them all.
    """

    rows: tuple[Row, ...]
    head: Head | None
    broken: bool = False
    noted: Head | None = None

    @property
    def nothing(self) -> bool:
        """Whether there is no such workshop."""
        return not (self.rows or self.head or self.noted or self.broken)


def stored(reader: sa.Engine, workshop_id: str, after: int) -> Stored:
    """A record's rows after a number and its head, by one query; what can be read where that fails."""
    try:
        return _at_once(reader, workshop_id, after)
    except sa.exc.DatabaseError as error:
        if not damaged(error):
            raise
        rows = _before_damage(reader, workshop_id, after)
        return Stored(rows, head(reader, workshop_id), broken=True)


def head(reader: sa.Engine, workshop_id: str) -> Head | None:
    """How far a record goes; ``None`` if nothing says so."""
    query = sa.select(heads.c.seq, heads.c.hash).where(heads.c.workshop_id == workshop_id)
    try:
        with reader.connect() as connection:
            found = connection.execute(query).first()
    except sa.exc.DatabaseError as error:
        if not damaged(error):
            raise
        return None
    return Head(*found) if found is not None else None


def _at_once(reader: sa.Engine, workshop_id: str, after: int) -> Stored:
    once = sa.select(sa.literal(1).label("once")).subquery()
    joined = once.outerjoin(heads, heads.c.workshop_id == workshop_id)
    joined = joined.outerjoin(facts, sa.and_(facts.c.workshop_id == workshop_id, facts.c.seq > after))
    query = sa.select(*facts.c, heads.c.seq, heads.c.hash).select_from(joined).order_by(facts.c.seq)
    with reader.connect() as connection:
        found = connection.execute(query).all()
    seq, hash_ = found[0][-2:]
    rows = tuple(Row(*row[:-2]) for row in found if row[:-2] != NO_ROW)
    return Stored(rows, None if seq is None else Head(seq, hash_))


def _before_damage(reader: sa.Engine, workshop_id: str, after: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    with reader.connect() as connection:
        try:
            while row := _one(connection, workshop_id, after + len(rows) + 1):
                rows.append(row)
        except sa.exc.DatabaseError as error:
            if not damaged(error):
                raise
    return tuple(rows)


def _one(connection: sa.Connection, workshop_id: str, seq: int) -> Row | None:
    query = sa.select(facts).where(facts.c.workshop_id == workshop_id, facts.c.seq == seq)
    found = connection.execute(query).first()
    return Row(*found) if found is not None else None
