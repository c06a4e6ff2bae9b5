"""The sample outcomes as a set that a workshop can measure by."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from data.description import parquet_path
from data.importing import Options, understand
from data.outcomes.keeping import keep
from data.outcomes.loading import called, load
from data.outcomes.outcome_file import outcome_file
from data.outcomes.sample import add_sample_outcomes
from data.outcomes.suggestions import suggest_outcomes
from data.samples import OUTCOMES_CSV
from data.starter import classic_scorecard, usual_handoff
from definitions.criteria import Criterion
from definitions.measures.journeys import Event, Journeys
from tests.data.samples.outcome_columns import rows, sample_journeys

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("outcomes")


@pytest.fixture(scope="module")
def found(folder: Path) -> Journeys:
    return load(folder, add_sample_outcomes(folder, NOW).outcome_set)


def test_it_is_said_to_be_made_up_and_counts_every_row(folder: Path) -> None:
    added = add_sample_outcomes(folder, NOW)
    assert added.name == "Outcomes (made up)"
    assert added.sample
    assert added.rows == len(rows())
    assert added.months == ("2026-01", "2026-09")
    assert added.as_of.date().isoformat() == "2026-09-30"


def test_every_moment_is_read_as_the_csv_module_and_python_read_it(found: Journeys) -> None:
    expected = sample_journeys()
    assert set(found.times) == set(expected.times)
    for event, times in expected.times.items():
        assert np.array_equal(found.when(event), times, equal_nan=True), event


def test_names_answers_and_revenue_are_read_as_the_csv_module_reads_them(found: Journeys) -> None:
    expected = sample_journeys()
    for column in ("source", "qualified_by", "version"):
        ours, theirs = getattr(found, column), getattr(expected, column)
        assert [*ours.names, None][int(ours.codes[0])] == [*theirs.names, None][int(theirs.codes[0])]
        names = np.array([*ours.names, ""])[ours.codes], np.array([*theirs.names, ""])[theirs.codes]
        assert np.array_equal(*names)
    assert np.array_equal(found.revenue, expected.revenue, equal_nan=True)  # type: ignore[arg-type]
    assert found.criteria == expected.criteria
    assert all(map(np.array_equal, found.answers, expected.answers))
    reasons = [found.reasons[code] if code >= 0 else None for code in found.codes(found.reason)]
    assert reasons == [expected.reasons[c] if c >= 0 else None for c in expected.codes(expected.reason)]


def test_a_lead_can_be_told_by_its_reference(folder: Path) -> None:
    key = add_sample_outcomes(folder, NOW).outcome_set
    assert called(folder, key, [0, 3999]) == ("B-0001", "B-4000")


def test_three_moments_that_are_none_are_counted(folder: Path) -> None:
    file = outcome_file(folder, add_sample_outcomes(folder, NOW).outcome_set)
    unread = {each.what: each.unread for each in file.columns if each.unread}
    assert unread == {Event.CONTACTED.value: 3}


def test_adding_it_again_keeps_one_set_and_mends_one_that_is_gone(folder: Path) -> None:
    first = add_sample_outcomes(folder, NOW)
    assert add_sample_outcomes(folder, NOW) == first
    assert len(list(folder.glob("*.parquet"))) == 1
    parquet_path(folder, first.outcome_set).unlink()
    assert add_sample_outcomes(folder, NOW) == first
    assert parquet_path(folder, first.outcome_set).exists()


def test_somebody_who_uploads_the_file_gets_the_same_figures_from_what_is_suggested(
    folder: Path, tmp_path: Path
) -> None:
    criteria = [each for each in classic_scorecard() if isinstance(each, Criterion)]
    understood = understand(OUTCOMES_CSV, Options(), tmp_path)
    uploaded = keep(
        understood, suggest_outcomes(understood, criteria, usual_handoff()), criteria, tmp_path, NOW
    )
    sample = outcome_file(folder, add_sample_outcomes(folder, NOW).outcome_set)
    assert uploaded.counts == sample.counts
    assert uploaded.reasons == sample.reasons
    assert uploaded.versions == sample.versions
    assert uploaded.mapping.used == sample.mapping.used
