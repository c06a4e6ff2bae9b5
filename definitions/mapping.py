"""A mapping: what the columns of somebody's file mean in terms of the definition's criteria.

Values are the spellings as they stand in the file, compared exactly. A value is looked up first, then the
missing markers, then the ranges; what none of them knows is not answered.
"""

from __future__ import annotations

from collections import abc
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from definitions.months import DateOrder, read_month
from definitions.numbers import DecimalMark, read_number
from definitions.outcomes import Outcome
from definitions.ranges import Range
from definitions.texts import fold_name

ColumnName = Annotated[str, Field(pattern=r"^c[0-9]{2,4}$")]
Lead = abc.Mapping[str, str | None]
"""One row of a file: column -> text."""


class Part(BaseModel):
    """A part of a mapping; frozen, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AnswerMapping(Part):
    """What means one answer: some values, and some ranges of numbers."""

    answer: str
    values: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()


class CriterionMapping(Part):
    """The column that answers a criterion, or ``None``; the answers in the criterion's order."""

    criterion: str
    column: ColumnName | None = None
    answers: tuple[AnswerMapping, ...] = ()

    @model_validator(mode="after")
    def _clear(self) -> Self:
        _once((value for answer in self.answers for value in answer.values), "a value means two answers")
        _once((fold_name(answer.answer) for answer in self.answers), "an answer is mapped twice")
        return self


class OutcomeMapping(Part):
    """The outcome's column and what means won, lost and still open there; anything else is unknown."""

    column: ColumnName
    won: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _clear(self) -> Self:
        _once((*self.won, *self.lost, *self.open), "a value means two outcomes")
        return self

    def read(self, value: str | None) -> Outcome:
        """The outcome; what is not known counts as still open, never as lost."""
        return Outcome.WON if value in self.won else Outcome.LOST if value in self.lost else Outcome.OPEN


class DateMapping(Part):
    """The date's column and the order in which dates are written there."""

    column: ColumnName
    order: DateOrder = DateOrder.YEAR_FIRST


class QualifiedByMapping(Part):
    """Who answered a lead's questions: the column, and what means the lead itself, a vetter, nobody."""

    column: ColumnName
    self_qualified: tuple[str, ...] = ()
    vetted: tuple[str, ...] = ()
    unqualified: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _clear(self) -> Self:
        _once((*self.self_qualified, *self.vetted, *self.unqualified), "a value means two kinds of leads")
        return self


class Mapping(Part):
    """What is known of a file's columns.

    ``kept``: the columns that the lead set keeps; every column used is among them. ``missing``: column ->
    values that stand for nothing there. ``insisted``: columns used for a criterion although they look as if
    they were known only after sales touched the lead.
    """

    criteria: tuple[CriterionMapping, ...] = ()
    outcome: OutcomeMapping | None = None
    date: DateMapping | None = None
    revenue: ColumnName | None = None
    source: ColumnName | None = None
    qualified_by: QualifiedByMapping | None = None
    lead: ColumnName | None = None
    decimal: DecimalMark = DecimalMark.POINT
    kept: tuple[ColumnName, ...] = ()
    missing: dict[ColumnName, tuple[str, ...]] = Field(default_factory=dict)
    insisted: tuple[ColumnName, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        _once((fold_name(each.criterion) for each in self.criteria), "a criterion is mapped twice")
        _once(self.kept, "a column is kept twice")
        if lacking := self.used - set(self.kept):
            raise ValueError(f"columns are used but not kept: {', '.join(sorted(lacking))}")
        return self

    @property
    def used(self) -> frozenset[str]:
        """The columns that mean something."""
        parts = (self.outcome, self.date, self.qualified_by, *self.criteria)
        columns = {part.column for part in parts if part is not None}
        return frozenset((columns | {self.revenue, self.source, self.lead}) - {None})  # type: ignore[arg-type]

    def of(self, criterion: str) -> CriterionMapping | None:
        """How a criterion is mapped; ``None`` if the mapping was made without it."""
        return next((m for m in self.criteria if fold_name(m.criterion) == fold_name(criterion)), None)

    def missing_in(self, column: str | None) -> tuple[str, ...]:
        """The values that stand for nothing in a column."""
        return self.missing.get(column, ()) if column is not None else ()

    def with_labels(self, criterion: str, labels: abc.Iterable[str]) -> CriterionMapping | None:
        """How a criterion is mapped today: an answer that came later is found by its own spelling."""
        mapped = self.of(criterion)
        if mapped is None:
            return None
        known = {fold_name(each.answer) for each in mapped.answers}
        taken = {value for each in mapped.answers for value in each.values}
        taken |= set(self.missing_in(mapped.column))
        later = [label for label in labels if fold_name(label) not in known]
        added = [AnswerMapping(answer=x, values=(x,) if x not in taken else ()) for x in later]
        return mapped.model_copy(update={"answers": (*mapped.answers, *added)})

    def answer(self, mapped: CriterionMapping, lead: Lead) -> str | None:
        """A lead's answer to a criterion; ``None``: not answered."""
        value = lead.get(mapped.column) if mapped.column is not None else None
        if value is None:
            return None
        named = next((each.answer for each in mapped.answers if value in each.values), None)
        if named is not None or value in self.missing_in(mapped.column):
            return named
        number = read_number(value, self.decimal)
        within = (a.answer for a in mapped.answers if number is not None and _within(a.ranges, number))
        return next(within, None)

    def answers(self, lead: Lead) -> dict[str, str | None]:
        """A lead's answers by criterion."""
        return {mapped.criterion: self.answer(mapped, lead) for mapped in self.criteria}

    def month(self, lead: Lead) -> str | None:
        """The month of a lead, "2026-05"; ``None`` if it is not known."""
        return read_month(lead.get(self.date.column), self.date.order) if self.date else None

    def outcome_of(self, lead: Lead) -> Outcome:
        """A lead's outcome; open when no column says it."""
        return self.outcome.read(lead.get(self.outcome.column)) if self.outcome else Outcome.OPEN


def _within(ranges: abc.Iterable[Range], number: float) -> bool:
    return any(each.holds(number) for each in ranges)


def _once(values: abc.Iterable[str], fault: str) -> None:
    seen = list(values)
    if len(set(seen)) < len(seen):
        raise ValueError(fault)
