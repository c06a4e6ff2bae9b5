"""The one table in which everything that happens is kept. Rows are appended, never changed.

Beside the facts, ``heads`` keeps how far each record goes, in the same transaction. It makes appending a
compare and set, so that two processes never continue a record from the same place, and it shows a lost end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace

import sqlalchemy as sa

from data.assessments.store import Assessments
from data.copying import NO_OTHERS, Others, Whole, fill, whole
from data.databases import connect, damaged, facts, heads, notes_folder, tables
from data.notes import Notes
from data.rows import START, Head, Row
from data.stored import Stored, head, stored

__all__ = ["AWAY", "TRY_AGAIN", "Conflict", "Head", "Ledger", "Row", "Stored", "Unreadable"]

UNREADABLE = (
    "The database cannot be read: it is damaged, or it is no record of Common Terms. Nothing was changed. "
    "Keep the file as it is, and restore a backup into an empty folder with `python manage.py restore`."
)
OUT_OF_REACH = (
    "The database cannot be reached. Nothing was changed. Look whether it is running, whether its address in "
    "COMMON_TERMS_DATABASE_URL is right, and whether its folder may be written to."
)


class Conflict(Exception):
    """Somebody else continued this record first; nothing was written."""


class Unreadable(Exception):
    """The database as a whole cannot be read; the message says what to do."""


AWAY = (sa.exc.SQLAlchemyError, Unreadable)
"""What reading raises while the database cannot be reached."""
TRY_AGAIN = "The workshops cannot be reached just now. Nothing is lost. Reload this page in a minute."


class Ledger:
    """The records of all workshops in one database. Safe to use from many threads and processes."""

    def __init__(self, url: str) -> None:
        """Open the database at a URL, and make its tables if they are not there."""
        self._engine = connect(url)
        self.assessments = Assessments(self._engine)
        self._reader = self._engine.execution_options(isolation_level="AUTOCOMMIT")
        self._notes = Notes(notes_folder(self._engine.url))
        with _said_in_words():
            tables.create_all(self._engine)

    @property
    def engine(self) -> sa.Engine:
        """The database, for what is kept beside the records and is no part of them."""
        return self._engine

    def append(self, rows: Sequence[Row]) -> None:
        """Continue one record, durably, all or nothing; ``Conflict`` if it ends elsewhere than they begin."""
        with self._engine.begin() as connection:
            self._move_head(connection, rows[0], rows[-1])
            connection.execute(facts.insert(), [asdict(row) for row in rows])
        self._notes.write(rows[-1].workshop_id, Head(rows[-1].seq, rows[-1].hash))

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
        """A record's rows and its head at one moment; ``Stored.nothing`` if there is no such workshop."""
        noted = self._notes.read(workshop_id)  # first: later it might tell of rows that the query did not see
        return replace(stored(self._reader, workshop_id, after), noted=noted)

    def head(self, workshop_id: str) -> Head | None:
        """How far a record goes; ``None`` if there is none."""
        return head(self._reader, workshop_id)

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

    def of_kind(self, kind: str) -> list[Row]:
        """The rows of one kind, of every record."""
        with self._reader.connect() as connection:
            return [Row(*row) for row in connection.execute(sa.select(facts).where(facts.c.kind == kind))]

    def kinds(self, workshop_id: str, after: int = 0) -> frozenset[str]:
        """The kinds of what a record has from the row after a number on."""
        here = sa.and_(facts.c.workshop_id == workshop_id, facts.c.seq > after)
        with self._reader.connect() as connection:
            return frozenset(connection.scalars(sa.select(facts.c.kind).where(here).distinct()))

    def workshop_ids(self) -> list[str]:
        """Every workshop of which anything is stored; ``Unreadable`` if not all can be found."""
        query = sa.union(sa.select(facts.c.workshop_id), sa.select(heads.c.workshop_id))
        with _said_in_words(), self._reader.connect() as connection:
            return sorted({*map(str, connection.scalars(query)), *self._notes.workshop_ids()})

    @contextmanager
    def whole(self) -> Iterator[Whole]:
        """Everything at one moment; ``Unreadable`` if not all can be read."""
        with _said_in_words(), whole(self._engine) as everything:
            yield everything

    def fill(self, ends: Mapping[str, Head], rows: Iterable[Row], others: Others = NO_OTHERS) -> None:
        """Write everything at once into an empty database; ``NotEmpty`` if it is not."""
        fill(self._engine, ends, rows, others)
        for workshop_id in self._notes.workshop_ids():
            self._notes.remove(workshop_id)
        for workshop_id, end in ends.items():
            self._notes.write(workshop_id, end)

    def remove(self, workshop_id: str) -> None:
        """Forget a workshop altogether. Its note goes first: alone it would tell of a lost record."""
        self._notes.remove(workshop_id)
        with self._engine.begin() as connection:
            for table in (each for each in tables.sorted_tables if "workshop_id" in each.c):
                connection.execute(table.delete().where(table.c.workshop_id == workshop_id))
        self._notes.remove(workshop_id)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


@contextmanager
def _said_in_words() -> Iterator[None]:
    try:
        yield
    except (sa.exc.DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise Unreadable(UNREADABLE if damaged(error) else OUT_OF_REACH) from error
