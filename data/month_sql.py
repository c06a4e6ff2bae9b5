"""The month of a date as SQL: one branch for each way in which dates of an order are written."""

from __future__ import annotations

from sqlglot import exp

from data.sql_texts import NONE, integer, matches, piece, replaced
from definitions.months import CENTURY_TURNS, MARKS, NAMES, YEAR, DateOrder, Form


def month_number(value: exp.Expr, order: DateOrder) -> exp.Expr:
    """Year times twelve plus month less one, of a date written in this order; -1 for what is no date."""
    case = exp.Case()
    for form in order.forms:
        months = exp.Mul(this=_year(value, form), expression=integer(12))
        number = exp.Sub(this=exp.Add(this=months, expression=_month(value, form)), expression=integer(1))
        case = case.when(matches(value, form.shape), number, copy=False)
    return case.else_(integer(NONE), copy=False)


def _year(value: exp.Expr, form: Form) -> exp.Expr:
    """The year; one of two digits is completed."""
    whole = exp.cast(_after(value, form.year_after, 4), "INT")
    if isinstance(form.year_after, int):
        return whole
    two = _after(value, form.year_after, 2)
    late = exp.GTE(this=two.copy(), expression=exp.Literal.string(CENTURY_TURNS))
    century = exp.Case().when(late, integer(1900)).else_(integer(2000))
    is_whole = matches(_rest(value, form.year_after), f"{YEAR}[ -~]*")
    return exp.Case().when(is_whole, whole).else_(exp.Add(this=exp.cast(two, "INT"), expression=century))


def _month(value: exp.Expr, form: Form) -> exp.Expr:
    """The month: its digits, or the number of its name."""
    if form.month_after is not None:
        return exp.cast(replaced(_after(value, form.month_after, 2), MARKS, ""), "INT")
    case = exp.Case()
    for number, name in enumerate(NAMES, start=1):
        named = exp.Like(this=exp.Lower(this=value.copy()), expression=exp.Literal.string(f"%{name}%"))
        case = case.when(named, integer(number), copy=False)
    return case


def _after(value: exp.Expr, before: int | str, length: int) -> exp.Expr:
    """So many characters of the text, behind what is known to stand before them."""
    if isinstance(before, int):
        return piece(value, before + 1, length)
    return piece(_rest(value, before), 1, length)


def _rest(value: exp.Expr, before: str) -> exp.Expr:
    pattern, nothing = exp.Literal.string(f"^{before}"), exp.Literal.string("")
    return exp.RegexpReplace(this=value.copy(), expression=pattern, replacement=nothing)
