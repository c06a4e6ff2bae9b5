"""Everything in a ledger at one moment, out of one database and into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice

import sqlalchemy as sa

from data.databases import facts, heads, tables
from data.rows import Head, Row

AT_ONCE = 1_000
Others = Mapping[str, Iterable[dict[str, object]]]
"""The rows of the tables that are kept beside the record, by the table's name."""
NO_OTHERS: Others = {}


class NotEmpty(Exception):
    """There are workshops in this database already; nothing was changed."""


@dataclass(frozen=True)
class Whole:
    """Every workshop's head, every row, in order, and what is kept beside. Rows can be gone through once."""

    heads: Mapping[str, Head]
    rows: Iterator[Row]
    others: Others


@contextmanager
def whole(engine: sa.Engine) -> Iterator[Whole]:
    """The whole ledger as it is at one moment, while others go on writing."""
    with engine.connect() as connection:
        _look_at_one_moment(connection)
        ends = {key: Head(seq, hash_) for key, seq, hash_ in connection.execute(sa.select(heads))}
        query = sa.select(facts).order_by(facts.c.workshop_id, facts.c.seq)
        found = connection.execution_options(yield_per=AT_ONCE).execute(query)
        others = {table.name: _all(connection, table) for table in beside().values()}
        yield Whole(ends, (Row(*row) for row in found), others)


def beside() -> dict[str, sa.Table]:
    """The tables that are kept beside the record, by name."""
    return {name: table for name, table in sorted(tables.tables.items()) if table not in (facts, heads)}


def _all(connection: sa.Connection, table: sa.Table) -> Iterator[dict[str, object]]:
    """A table's rows, asked for when the first one is wanted."""
    query = sa.select(table).order_by(*table.primary_key)
    found = connection.execution_options(yield_per=AT_ONCE).execute(query).mappings()
    yield from (dict(row) for row in found)


def _look_at_one_moment(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.execution_options(isolation_level="REPEATABLE READ")


def fill(
    engine: sa.Engine, ends: Mapping[str, Head], rows: Iterable[Row], others: Others = NO_OTHERS
) -> None:
    """Write a whole ledger in one transaction into an empty database; ``NotEmpty`` if it is not."""
    with engine.begin() as connection:
        _write_all(connection, heads, ({"workshop_id": key, **asdict(end)} for key, end in ends.items()))
        _write_all(connection, facts, (asdict(row) for row in rows))
        for name, kept in others.items():
            _write_all(connection, beside()[name], kept)


def _write_all(connection: sa.Connection, table: sa.Table, rows: Iterable[dict[str, object]]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        _write(connection, table, some)


def _write(connection: sa.Connection, table: sa.Table, rows: list[dict[str, object]]) -> None:
    try:
        if rows:
            connection.execute(table.insert(), rows)
    except sa.exc.IntegrityError as error:
        raise NotEmpty from error
