"""Readings by a mapping: they need no look at the leads, so the one GROUP BY is all that is asked of them."""

from __future__ import annotations

from sqlglot import exp

from data.mapping_sql import answer_index, index_of, number, text
from data.month_sql import month_number
from data.reading import LOST, OPEN, REVENUE_TYPE, WON, Question, Reading
from definitions.mapping import Mapping


def mapped_answers(mapping: Mapping, question: Question) -> Reading | None:
    """How a criterion is read; ``None`` if the mapping was made before there was such a criterion."""
    mapped = mapping.with_labels(question.name, question.labels)
    if mapped is None:
        return None
    sql = answer_index(mapping, mapped, question.labels)
    missing = mapping.missing_in(mapped.column)
    return Reading(question.name, question.labels, mapped.column, sql=sql, missing=missing, is_criterion=True)


def mapped_month(mapping: Mapping) -> Reading:
    """The number of a lead's month."""
    if mapping.date is None:
        return Reading("Month")
    sql = month_number(text(mapping.date.column), mapping.date.order)
    missing = mapping.missing_in(mapping.date.column)
    return Reading("Date", (), mapping.date.column, sql=sql, missing=missing)


def mapped_outcome(mapping: Mapping) -> Reading:
    """Won, lost or open."""
    outcome = mapping.outcome
    if outcome is None:
        return Reading("Outcome")
    sql = index_of(outcome.column, ((WON, outcome.won), (LOST, outcome.lost), (OPEN, outcome.open)))
    return Reading("Outcome", (), outcome.column, sql=sql, missing=mapping.missing_in(outcome.column))


def mapped_revenue(mapping: Mapping) -> Reading:
    """What a won lead brought; a missing marker is no amount."""
    column = mapping.revenue
    if column is None:
        return Reading("Revenue")
    amount, missing = number(text(column), mapping.decimal, REVENUE_TYPE), mapping.missing_in(column)
    if missing:
        marked = text(column).isin(*(exp.Literal.string(marker) for marker in missing))
        amount = exp.Case().when(marked, exp.cast(exp.null(), REVENUE_TYPE)).else_(amount)
    return Reading("Revenue", (), column, value=amount, missing=missing)
