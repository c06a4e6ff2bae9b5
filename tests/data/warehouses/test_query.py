"""The one query, as each warehouse reads it."""

from __future__ import annotations

import pytest
import sqlglot
from sqlglot import exp

from data.warehouses import Dialect, sql
from data.warehouses.counting import warehouse_readings
from tests.data.warehouses.leads import BUDGET, COLUMNS, MAPPING


@pytest.mark.parametrize("dialect", Dialect)
def test_the_one_group_by_is_written_and_parsed_in_each_dialect(dialect: Dialect) -> None:
    read = warehouse_readings(MAPPING, [BUDGET])
    written = sql(read, "sales.leads", dialect, COLUMNS)
    parsed = sqlglot.parse_one(written, dialect=dialect.value)
    assert isinstance(parsed, exp.Select)
    assert len(list(parsed.find_all(exp.Group))) == 1
    assert [table.sql() for table in parsed.find_all(exp.Table)] == ["sales.leads"]
    assert {c.name for c in parsed.find_all(exp.Column)} >= {"budget_status", "stage", "created_at"}
    assert "TRY" not in written.upper()


def test_only_columns_that_mean_something_are_read() -> None:
    read = warehouse_readings(MAPPING.model_copy(update={"date": None}), [BUDGET])
    written = sql(read, "leads", Dialect.POSTGRES, COLUMNS)
    assert "created_at" not in written


@pytest.mark.parametrize("dialect", Dialect)
def test_a_hostile_column_name_stays_a_name(dialect: Dialect) -> None:
    name = 'a" FROM x; DROP TABLE leads; -- `'
    read = warehouse_readings(MAPPING, [BUDGET])
    parsed = sqlglot.parse(sql(read, "leads", dialect, {**COLUMNS, "c01": name}), dialect=dialect.value)
    assert len(parsed) == 1
    assert parsed[0] is not None
    assert name in {column.name for column in parsed[0].find_all(exp.Column)}
