"""A mapping as SQL: each meaning of a column as one expression that any warehouse can run.

Only CASE, IN, REPLACE, SUBSTRING, LIKE, CAST and plain regular expressions are used. A cast stands behind the
test that it will succeed, for not every warehouse can try one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlglot import exp

from data.sql_texts import NONE, integer, matches, replaced
from definitions.mapping import CriterionMapping, Mapping, QualifiedByMapping
from definitions.numbers import GAPS, DecimalMark
from definitions.ranges import Range
from definitions.texts import fold_name


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
        whens.append((NONE, exp.not_(matches(value, mapping.decimal.shape), copy=False)))
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
    is_number, nothing = matches(value, mark.shape), exp.cast(exp.null(), to)
    return exp.Case().when(is_number, _cast(value, mark, to), copy=False).else_(nothing, copy=False)


def within(numbers: exp.Expr, ranges: Iterable[Range]) -> exp.Expr:
    """Whether a number lies in one of the ranges."""
    return exp.or_(*(_inside(numbers, each) for each in ranges), copy=False)


def _cast(value: exp.Expr, mark: DecimalMark, to: str) -> exp.Expr:
    """A number's text as a number; only behind the test that it is one."""
    return exp.cast(replaced(replaced(value, mark.other + GAPS, ""), mark, DecimalMark.POINT), to)


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


def _is_one_of(value: exp.Expr, spellings: Iterable[str]) -> exp.Expr:
    return exp.In(this=value.copy(), expressions=[exp.Literal.string(spelling) for spelling in spellings])


def _first_of(whens: Iterable[tuple[int, exp.Expr]]) -> exp.Expr:
    """CASE: the number of the first condition that holds, else -1."""
    case, any_condition = exp.Case(), False
    for place, condition in whens:
        case, any_condition = case.when(condition, integer(place), copy=False), True
    return case.else_(integer(NONE), copy=False) if any_condition else integer(NONE)
