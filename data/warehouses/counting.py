"""Counting a warehouse's leads: one query there, the profiles here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data.leads_refused import LeadsRefused
from data.mapped_readings import mapped_answers, mapped_month, mapped_outcome, mapped_revenue
from data.profiles import counted_names, gathered
from data.reading import Question, Reading, Readings
from data.readings import questions
from data.warehouses import relational, spark
from data.warehouses.patience import TooSlow, within
from data.warehouses.query import sql
from data.warehouses.trouble import Refusing, Unreachable
from data.warehouses.warehouse import Warehouse
from definitions.criteria import Criterion
from definitions.mapping import Mapping
from definitions.profiles import Profiles


def count(warehouse: Warehouse, criteria: Sequence[Criterion]) -> Profiles:
    """The profiles of a warehouse's leads; raises LeadsRefused, one sentence, when they cannot be had."""
    read = warehouse_readings(warehouse.mapping, criteria)
    ask = spark.ask if warehouse.is_spark else relational.ask
    try:
        rows = within(
            warehouse.timeout_seconds, lambda asking: ask(warehouse, sql_of(warehouse, read), asking)
        )
    except TooSlow as slow:
        raise LeadsRefused(_slow(warehouse)) from slow
    except Unreachable as away:
        raise LeadsRefused(
            f"The warehouse “{warehouse.name}” cannot be reached, or does not let us in."
        ) from away
    except Refusing as refusal:
        raise LeadsRefused(f"The warehouse “{warehouse.name}” refused the query: {refusal}.") from refusal
    return gathered(read, _arrays(counted_names(read), rows))


def warehouse_readings(mapping: Mapping, criteria: Sequence[Criterion]) -> Readings:
    """How a warehouse's columns are read, without a look at the leads."""
    asked = (mapped_answers(mapping, q) or _unanswered(q) for q in questions(criteria))
    return Readings(tuple(asked), mapped_month(mapping), mapped_outcome(mapping), mapped_revenue(mapping))


def sql_of(warehouse: Warehouse, read: Readings) -> str:
    """The query by which a warehouse counts."""
    return sql(read, warehouse.table, warehouse.dialect, warehouse.columns)


def _unanswered(question: Question) -> Reading:
    return Reading(question.name, question.labels, is_criterion=True)


def _slow(warehouse: Warehouse) -> str:
    return f"The warehouse “{warehouse.name}” did not answer within {warehouse.timeout_seconds:g} seconds."


def _arrays(names: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[str, NDArray[np.generic]]:
    """The answer by column, in the order of the query: warehouses differ in how they spell names."""
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return {
        name: np.array(column, dtype=float if name == "revenue" else np.int64)
        for name, column in zip(names, columns, strict=True)
    }
