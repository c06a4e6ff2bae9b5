"""The queries that run in a warehouse. They only read, and only columns that are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlglot import exp

from data.lead_table import LEADS
from data.profile_query import ordered_profile_query
from data.reading import Readings
from data.warehouses.warehouse import Dialect, table_in

MOST_ROWS = 500_000
"""The most combinations of answers, month and group that are taken from a warehouse."""
LONGEST_TEXT = 1_000


def sql(read: Readings, table: str, dialect: Dialect, columns: Mapping[str, str]) -> str:
    """The SQL that counts a warehouse's leads, as it will run. ``columns``: c01, ... -> their names there.

    It gives one row more than can be taken, so that too many are noticed.
    """
    query = ordered_profile_query(read).limit(MOST_ROWS + 1)
    leads = _leads(query, table_in(table, dialect), dialect, columns)
    for place in list(query.find_all(exp.Table)):
        if place.name == LEADS:
            place.replace(leads)
    return query.sql(dialect=dialect.value, pretty=True)


def names_sql(table: str, dialect: Dialect) -> str:
    """The SQL that gives no lead but the names of the table's columns."""
    return exp.select("*").from_(table_in(table, dialect)).limit(0).sql(dialect=dialect.value)


def sample_sql(table: str, dialect: Dialect, names: Sequence[str], rows: int) -> str:
    """The SQL for some leads, each value as the text that it is counted by."""
    texts = (
        exp.Substring(
            this=_text(name), start=exp.Literal.number(1), length=exp.Literal.number(LONGEST_TEXT)
        ).as_(f"s{place}")
        for place, name in enumerate(names)
    )
    return exp.select(*texts).from_(table_in(table, dialect)).limit(rows).sql(dialect=dialect.value)


def _leads(query: exp.Select, table: exp.Table, dialect: Dialect, columns: Mapping[str, str]) -> exp.Subquery:
    """The table's columns as texts under the names that the readings know."""
    names = {column.name for column in query.find_all(exp.Column)}
    used = [name for name in sorted(columns) if name in names]
    texts = [_text(columns[name]).as_(name, quoted=True) for name in used]
    return exp.select(*(texts or [exp.Literal.number(1).as_("lead")])).from_(table).subquery(LEADS)


def _text(column: str) -> exp.Expression:
    return exp.cast(exp.column(column, quoted=True), "TEXT")
