"""The moments in one column of a file, in UTC, and what of it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import duckdb
import numpy as np

from data.outcomes.moment_sql import NO_OFFSET, NOTHING, moment_sql
from definitions.measures.journeys import Times
from definitions.measures.outcome_mapping import EventMapping
from definitions.measures.zones import utc
from definitions.profiles import Flags, Integers

ROWS = "rows"
MOST_SHOWN = 5
MIDNIGHTS = 5
"""From so many moments on, of which each is midnight: that is how some programs write days."""


@dataclass(frozen=True, eq=False)
class Moments:
    """n moments; ``days``: n, known by the day only, which then begins at this moment.

    ``unread``: n, something is written that is no moment. ``zoneless``: how many name no offset.
    """

    times: Times
    days: Flags
    unread: Flags
    zoneless: int


def read_moments(
    connection: duckdb.DuckDBPyConnection, mapped: EventMapping, markers: tuple[str, ...]
) -> Moments:
    """The moments of a column of the view ``rows``; ``markers``: values that stand for nothing."""
    query = moment_sql(mapped.column, mapped.order, len(markers))
    found = connection.execute(query, list(markers)).fetchnumpy()
    filled, seconds, offsets = (np.asarray(found[name]) for name in ("filled", "seconds", "off"))
    known = seconds != NOTHING
    floating = known & (offsets == NO_OFFSET)
    fixed = known & ~floating
    at = np.full(len(seconds), NOTHING, np.int64)
    at[fixed] = seconds[fixed] - 60 * offsets[fixed].astype(np.int64)
    at[floating] = utc(seconds[floating], ZoneInfo(mapped.zone))
    days = known & np.asarray(found["day"])
    if known.sum() >= MIDNIGHTS and not (seconds[known] % 86_400).any():
        days = known
    return Moments(at.view("datetime64[s]"), days, filled & ~known, int((floating & ~days).sum()))


def examples(
    connection: duckdb.DuckDBPyConnection, column: str, rows: Integers, most: int = MOST_SHOWN
) -> tuple[str, ...]:
    """What is written in the first of some rows, shortened, each once."""
    found: dict[str, None] = {}
    for row in rows[: most * 4]:
        query = f"SELECT {column} FROM rows LIMIT 1 OFFSET ?"  # noqa: S608 - the column is c01, ...
        value = connection.execute(query, [int(row)]).fetchall()[0][0]
        found[str(value)[:60]] = None
        if len(found) == most:
            break
    return tuple(found)
