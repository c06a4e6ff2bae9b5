"""Cells that no spreadsheet calculates, as SQL: the rule of ``data.importing.set_aside.safe_cell``."""

from __future__ import annotations

from sqlglot import exp

from data.importing.set_aside import BLANK, FORMULA

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n"
NUMBER = "^[-+]?[0-9]+([.,][0-9]+)?$"
MARK = "'"


def safe(value: exp.Expr) -> exp.Expr:
    """The text, with an apostrophe before what a spreadsheet would calculate; NULL for an empty one."""
    start = exp.Substring(this=value.copy(), start=_number(1), length=_number(1))
    suspect = exp.In(this=start, expressions=[exp.Literal.string(each) for each in BLANK + SIGNS])
    formula = exp.and_(suspect, _matches(value, FORMULA.pattern), exp.not_(_matches(value, NUMBER)))
    marked = exp.DPipe(this=exp.Literal.string(MARK), expression=value.copy())
    plain = exp.Nullif(this=value.copy(), expression=exp.Literal.string(""))
    return exp.Case().when(formula, marked).else_(plain)


def _matches(value: exp.Expr, pattern: str) -> exp.Expr:
    return exp.Anonymous(this="REGEXP_MATCHES", expressions=[value.copy(), exp.Literal.string(pattern)])


def _number(value: int) -> exp.Expr:
    return exp.Literal.number(value)
