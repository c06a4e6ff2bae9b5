"""Counts kept as a lead set: read by whatever criteria there are, and never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings

from data.counted_set import Counts
from data.example_leads import example_leads
from data.keeping import keep
from data.lead_sets import added
from data.leads_refused import LeadsRefused
from data.profile_query import counted_names
from data.profiles import profiles
from data.warehouses import Dialect, Request, keep_counts
from definitions.criteria import Answer, Criterion
from definitions.groups import By, by_group
from definitions.profiles import Profiles
from tests.data.random_leads import Trial, counted, trials
from tests.data.uploads import upload
from tests.data.warehouses.leads import BUDGET, COLUMNS, MAPPING, asking, warehouse

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
SOURCED = MAPPING.model_copy(update={"source": "c04", "kept": (*MAPPING.kept, "c04")})


def asked(by: tuple[By, ...] = ()) -> Request:
    headers = {**COLUMNS, "c04": "origin"}
    place = warehouse("postgresql://reader:s3cret@db/crm", Dialect.POSTGRES, "sales.leads")
    return Request(place, headers, SOURCED, (BUDGET,), by, ("Web", "Fair"))


def counts(request: Request, *rows: tuple[float, ...]) -> Counts:
    columns = zip(*rows, strict=True)
    names = counted_names(request.readings)
    return {
        name: np.array(column, dtype=float if name == "revenue" else np.int64)
        for name, column in zip(names, columns, strict=True)
    }


MARCH = 2026 * 12 + 2
ROWS = ((-1, -1, 0, 5, 0, 1, 0.0), (0, MARCH, 0, 30, 9, 11, 90.5), (0, MARCH, 2, 4, 1, 0, 0.1))
"""Budget, month, source; leads, won, lost, revenue."""


def kept(folder: Path, *rows: tuple[float, ...], by: tuple[By, ...] = (By.SOURCE,)) -> str:
    request = asked(by)
    return keep_counts(request, counts(request, *(rows or ROWS)), folder, "crm", NOW).hash


def test_what_is_known_of_counts_says_where_they_are_from(tmp_path: Path) -> None:
    request = asked((By.SOURCE,))
    found = keep_counts(request, counts(request, *ROWS), tmp_path, "Our leads", NOW)
    assert (found.rows, found.won, found.lost, found.open) == (39, 10, 12, 17)
    assert (found.months, found.criteria) == (("2026-03", "2026-03"), ("Budget",))
    fact = added(found)
    assert fact.origin is not None
    assert (fact.origin.warehouse, fact.origin.table, fact.origin.counted_at) == ("crm", "sales.leads", NOW)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".parquet"}
    assert b"s3cret" not in (tmp_path / f"{found.hash}.json").read_bytes()


def test_rows_that_differ_in_nothing_asked_are_added_up(tmp_path: Path) -> None:
    found = profiles(tmp_path, kept(tmp_path), [BUDGET])
    assert found.labels == (("Ready", "None"),)
    assert (found.answers[:, 0].tolist(), found.leads.tolist()) == ([-1, 0], [5, 34])
    assert (found.won.tolist(), found.lost.tolist(), found.revenue.tolist()) == ([0, 10], [1, 11], [0, 90.6])
    assert found.months == ("2026-03",)
    assert found.group is None


def test_counts_by_source_stay_apart_and_what_was_not_counted_has_no_groups(tmp_path: Path) -> None:
    lead_set = kept(tmp_path)
    by_source = by_group(profiles(tmp_path, lead_set, [BUDGET], By.SOURCE))
    assert {name: int(each.leads.sum()) for name, each in by_source.items()} == {"Web": 35, "others": 4}
    by_kind = by_group(profiles(tmp_path, lead_set, [BUDGET], By.QUALIFIED_BY))
    assert {name: int(each.leads.sum()) for name, each in by_kind.items()} == {"unknown": 39}


def test_answers_are_found_by_their_labels_and_what_came_later_is_not_answered(tmp_path: Path) -> None:
    lead_set = kept(tmp_path)
    answers = (
        Answer(label="None", points=0),
        Answer(label="Soon", points=1),
        Answer(label="READY", points=2),
    )
    changed = Criterion(name="budget", question="?", answers=answers)
    later = Criterion(name="Need", question="?", answers=answers)
    found = profiles(tmp_path, lead_set, [later, changed])
    assert found.criteria == ("Need", "budget")
    assert found.answers.tolist() == [[-1, -1], [-1, 2]]


def test_no_single_lead_can_be_seen(tmp_path: Path) -> None:
    with pytest.raises(LeadsRefused, match="stay there"):
        example_leads(tmp_path, kept(tmp_path), [BUDGET])


def test_each_count_is_a_set_of_its_own(tmp_path: Path) -> None:
    request = asked()
    rows = counts(request, (0, MARCH, 30, 9, 11, 0.0))
    hashes = {keep_counts(request, rows, tmp_path, "crm", NOW.replace(hour=hour)).hash for hour in (9, 10)}
    assert len(hashes) == 2


@pytest.mark.parametrize("suffix", ["json", "parquet"])
def test_counts_that_were_changed_are_not_used(tmp_path: Path, suffix: str) -> None:
    lead_set = kept(tmp_path)
    other = kept(tmp_path, (0, MARCH, 0, 31, 9, 11, 90.5))
    (tmp_path / f"{other}.{suffix}").rename(tmp_path / f"{lead_set}.{suffix}")
    with pytest.raises(LeadsRefused, match="count the leads again"):
        profiles(tmp_path, lead_set, [BUDGET])


def test_nothing_is_kept_where_there_are_no_leads(tmp_path: Path) -> None:
    request = asked()
    none = {name: column[:0] for name, column in counts(request, (0, MARCH, 1, 0, 0, 0.0)).items()}
    with pytest.raises(LeadsRefused, match="no leads"):
        keep_counts(request, none, tmp_path, "crm", NOW)
    assert not list(tmp_path.iterdir())


def same(one: Profiles, other: Profiles) -> None:
    assert (one.criteria, one.labels, one.months) == (other.criteria, other.labels, other.months)
    for name in ("answers", "month", "leads", "won", "lost"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)
    np.testing.assert_allclose(one.revenue, other.revenue)


@settings(max_examples=25)
@given(trial=trials(most_leads=60))
def test_kept_counts_give_the_profiles_of_the_leads_they_were_counted_from(trial: Trial) -> None:
    """Counted by DuckDB from a file, kept as if a warehouse had counted them."""
    mapping = trial.mapping.model_copy(update={"insisted": trial.mapping.kept})
    place = asking("postgresql://db/crm", Dialect.POSTGRES, "leads")
    request = replace(place, mapping=mapping, criteria=trial.scorecard.criteria)
    if not any(mapped.column for mapped in mapping.criteria):
        return
    with TemporaryDirectory() as name:
        folder = Path(name) / "leads"
        file = keep(upload(Path(name) / "work", trial.columns), mapping, folder)
        there = profiles(folder, file.hash, trial.scorecard.criteria)
        numbers = [*there.answers.T, there_months(there), there.leads, there.won, there.lost, there.revenue]
        rows = dict(zip(counted_names(request.readings), numbers, strict=True))
        again = keep_counts(request, rows, folder, "crm", NOW)
        found = profiles(folder, again.hash, trial.scorecard.criteria)
    same(found, there)
    assert counted(found) == trial.counted()


def there_months(found: Profiles) -> np.ndarray:
    numbers = [int(month[:4]) * 12 + int(month[5:]) - 1 for month in found.months]
    return np.array([*numbers, -1], dtype=np.int64)[found.month]
