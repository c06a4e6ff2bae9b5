"""The leads of one set, open for reading: its columns, and queries over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
from numpy.typing import NDArray
from sqlglot import exp

from data.lead_file import DAMAGED, LeadFile, lead_file, parquet_path
from data.leads_refused import LeadsRefused
from data.sandbox import sandbox
from definitions.texts import fold_name

LEADS, LINE = "leads", "line"
"""The table's name, and the column of a mapped lead set that holds each lead's line in its file."""


@dataclass(frozen=True)
class LeadTable:
    """A lead set as the table ``leads``, all of whose columns are text.

    ``file``: how the set was mapped, if it was; its columns are then called c01, c02, ...
    """

    connection: duckdb.DuckDBPyConnection
    columns: tuple[str, ...]
    file: LeadFile | None = None

    def column(self, *names: str) -> str | None:
        """The column that bears the first of these names that any column bears."""
        headers = self.file.headers if self.file else {}
        known = {fold_name(headers.get(column, column)): column for column in reversed(self.columns)}
        return next((known[fold_name(name)] for name in names if fold_name(name) in known), None)

    def arrays(self, query: exp.Select) -> dict[str, NDArray[np.generic]]:
        """The query's answer by column; there must be no NULL in it."""
        return self.connection.execute(query.sql(dialect="duckdb")).fetchnumpy()

    def rows(self, query: exp.Select) -> list[tuple[object, ...]]:
        """The query's answer by row."""
        return self.connection.execute(query.sql(dialect="duckdb")).fetchall()

    def spellings(self, value: exp.Expr, where: exp.Expr | None = None) -> list[tuple[str, int]]:
        """The texts an expression takes, blanks left out, and their leads, most frequent first."""
        query = exp.select(value.copy().as_("v"), exp.Count(this=exp.Star()).as_("n")).from_(LEADS)
        query = query.where(where) if where else query
        query = query.group_by(value.copy())
        found = [(str(value), int(str(leads))) for value, leads in self.rows(query) if value is not None]
        written = [spelling for spelling in found if spelling[0].strip()]
        return sorted(written, key=lambda spelling: (-spelling[1], spelling[0]))


@contextmanager
def lead_table(folder: Path, lead_set_hash: str) -> Iterator[LeadTable]:
    """A lead set for one use; raises LeadsRefused when its file is not there or damaged."""
    path = parquet_path(folder, lead_set_hash)
    if not path.exists():
        raise LeadsRefused("These leads are no longer here; add the file again.")
    file = lead_file(folder, lead_set_hash)
    with sandbox(path) as connection:
        try:
            leads = connection.read_parquet(str(path))
            leads.create_view(LEADS)
            yield LeadTable(connection, _columns(leads.columns, file), file)
        except duckdb.Error as error:
            raise LeadsRefused(DAMAGED) from error


def _columns(columns: list[str], file: LeadFile | None) -> tuple[str, ...]:
    """The columns that hold the leads' texts; raises LeadsRefused when a mapped set lost its description."""
    if file is not None:
        return tuple(column for column in columns if column != LINE)
    if columns[0] == LINE and all(re.fullmatch("c[0-9]{2,4}", column) for column in columns[1:]):
        raise LeadsRefused(DAMAGED)
    return tuple(columns)
