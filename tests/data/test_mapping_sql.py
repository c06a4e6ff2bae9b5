"""Leads read by a mapping: the SQL of many against the Python of one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
import sqlglot
from hypothesis import given, settings

from data.example_leads import example_leads
from data.keeping import keep
from data.lead_table import lead_table
from data.mapping_sql import number, text
from data.month_sql import month_number
from data.profile_query import profile_query
from data.profiles import profiles
from data.readings import readings
from definitions.groups import By, by_group
from definitions.months import DateOrder, month_name, read_month
from definitions.numbers import DecimalMark, read_number
from definitions.outcomes import Outcome
from definitions.scorecard import Verdict
from definitions.simulation import bands, curve
from tests.data.random_leads import DATES, NUMBERS, ODD, Trial, counted, trials
from tests.data.uploads import upload

DIALECTS = ("duckdb", "postgres", "spark", "trino", "snowflake", "bigquery", "databricks")


def kept(trial: Trial, place: Path) -> str:
    """The trial's leads as a lead set; its hash."""
    mapping = trial.mapping.model_copy(update={"insisted": trial.mapping.kept})
    if not any(mapped.column for mapped in mapping.criteria):
        mapping = mapping.model_copy(update={"criteria": ()})
    return keep(upload(place / "work", trial.columns), mapping, place / "leads").hash


@settings(max_examples=60, deadline=None)
@given(trials())
def test_the_score_of_many_in_sql_is_the_score_of_one_in_python(trial: Trial) -> None:
    with TemporaryDirectory() as place:
        name, folder = kept(trial, Path(place)), Path(place) / "leads"
        found = profiles(folder, name, trial.scorecard.criteria)
        examples = example_leads(folder, name, trial.scorecard.criteria, limit=len(trial.rows))
    judged = trial.judged()
    assert [example["answers"] for example in examples] == trial.answers()
    assert [example["outcome"] for example in examples] == trial.outcomes()
    assert counted(found) == trial.counted()
    verdicts = Counter(trial.scorecard.verdict(points, passes) for points, passes, _, _ in judged)
    assert {b.verdict: b.leads for b in bands(found, trial.scorecard)} == {v: verdicts[v] for v in Verdict}
    every = curve(found, trial.scorecard)
    for place_, threshold in enumerate(every.thresholds.tolist()):
        sent = [outcome for points, passes, outcome, _ in judged if passes and points >= threshold]
        assert every.qualified[place_] == len(sent)
        assert every.wasted_calls[place_] == sent.count(Outcome.LOST)


@settings(max_examples=15, deadline=None)
@given(trials())
def test_groups_part_the_leads_and_lose_none(trial: Trial) -> None:
    with TemporaryDirectory() as place:
        name, folder = kept(trial, Path(place)), Path(place) / "leads"
        alone = profiles(folder, name, trial.scorecard.criteria)
        for by in By:
            parted = profiles(folder, name, trial.scorecard.criteria, by=by)
            together: Counter[tuple[object, ...]] = Counter()
            for part in by_group(parted).values():
                together += counted(part)
            assert together == counted(alone) == counted(parted)
            if by is By.QUALIFIED_BY:
                answered = trial.mapping.qualified_by
                assert answered is not None
                vetted = sum(row[answered.column] in answered.vetted for row in trial.rows)
                found = by_group(parted).get("vetted")
                assert (int(found.leads.sum()) if found else 0) == vetted


@settings(max_examples=5, deadline=None)
@given(trials(most_leads=2))
def test_the_one_group_by_parses_in_each_warehouse_s_dialect(trial: Trial) -> None:
    with TemporaryDirectory() as place:
        name = kept(trial, Path(place))
        with lead_table(Path(place) / "leads", name) as table:
            query = profile_query(readings(table, trial.scorecard.criteria, By.SOURCE))
    for dialect in DIALECTS:
        assert sqlglot.parse_one(query.sql(dialect=dialect), dialect=dialect).find(sqlglot.exp.Group)


@pytest.mark.parametrize("mark", DecimalMark)
def test_sql_and_python_understand_the_same_numbers(mark: DecimalMark) -> None:
    values = [*NUMBERS, *ODD, *DATES]
    query = sqlglot.exp.select(number(text("v"), mark)).from_("texts").sql(dialect="duckdb")
    assert asked(values, query) == [read_number(value, mark) for value in values]


@pytest.mark.parametrize("order", DateOrder)
def test_sql_and_python_understand_the_same_dates(order: DateOrder) -> None:
    values = [*DATES, *NUMBERS, *ODD]
    query = sqlglot.exp.select(month_number(text("v"), order)).from_("texts").sql(dialect="duckdb")
    months = [month_name(found) if found >= 0 else None for found in asked(values, query)]
    assert months == [read_month(value, order) for value in values]
    assert any(months)


def asked(values: list[str], query: str) -> list[float]:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE texts (v VARCHAR)")
        connection.executemany("INSERT INTO texts VALUES (?)", [[value] for value in values])
        return [row[0] for row in connection.execute(query).fetchall()]
