"""Won and lost leads by the values of one column, of a file that was read but is not kept yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
from sqlglot import exp

from data.importing.understood import Understood
from data.lead_table import LINE
from data.leads_refused import LeadsRefused
from data.mapped_readings import mapped_outcome
from data.mapping_sql import number, text
from data.raw_rows import GONE, raw_rows
from data.reading import LOST, WON
from data.sandbox import sandbox
from data.sql_texts import integer
from definitions.mapping import Mapping
from definitions.profiles import Decimals, Integers

MOST_ROWS = 50_000
RAW = "raw"
OUTCOME, HALF = "o", "h"


@dataclass(frozen=True)
class Filled:
    """How many won, lost and open leads have something in a column, of how many."""

    won: tuple[int, int]
    lost: tuple[int, int]
    open: tuple[int, int]


class Raw:
    """The rows of a file with their outcomes: a part of every large file, spread over it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> None:
        """Rows in the view ``raw``, with columns for the outcome and for the half a row belongs to."""
        self._connection, self._mapping = connection, mapping
        counts = self._by_outcome(exp.select(OUTCOME, exp.Count(this=exp.Star())))
        self.won, self.lost = counts.get(WON, 0), counts.get(LOST, 0)
        self.open = sum(counts.values()) - self.won - self.lost

    def filled(self, column: str) -> Filled:
        """How often a column is filled, by outcome; a missing marker does not fill it."""
        counts = self._by_outcome(
            exp.select(OUTCOME, exp.Count(this=exp.Star())).where(self._is_filled(column))
        )
        won, lost = counts.get(WON, 0), counts.get(LOST, 0)
        undecided = sum(counts.values()) - won - lost
        return Filled((won, self.won), (lost, self.lost), (undecided, self.open))

    def by_value(self, column: str) -> tuple[list[str], Integers, Integers]:
        """The values of decided leads, blanks included, and won and lost leads: values x 2 halves."""
        value = exp.Coalesce(this=text(column), expressions=[exp.Literal.string("")])
        rows = self._rows(self._decided(value.as_("v"), HALF, OUTCOME).group_by("v", HALF, OUTCOME))
        places = {each: place for place, each in enumerate(dict.fromkeys(str(row[0]) for row in rows))}
        counts = np.zeros((2, len(places), 2), dtype=np.int64)
        for each, half, outcome, leads in rows:
            counts[int(outcome), places[str(each)], int(half)] = leads
        return list(places), counts[WON], counts[LOST]

    def by_number(self, column: str) -> tuple[Decimals, Integers, Integers]:
        """The numbers of decided leads (none: minus infinity), and how many of each were won and lost."""
        value = number(text(column), self._mapping.decimal)
        if missing := self._mapping.missing_in(column):
            value = exp.Case().when(text(column).isin(*missing), exp.cast(exp.null(), "DOUBLE")).else_(value)
        query = self._decided(value.as_("v"), OUTCOME).group_by("v", OUTCOME)
        rows = self._rows(query)
        values = np.array([-np.inf if row[0] is None else row[0] for row in rows], dtype=np.float64)
        leads = np.array([row[2] for row in rows], dtype=np.int64)
        is_won = np.array([row[1] == WON for row in rows], dtype=bool)
        return values, leads * is_won, leads * ~is_won

    def _decided(self, *columns: exp.Expr | str) -> exp.Select:
        decided = exp.column(OUTCOME).isin(integer(WON), integer(LOST))
        return exp.select(*columns, exp.Count(this=exp.Star())).where(decided)

    def _is_filled(self, column: str) -> exp.Expr:
        written = exp.Trim(this=text(column)).neq(exp.Literal.string(""))
        missing = self._mapping.missing_in(column)
        markers = [exp.not_(text(column).isin(*map(exp.Literal.string, missing)))] if missing else []
        return exp.and_(written, *markers)

    def _by_outcome(self, query: exp.Select) -> dict[int, int]:
        return {int(outcome): int(leads) for outcome, leads in self._rows(query.group_by(OUTCOME))}

    def _rows(self, query: exp.Select) -> list[tuple[Any, ...]]:
        return self._connection.execute(query.from_(RAW).sql(dialect="duckdb")).fetchall()


@contextmanager
def raw_leads(understood: Understood, mapping: Mapping) -> Iterator[Raw]:
    """A file's rows for one use; raises LeadsRefused when they are gone."""
    with sandbox(understood.raw) as connection:
        try:
            rows = raw_rows(connection, understood)
            every = -(-understood.rows_kept // MOST_ROWS) or 1
            outcome = mapped_outcome(mapping).index.as_(OUTCOME).sql(dialect="duckdb")
            part = rows.filter(f"{LINE} % {every} = 0") if every > 1 else rows
            # Halves by lines, well mixed: a file may be sorted, or have won and lost leads in turn.
            part.project(f"*, {outcome}, ({LINE} * 7919 // 1013) % 2 AS {HALF}").create(RAW)
            yield Raw(connection, mapping)
        except duckdb.Error as error:
            raise LeadsRefused(GONE) from error
