"""The one query, as each warehouse reads it."""

from __future__ import annotations

import pytest
import sqlglot
from sqlglot import exp

from data.warehouses import Dialect, Request
from data.warehouses.query import names_sql, sample_sql
from definitions.groups import By
from definitions.mapping import Mapping
from tests.data.warehouses.leads import BUDGET, COLUMNS, MAPPING, warehouse


def written(dialect: Dialect, mapping: Mapping = MAPPING, by: tuple[By, ...] = (), **columns: str) -> str:
    place = warehouse("x://", dialect, "sales.leads")
    return Request(place, {**COLUMNS, **columns}, mapping, (BUDGET,), by, ("Web", "Fair")).sql


SOURCED = MAPPING.model_copy(update={"source": "c04", "kept": (*MAPPING.kept, "c04")})


@pytest.mark.parametrize("dialect", Dialect)
def test_the_one_group_by_is_written_and_parsed_in_each_dialect(dialect: Dialect) -> None:
    query = written(dialect, SOURCED, tuple(By), c04="origin")
    parsed = sqlglot.parse_one(query, dialect=dialect.value)
    assert isinstance(parsed, exp.Select)
    assert len(list(parsed.find_all(exp.Group))) == 1
    assert [table.sql() for table in parsed.find_all(exp.Table)] == ["sales.leads"]
    assert {c.name for c in parsed.find_all(exp.Column)} >= {"budget_status", "stage", "created_at", "origin"}
    assert "TRY" not in query.upper()
    assert "500001" in query


def test_only_columns_that_mean_something_are_read() -> None:
    query = written(Dialect.POSTGRES, MAPPING.model_copy(update={"date": None}))
    assert "created_at" not in query


@pytest.mark.parametrize("dialect", Dialect)
def test_a_hostile_column_name_stays_a_name(dialect: Dialect) -> None:
    name = 'a" FROM x; DROP TABLE leads; -- `'
    for query in (written(dialect, c01=name), sample_sql("leads", dialect, [name, "b"], 5)):
        parsed = sqlglot.parse(query, dialect=dialect.value)
        assert len(parsed) == 1
        assert parsed[0] is not None
        assert name in {column.name for column in parsed[0].find_all(exp.Column)}


@pytest.mark.parametrize("dialect", Dialect)
def test_a_sample_is_some_rows_as_texts_and_the_names_need_none(dialect: Dialect) -> None:
    sample = sqlglot.parse_one(sample_sql("sales.leads", dialect, ["a", "b"], 7), dialect=dialect.value)
    names = sqlglot.parse_one(names_sql("sales.leads", dialect), dialect=dialect.value)
    assert (len(sample.expressions), sample.args["limit"].expression.name) == (2, "7")
    assert len(list(sample.find_all(exp.Cast))) == 2
    assert names.args["limit"].expression.name == "0"
