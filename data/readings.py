"""How a lead set is read: by its mapping, or where it has none by the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.group_readings import group_reading
from data.lead_table import LeadTable
from data.mapped_readings import mapped_answers, mapped_month, mapped_outcome, mapped_revenue
from data.mapping_sql import number, text
from data.month_sql import month_number
from data.reading import LOST, OPEN, REVENUE_TYPE, WON, Question, Reading, Readings
from definitions.criteria import Criterion
from definitions.groups import By
from definitions.months import DateOrder
from definitions.numbers import DecimalMark
from definitions.texts import fold_name

OUTCOMES = {"won": WON, "closed won": WON, "lost": LOST, "closed lost": LOST, "open": OPEN}
MONTH_COLUMNS = ("Month", "Date")


def readings(table: LeadTable, criteria: Sequence[Criterion], by: By | None = None) -> Readings:
    """How the table is read; criteria of one name (old and new wording) are read together."""
    return read_questions(table, questions(criteria), by)


def read_questions(table: LeadTable, asked: Sequence[Question], by: By | None = None) -> Readings:
    """How the table is read to answer these questions."""
    groups = (group_reading(table, by),) if by else ()
    if table.file is None:
        answers = tuple(_answers(table, question) for question in asked)
        return Readings(answers, _month(table), _outcome(table), _revenue(table), groups)
    mapping = table.file.mapping
    answers = tuple(mapped_answers(mapping, question) or _answers(table, question) for question in asked)
    return Readings(answers, mapped_month(mapping), mapped_outcome(mapping), mapped_revenue(mapping), groups)


def questions(criteria: Sequence[Criterion]) -> tuple[Question, ...]:
    """What the criteria ask, those of one name together."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for criterion in criteria:
        _, labels = found.setdefault(fold_name(criterion.name), (criterion.name, {}))
        for label in criterion.labels:
            labels.setdefault(fold_name(label), label)
    return tuple(Question(name, tuple(labels.values())) for name, labels in found.values())


def _answers(table: LeadTable, question: Question) -> Reading:
    column = table.column(question.name)
    known = {fold_name(label): index for index, label in enumerate(question.labels)}
    indexes = _understood(table, column, known)
    return Reading(question.name, question.labels, column, indexes, is_criterion=True)


def _outcome(table: LeadTable) -> Reading:
    column = table.column("Outcome")
    return Reading("Outcome", (), column, _understood(table, column, OUTCOMES))


def _month(table: LeadTable) -> Reading:
    """The month of a date, or the month itself, written as in ISO 8601: 2026-05-31, 2026-05."""
    column = table.column(*MONTH_COLUMNS)
    if column is None:
        return Reading("Month")
    return Reading(column, (), column, sql=month_number(text(column), DateOrder.YEAR_FIRST))


def _revenue(table: LeadTable) -> Reading:
    """Revenue is read exactly, as a number with a decimal point."""
    column = table.column("Revenue")
    if column is None:
        return Reading("Revenue")
    return Reading("Revenue", (), column, value=number(text(column), DecimalMark.POINT, REVENUE_TYPE))


def _understood(table: LeadTable, column: str | None, known: Mapping[str, int]) -> dict[str, int]:
    """The spellings that mean something, by what they mean."""
    spellings = table.spellings(text(column)) if column else []
    return {each: known[fold_name(each)] for each, _ in spellings if fold_name(each) in known}
