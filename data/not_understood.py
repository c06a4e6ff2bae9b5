"""What is written in a column but means nothing to its reading."""

from __future__ import annotations

from dataclasses import dataclass

from sqlglot import exp

from data.lead_table import LEADS, LeadTable
from data.mapping_sql import text
from data.reading import Reading
from data.sql_texts import NONE


@dataclass(frozen=True)
class NotUnderstood:
    """The most frequent values with their leads, and the leads of all such values."""

    values: tuple[tuple[str, int], ...] = ()
    leads: int = 0


def not_understood(table: LeadTable, reading: Reading, most: int) -> NotUnderstood:
    """What the reading does not understand, blanks and missing markers left out."""
    if reading.column is None:
        return NotUnderstood()
    value = text(reading.column)
    written = exp.Trim(this=value.copy()).neq(exp.Literal.string(""))
    query = exp.select(value.copy().as_("v"), exp.Count(this=exp.Star()).as_("n")).from_(LEADS)
    query = query.where(exp.and_(written, _unread(reading), *_not_missing(reading))).group_by(value.copy())
    total = exp.Window(this=exp.Sum(this=exp.column("n")))
    outer = exp.select("v", "n", total.as_("total")).from_(query.subquery("found"))
    rows = table.rows(outer.order_by(exp.column("n").desc(), "v").limit(most))
    values = tuple((str(each), int(str(leads))) for each, leads, _ in rows)
    return NotUnderstood(values, int(str(rows[0][2])) if rows else 0)


def _unread(reading: Reading) -> exp.Expr:
    if reading.value is not None:
        return reading.value.copy().is_(exp.null())
    return reading.index.eq(NONE)


def _not_missing(reading: Reading) -> list[exp.Expr]:
    if reading.column is None or not reading.missing:
        return []
    markers = (exp.Literal.string(marker) for marker in reading.missing)
    return [exp.not_(text(reading.column).isin(*markers))]
