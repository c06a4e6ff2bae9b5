"""The scorecard as a query, in the SQL of several warehouses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from sqlglot import exp

from data.publishing.sql_columns import Columns, columns_of
from data.publishing.sql_heading import heading
from data.sql_texts import integer
from definitions.criteria import Criterion
from definitions.document import Document
from definitions.scorecard import Verdict
from definitions.threshold import Threshold

LEADS = "leads"
"""The table that stands for the reader's own."""
POINTS, GATES, VERDICT = "points", "gates_passed", "verdict"
ONE, NONE = 1, 0
EXACTLY = "Latin1_General_100_BIN2"
"""Compares texts in T-SQL as they are written, whatever the database does otherwise."""


class Dialect(StrEnum):
    """A kind of SQL."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SNOWFLAKE = "snowflake"
    BIGQUERY = "bigquery"
    SPARK = "spark"
    TSQL = "tsql"


def sql(document: Document, dialect: Dialect) -> str:
    """The query, under a heading of comments: the table's own columns, then points, gates and the verdict.

    Its verdict of a lead is that of ``definitions.scorecard.score``.
    """
    columns = columns_of(document.criteria)
    query = _query(document, columns, Dialect(dialect)).sql(dialect=dialect, pretty=True, comments=False)
    return f"{heading(document, columns)}\n{query};\n"


def _query(document: Document, columns: tuple[Columns, ...], dialect: Dialect) -> exp.Select:
    answered, totalled = "answered", "totalled"
    each = [
        part
        for column, criterion in zip(columns, document.criteria, strict=True)
        for part in _criterion(column, criterion, dialect)
    ]
    first = exp.select(_all_of(LEADS), *each).from_(LEADS)
    gates = [column.gate for column, c in zip(columns, document.criteria, strict=True) if c.gate is not None]
    total = (_sum(column.points for column in columns).as_(POINTS), _all_passed(gates).as_(GATES))
    second = exp.select(_all_of(answered), *total).from_(answered)
    last = exp.select(_all_of(totalled), verdict(document.threshold).as_(VERDICT)).from_(totalled)
    return last.with_(answered, as_=first).with_(totalled, as_=second)


def _criterion(columns: Columns, criterion: Criterion, dialect: Dialect) -> Iterable[exp.Expr]:
    """The points of a criterion's answer, and whether it passes the gate, if there is one."""
    is_one_of = _tests(columns.answer, dialect)
    points = exp.Case()
    for answer in criterion.answers:
        points = points.when(is_one_of([answer.label]), integer(answer.points), copy=False)
    yield points.else_(integer(NONE), copy=False).as_(columns.points)
    if criterion.gate is not None:
        passing = [label for label in criterion.labels if criterion.passes(label)]
        yield _one_if(is_one_of(passing)).as_(columns.gate)


def _tests(column: str, dialect: Dialect) -> Callable[[list[str]], exp.Expr]:
    """The test that a column holds one of some texts, letter by letter."""
    value: exp.Expr = exp.column(column)
    if dialect is Dialect.TSQL:
        value = exp.Collate(this=value, expression=exp.Var(this=EXACTLY))

    def is_one_of(labels: list[str]) -> exp.Expr:
        texts = [_literal(label, dialect) for label in labels]
        if len(texts) == 1:
            return exp.EQ(this=value.copy(), expression=texts[0])
        return exp.In(this=value.copy(), expressions=texts)

    return is_one_of


def _literal(text: str, dialect: Dialect) -> exp.Expr:
    """A text as the dialect writes it; in T-SQL one that may hold any letter."""
    literal = exp.Literal.string(text)
    return exp.National(**{"this": text}) if dialect is Dialect.TSQL else literal


def verdict(threshold: Threshold, points: str = POINTS, gates: str = GATES) -> exp.Expr:
    """The verdict from the columns with a lead's points and whether it passes all gates (1 or 0)."""
    words = {each: exp.Literal.string(each.value) for each in Verdict}
    found = exp.Case().when(exp.column(gates).eq(NONE), words[Verdict.NOT_QUALIFIED])
    bounds = ((threshold.qualified_from, Verdict.QUALIFIED), (threshold.nurture_from, Verdict.NURTURE))
    for bound, said in bounds:
        if bound is not None:
            found = found.when(exp.GTE(this=exp.column(points), expression=integer(bound)), words[said])
    return found.else_(words[Verdict.NOT_QUALIFIED])


def _sum(columns: Iterable[str]) -> exp.Expr:
    total: exp.Expr = integer(NONE)
    for number, column in enumerate(columns):
        named = exp.column(column)
        total = named if number == 0 else exp.Add(this=total, expression=named)
    return total


def _all_passed(gates: list[str]) -> exp.Expr:
    if not gates:
        return integer(ONE)
    return _one_if(exp.and_(*(exp.column(gate).eq(ONE) for gate in gates)))


def _one_if(condition: exp.Expr) -> exp.Expr:
    return exp.Case().when(condition, integer(ONE)).else_(integer(NONE))


def _all_of(table: str) -> exp.Expr:
    return exp.Column(this=exp.Star(), table=exp.to_identifier(table))
