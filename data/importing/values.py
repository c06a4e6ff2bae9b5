"""The different values of a column, and questions about them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from data.importing.numbers import Decimal, number_pattern, number_sql

MOST_DISTINCT = 250_000
"""Different values above which they are not counted one by one: identifiers, mostly."""
MOST_TOP = 50
BLANKS = " " + "".join(c for c in map(chr, range(0x3001)) if c.isspace() and c != " ")
"""What Python takes for blank; DuckDB trims the space only."""


@dataclass(frozen=True)
class Counted:
    """A column's different values ``v`` with their rows ``n``, as a relation."""

    values: duckdb.DuckDBPyRelation
    about: int
    grouped: bool


def distinct_counts(raw: duckdb.DuckDBPyRelation, names: list[str]) -> tuple[int, ...]:
    """About how many different values each column has."""
    return one(raw, ", ".join(f"approx_count_distinct({name})" for name in names))


@contextmanager
def counted(
    connection: duckdb.DuckDBPyConnection, raw: duckdb.DuckDBPyRelation, name: str, about: int
) -> Iterator[Counted]:
    """The different values of a column, for a while; of a column of countless values every cell by itself."""
    cells = raw.project(f"{name} AS v").filter("trim(v) <> ''")
    if about > MOST_DISTINCT:
        yield Counted(cells.project("v, 1 AS n"), about, grouped=False)
        return
    cells.aggregate("v, count(*) AS n", "v").create(f"counted_{name}")
    yield Counted(connection.table(f"counted_{name}"), about, grouped=True)
    connection.execute(f"DROP TABLE counted_{name}")


def top(values: Counted, where: str | None = None, most: int = MOST_TOP) -> tuple[tuple[str, int], ...]:
    """The most frequent values and their rows; of countless values only those that a condition chooses."""
    if not values.grouped and where is None:
        return ()
    chosen = values.values.filter(where) if where else values.values
    if not values.grouped:
        chosen = chosen.aggregate("v, sum(n) AS n", "v")
    return tuple((str(v), int(n)) for v, n in chosen.order("n DESC, v").limit(most).fetchall())


def extremes(
    values: Counted, decimal: Decimal, without: tuple[str, ...]
) -> tuple[float | None, float | None]:
    """The smallest and the largest number, those spelled ``without`` left out."""
    number = number_sql("v", decimal)
    if without:
        number = f"CASE WHEN trim(v) NOT IN ({', '.join(map(literal, without))}) THEN {number} END"
    least, most = one(values.values, f"min({number}), max({number})")
    return least, most


def not_numbers(
    values: Counted, decimal: Decimal, markers: tuple[str, ...], most: int
) -> tuple[tuple[tuple[str, int], ...], int]:
    """What is neither a number nor a marker: the most frequent values, and the rows in full."""
    where = f"NOT {is_number(decimal)}"
    if markers:
        where += f" AND v NOT IN ({', '.join(map(literal, markers))})"
    rows = one(values.values.filter(where), "coalesce(sum(n), 0)")
    return top(values, where, most), int(rows[0])


def literal(text: str) -> str:
    """A text as SQL; doubling the quotation mark is all that DuckDB needs."""
    return "'" + text.replace("'", "''") + "'"


def trimmed(text: str) -> str:
    """SQL: a text without the blanks around it, all that Python knows; slow."""
    return f"trim({text}, '{BLANKS}')"


def is_number(decimal: Decimal) -> str:
    """SQL: whether the value ``v`` is a number."""
    pattern = number_pattern(decimal).replace("'", "''")
    return f"regexp_full_match(v, '{pattern}')"


def one(rows: duckdb.DuckDBPyRelation, expressions: str) -> tuple[Any, ...]:
    """The one row that aggregates come to."""
    found: list[tuple[Any, ...]] = rows.aggregate(expressions).fetchall()
    return found[0]
