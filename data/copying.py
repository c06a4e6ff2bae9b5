"""Everything in a ledger at one moment, out of one database and into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice

import sqlalchemy as sa

from data.databases import facts, heads
from data.rows import Head, Row

AT_ONCE = 1_000


class NotEmpty(Exception):
    """There are workshops in this database already; nothing was changed."""


@dataclass(frozen=True)
class Whole:
    """Every workshop's head, and every row, in order. ``rows`` can be gone through once."""

    heads: Mapping[str, Head]
    rows: Iterator[Row]


@contextmanager
def whole(engine: sa.Engine) -> Iterator[Whole]:
    """The whole ledger as it is at one moment, while others go on writing."""
    with engine.connect() as connection:
        _look_at_one_moment(connection)
        ends = {key: Head(seq, hash_) for key, seq, hash_ in connection.execute(sa.select(heads))}
        query = sa.select(facts).order_by(facts.c.workshop_id, facts.c.seq)
        found = connection.execution_options(yield_per=AT_ONCE).execute(query)
        yield Whole(ends, (Row(*row) for row in found))


def _look_at_one_moment(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
    else:
        connection.execution_options(isolation_level="REPEATABLE READ")


def fill(engine: sa.Engine, ends: Mapping[str, Head], rows: Iterable[Row]) -> None:
    """Write a whole ledger in one transaction into an empty database; ``NotEmpty`` if it is not."""
    waiting = iter(rows)
    with engine.begin() as connection:
        _write(connection, heads, [{"workshop_id": key, **asdict(end)} for key, end in ends.items()])
        while some := [asdict(row) for row in islice(waiting, AT_ONCE)]:
            _write(connection, facts, some)


def _write(connection: sa.Connection, table: sa.Table, rows: list[dict[str, object]]) -> None:
    try:
        if rows:
            connection.execute(table.insert(), rows)
    except sa.exc.IntegrityError as error:
        raise NotEmpty from error
