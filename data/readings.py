"""Readings: how each column of a lead set is understood, as SQL that any warehouse can run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from data.lead_table import LeadTable
from definitions.criteria import Criterion
from definitions.texts import fold_name

MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
WON, LOST, OPEN = 0, 1, 2
OUTCOMES = {"won": WON, "closed won": WON, "lost": LOST, "closed lost": LOST, "open": OPEN}
MONTH_COLUMNS = ("Month", "Date")
REVENUE_TYPE = "DECIMAL(18, 2)"


@dataclass(frozen=True)
class Reading:
    """One column's reading: an index for each spelling that is understood, -1 for all else.

    ``unknown``: what is written there but not understood, and how many leads have it.
    """

    name: str
    labels: tuple[str, ...] = ()
    column: str | None = None
    value: exp.Expression = field(default_factory=exp.null)
    indexes: Mapping[str, int] = field(default_factory=dict)
    unknown: tuple[tuple[str, int], ...] = ()
    is_criterion: bool = False

    @property
    def index(self) -> exp.Expression:
        """SQL for the index: CASE WHEN value IN (spellings of 0) THEN 0 ... ELSE -1 END."""
        case = exp.Case()
        for index in sorted(set(self.indexes.values())):
            spellings = [exp.Literal.string(s) for s, i in self.indexes.items() if i == index]
            case = case.when(self.value.copy().isin(*spellings), exp.Literal.number(index))
        unknown = exp.Neg(this=exp.Literal.number(1))
        return case.else_(unknown) if self.indexes else unknown


@dataclass(frozen=True)
class Readings:
    """How a lead set is read by some criteria."""

    criteria: tuple[Reading, ...]
    month: Reading
    outcome: Reading
    revenue: Reading

    @property
    def all(self) -> tuple[Reading, ...]:
        """Every reading, criteria first."""
        return (*self.criteria, self.month, self.outcome, self.revenue)


def readings(table: LeadTable, criteria: Sequence[Criterion]) -> Readings:
    """How the table is read; criteria of one name (old and new wording) are read together."""
    questions: dict[str, tuple[str, dict[str, str]]] = {}
    for criterion in criteria:
        _, labels = questions.setdefault(fold_name(criterion.name), (criterion.name, {}))
        for label in criterion.labels:
            labels.setdefault(fold_name(label), label)
    return Readings(
        criteria=tuple(_answers(table, name, tuple(labels.values())) for name, labels in questions.values()),
        month=_month(table),
        outcome=_outcome(table),
        revenue=_revenue(table),
    )


def _answers(table: LeadTable, name: str, labels: tuple[str, ...]) -> Reading:
    column = table.column(name)
    if column is None:
        return Reading(name, labels, is_criterion=True)
    known = {fold_name(label): index for index, label in enumerate(labels)}
    indexes, unknown = _sorted_out(table.spellings(_text(column)), known)
    return Reading(name, labels, column, _text(column), indexes, unknown, is_criterion=True)


def _outcome(table: LeadTable) -> Reading:
    column = table.column("Outcome")
    if column is None:
        return Reading("Outcome")
    indexes, unknown = _sorted_out(table.spellings(_text(column)), OUTCOMES)
    return Reading("Outcome", (), column, _text(column), indexes, unknown)


def _month(table: LeadTable) -> Reading:
    """The month is the first seven characters of a date written as in ISO 8601: 2026-05-31."""
    column = table.column(*MONTH_COLUMNS)
    if column is None:
        return Reading("Month")
    value = exp.Substring(this=_text(column), start=exp.Literal.number(1), length=exp.Literal.number(7))
    found = table.spellings(value)
    months = sorted({spelling for spelling, _ in found if MONTH.fullmatch(spelling)})
    indexes, unknown = _sorted_out(found, {month: index for index, month in enumerate(months)})
    return Reading(column, tuple(months), column, value, indexes, unknown)


def _revenue(table: LeadTable) -> Reading:
    """Revenue is read exactly, as a decimal number with a point and no thousands separators."""
    column = table.column("Revenue")
    if column is None:
        return Reading("Revenue", value=exp.cast(exp.null(), REVENUE_TYPE))
    value = exp.TryCast(this=_text(column), to=exp.DataType.build(REVENUE_TYPE))
    unknown = table.spellings(_text(column), where=value.is_(exp.null()))
    return Reading("Revenue", (), column, value, {}, tuple(unknown))


def _text(column: str) -> exp.Expression:
    return exp.column(column, quoted=True)


def _sorted_out(
    found: Sequence[tuple[str, int]], known: Mapping[str, int]
) -> tuple[dict[str, int], tuple[tuple[str, int], ...]]:
    """The spellings that mean something, by what they mean; and the others with their counts."""
    indexes = {spelling: known[fold_name(spelling)] for spelling, _ in found if fold_name(spelling) in known}
    return indexes, tuple((spelling, leads) for spelling, leads in found if spelling not in indexes)
