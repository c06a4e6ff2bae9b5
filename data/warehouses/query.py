"""The one query that runs in a warehouse."""

from __future__ import annotations

from collections.abc import Mapping

from sqlglot import exp

from data.lead_table import LEADS
from data.profiles import ordered_profile_query
from data.reading import Readings
from data.warehouses.warehouse import Dialect, table_in


def sql(read: Readings, table: str, dialect: Dialect, columns: Mapping[str, str]) -> str:
    """The SQL that counts a warehouse's leads, as it will run. ``columns``: c01, ... -> their names there.

    It only reads, and reads only the columns that mean something.
    """
    query = ordered_profile_query(read)
    leads = _leads(query, table_in(table, dialect), dialect, columns)
    for place in list(query.find_all(exp.Table)):
        if place.name == LEADS:
            place.replace(leads)
    return query.sql(dialect=dialect.value, pretty=True)


def _leads(query: exp.Select, table: exp.Table, dialect: Dialect, columns: Mapping[str, str]) -> exp.Subquery:
    """The table's columns as texts under the names that the readings know."""
    names = {column.name for column in query.find_all(exp.Column)}
    used = [name for name in sorted(columns) if name in names]
    texts = [_text(columns[name]).as_(name, quoted=True) for name in used]
    return exp.select(*(texts or [exp.Literal.number(1).as_("lead")])).from_(table).subquery(LEADS)


def _text(column: str) -> exp.Expression:
    return exp.cast(exp.column(column, quoted=True), "TEXT")
