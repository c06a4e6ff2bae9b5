"""Leads counted where they are: the same profiles as DuckDB's and as reading them one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from data.keeping import keep
from data.profile_query import gathered
from data.profiles import profiles
from data.warehouses import Request, Warehouse, count
from definitions.criteria import Answer, Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, OutcomeMapping
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from tests.data.random_leads import Trial, counted, trials
from tests.data.uploads import upload
from tests.data.warehouses.conftest import Place


def request_of(trial: Trial, place: Place) -> Request:
    """To count the trial's leads, which are in a warehouse under other column names."""
    names = {column: f"The {column}'s % name" for column in trial.mapping.kept}
    table = place.put({names[column]: values for column, values in trial.columns.items()})
    warehouse = Warehouse(name="crm", url=place.url, dialect=place.dialect, table=table)
    return Request(warehouse, names, trial.mapping, trial.scorecard.criteria)


def profiles_there(request: Request) -> Profiles:
    return gathered(request.readings, count(request))


def in_duckdb(trial: Trial) -> Profiles:
    mapping = trial.mapping.model_copy(update={"insisted": trial.mapping.kept})
    with TemporaryDirectory() as folder:
        added = keep(upload(Path(folder) / "work", trial.columns), mapping, Path(folder) / "leads")
        return profiles(Path(folder) / "leads", added.hash, trial.scorecard.criteria)


def agrees(trial: Trial, place: Place) -> None:
    found = profiles_there(request_of(trial, place))
    assert counted(found) == trial.counted()
    if any(mapped.column for mapped in trial.mapping.criteria):
        same(found, in_duckdb(trial))


def same(one: Profiles, other: Profiles) -> None:
    assert (one.criteria, one.labels, one.months) == (other.criteria, other.labels, other.months)
    for name in ("answers", "month", "leads", "won", "lost", "revenue"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)


ONE_PLACE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.mark.server
@settings(ONE_PLACE, max_examples=25)
@given(trial=trials())
def test_postgresql_s_profiles_are_those_of_duckdb_to_the_last_lead(
    trial: Trial, postgres_place: Place
) -> None:
    agrees(trial, postgres_place)


@pytest.mark.server
@settings(ONE_PLACE, max_examples=5)
@given(trial=trials(most_leads=100))
def test_spark_s_profiles_are_those_of_duckdb_to_the_last_lead(trial: Trial, spark_place: Place) -> None:
    agrees(trial, spark_place)


@pytest.mark.server
@pytest.mark.parametrize("kind", ["postgres_place", "spark_place"])
def test_amounts_are_added_up_to_the_cent(kind: str, request: pytest.FixtureRequest) -> None:
    trial = Trial(
        Scorecard(
            (
                Criterion(
                    name="Size",
                    question="?",
                    answers=(Answer(label="A", points=1), Answer(label="B", points=0)),
                ),
            ),
            Threshold(qualified_from=1),
        ),
        Mapping(
            criteria=(
                CriterionMapping(
                    criterion="Size", column="c01", answers=(AnswerMapping(answer="A", values=("a\\'b",)),)
                ),
            ),
            outcome=OutcomeMapping(column="c02", won=("yes",)),
            revenue="c03",
            kept=("c01", "c02", "c03"),
        ),
        tuple(
            {"c01": "a\\'b", "c02": outcome, "c03": amount}
            for outcome, amount in [
                ("yes", "0.10"),
                ("yes", "1,234.20"),
                ("yes", "5 EUR"),
                ("no", "9"),
                ("yes", None),
            ]
        ),
    )
    place: Place = request.getfixturevalue(kind)
    agrees(trial, place)
    request = request_of(trial, place)
    found = profiles_there(request)
    assert (found.leads.tolist(), found.won.tolist(), found.revenue.tolist()) == ([5], [4], [1234.3])
    nothing = place.put({f"The {c}'s % name": [] for c in trial.mapping.kept})
    empty = replace(request, warehouse=request.warehouse.model_copy(update={"table": nothing}))
    assert profiles_there(empty).leads.tolist() == []
