"""A mapping as SQL: each meaning of a column as one expression that any warehouse can run.

Only CASE, IN, REPLACE, SUBSTRING, LIKE, CAST and plain regular expressions are used. A cast stands behind the
test that it will succeed, for not every warehouse can try one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from sqlglot import exp

from definitions.mapping import CriterionMapping, Mapping, QualifiedByMapping
from definitions.months import MARKS, DateOrder
from definitions.numbers import SPACES, DecimalMark
from definitions.ranges import Range
from definitions.texts import fold_name

NONE = -1
END = ";"
"""Put behind a text that is matched: "$" alone lets a line feed pass in some engines."""
WIDTHS = ((1, 1), (1, 2), (2, 1), (2, 2))
"""How many digits the first and the second part of a date have."""


def text(column: str) -> exp.Expr:
    """The column's text."""
    return exp.column(column, quoted=True)


def answer_index(mapping: Mapping, mapped: CriterionMapping, labels: Sequence[str]) -> exp.Expr:
    """The index among the labels of a lead's answer to a criterion, -1 where it is not answered."""
    if mapped.column is None:
        return integer(NONE)
    value, places = text(mapped.column), {fold_name(label): place for place, label in enumerate(labels)}
    answers = [(places.get(fold_name(each.answer), NONE), each) for each in mapped.answers]
    whens = [(place, _is_one_of(value, each.values)) for place, each in answers if each.values]
    if missing := mapping.missing_in(mapped.column):
        whens.append((NONE, _is_one_of(value, missing)))
    if any(each.ranges for _, each in answers):
        whens.append((NONE, exp.not_(_matches(value, mapping.decimal.shape), copy=False)))
        numbers = _cast(value, mapping.decimal, "DOUBLE")
        whens += [(place, within(numbers, each.ranges)) for place, each in answers if each.ranges]
    return _first_of(whens)


def index_of(column: str, meanings: Iterable[tuple[int, Sequence[str]]]) -> exp.Expr:
    """The number whose spellings the column's text is among, else -1."""
    value = text(column)
    return _first_of((place, _is_one_of(value, spellings)) for place, spellings in meanings if spellings)


def qualified_by_index(mapped: QualifiedByMapping) -> exp.Expr:
    """0 self-qualified, 1 vetted, 2 unqualified, else -1."""
    meanings = (mapped.self_qualified, mapped.vetted, mapped.unqualified)
    return index_of(mapped.column, enumerate(meanings))


def number(value: exp.Expr, mark: DecimalMark, to: str = "DOUBLE") -> exp.Expr:
    """The number that a text holds as ``definitions.numbers`` reads it, NULL where it holds none."""
    is_number, nothing = _matches(value, mark.shape), exp.cast(exp.null(), to)
    return exp.Case().when(is_number, _cast(value, mark, to), copy=False).else_(nothing, copy=False)


def within(numbers: exp.Expr, ranges: Iterable[Range]) -> exp.Expr:
    """Whether a number lies in one of the ranges."""
    return exp.or_(*(_inside(numbers, each) for each in ranges), copy=False)


def month_number(value: exp.Expr, order: DateOrder) -> exp.Expr:
    """Year times twelve plus month less one, of a date written in this order; -1 for what is no date."""
    dashed, is_date = _replaced(value, MARKS[1:], MARKS[0]), _matches(value, order.shape)
    if order is DateOrder.YEAR_FIRST:
        # Of "2026-5-31" the sixth and seventh characters are "5-".
        month = _replaced(_piece(dashed, 6, 2), MARKS[0], "")
        return exp.Case().when(is_date, _months(_piece(dashed, 1, 4), month)).else_(integer(NONE))
    case = exp.Case().when(exp.not_(is_date), integer(NONE))
    for first, second in WIDTHS:
        start, length = (first + 2, second) if order is DateOrder.DAY_FIRST else (1, first)
        found = _months(_piece(dashed, first + second + 3, 4), _piece(dashed, start, length))
        pattern = exp.Literal.string(f"{'_' * first}-{'_' * second}-%")
        case = case.when(exp.Like(this=dashed.copy(), expression=pattern), found)
    return case.else_(integer(NONE))


def integer(value: int) -> exp.Expr:
    """A whole number."""
    return exp.Literal.number(value) if value >= 0 else exp.Neg(this=exp.Literal.number(-value))


def _cast(value: exp.Expr, mark: DecimalMark, to: str) -> exp.Expr:
    """A number's text as a number; only behind the test that it is one."""
    return exp.cast(_replaced(_replaced(value, mark.other + SPACES, ""), mark, DecimalMark.POINT), to)


def _months(year: exp.Expr, month: exp.Expr) -> exp.Expr:
    years = exp.Mul(this=exp.cast(year, "INT"), expression=integer(12))
    return exp.Sub(this=exp.Add(this=years, expression=exp.cast(month, "INT")), expression=integer(1))


def _piece(value: exp.Expr, start: int, length: int) -> exp.Expr:
    return exp.Substring(this=value.copy(), start=integer(start), length=integer(length))


def _inside(numbers: exp.Expr, each: Range) -> exp.Expr:
    if each.at_least is None and each.below is None:
        return exp.not_(numbers.copy().is_(exp.null()), copy=False)
    ends = ((exp.GTE, each.at_least), (exp.LT, each.below))
    return exp.and_(
        *(kind(this=numbers.copy(), expression=_double(end)) for kind, end in ends if end is not None),
        copy=False,
    )


def _double(value: float) -> exp.Expr:
    return exp.cast(exp.Literal.string(repr(value)), "DOUBLE")


def _matches(value: exp.Expr, shape: str) -> exp.Expr:
    ended = exp.DPipe(this=value.copy(), expression=exp.Literal.string(END))
    return exp.RegexpLike(this=exp.paren(ended), expression=exp.Literal.string(f"^{shape}{END}$"))


def _replaced(value: exp.Expr, characters: str, by: str) -> exp.Expr:
    """The text with each of the characters replaced."""
    new = exp.Literal.string(by)
    return reduce(
        lambda done, each: (
            exp.Replace(this=done, expression=exp.Literal.string(each), replacement=new.copy())
            if each != by
            else done
        ),
        characters,
        value.copy(),
    )


def _is_one_of(value: exp.Expr, spellings: Iterable[str]) -> exp.Expr:
    return exp.In(this=value.copy(), expressions=[exp.Literal.string(spelling) for spelling in spellings])


def _first_of(whens: Iterable[tuple[int, exp.Expr]]) -> exp.Expr:
    """CASE: the number of the first condition that holds, else -1."""
    case, any_condition = exp.Case(), False
    for place, condition in whens:
        case, any_condition = case.when(condition, integer(place), copy=False), True
    return case.else_(integer(NONE), copy=False) if any_condition else integer(NONE)
