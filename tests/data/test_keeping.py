"""Lead sets from mapped files: what is kept, what is refused, and what stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from data.importing.understood import Understood
from data.keeping import keep
from data.lead_sets import added, lead_set
from data.leads_refused import LeadsRefused
from data.profiles import profiles
from data.reuse import reusable, reuse
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.groups import By, by_group
from definitions.lead_set import UnknownValue
from definitions.mapping import CriterionMapping
from tests.data.exports import COLUMNS, MAPPING
from tests.data.uploads import upload

CRITERIA = tuple(c for c in classic_scorecard() if isinstance(c, Criterion))


@pytest.fixture
def understood(tmp_path: Path) -> Understood:
    return upload(tmp_path / "work", COLUMNS, "Export.csv", decimal=",")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "leads"


def test_a_mapped_file_is_read_as_it_was_mapped(understood: Understood, folder: Path) -> None:
    kept = keep(understood, MAPPING, folder)
    assert (kept.name, kept.rows, kept.months) == ("Export.csv", 4, ("2026-01", "2026-02"))
    assert (kept.won, kept.lost, kept.open) == (1, 1, 2), "blank or unknown is open, never lost"
    assert kept.criteria == ("Budget", "Size")
    assert set(kept.not_understood) == {
        UnknownValue("Budget", "maybe", 1),
        UnknownValue("Size", "1 000,5", 1),
        UnknownValue("Size", "many", 1),
        UnknownValue("Date", "2026", 1),
        UnknownValue("Outcome", "Talking", 1),
    }, "a missing marker needs no understanding"
    found = profiles(folder, kept.hash, CRITERIA)
    places = [found.criteria.index(name) for name in ("Budget", "Size", "Need")]
    answers = zip(map(tuple, found.answers[:, places].tolist()), found.leads.tolist(), strict=True)
    assert dict(answers) == {(0, 0, -1): 1, (2, -1, -1): 1, (-1, -1, -1): 2}


def test_only_chosen_columns_are_kept(understood: Understood, folder: Path) -> None:
    kept = keep(understood, MAPPING, folder)
    parquet = folder / f"{kept.hash}.parquet"
    with duckdb.connect() as connection:
        columns = connection.read_parquet(str(parquet)).columns
    assert columns == ["line", *MAPPING.kept]
    assert b"example.com" not in parquet.read_bytes() + parquet.with_suffix(".json").read_bytes()


def test_the_same_file_and_mapping_are_kept_once_and_another_mapping_is_another_set(
    understood: Understood, folder: Path
) -> None:
    first = keep(understood, MAPPING, folder)
    assert keep(understood, MAPPING, folder) == first
    other = keep(understood, MAPPING.model_copy(update={"source": None}), folder)
    assert {path.name for path in folder.iterdir()} == {
        f"{kept.hash}{end}" for kept in (first, other) for end in (".parquet", ".json")
    }


def test_the_record_gets_counts_and_no_value_of_any_lead(understood: Understood, folder: Path) -> None:
    fact = added(keep(understood, MAPPING, folder)).model_dump_json()
    assert json.loads(fact)["raw_sha256"] == understood.raw_sha256
    assert not [value for values in COLUMNS.values() for value in values if len(value) > 4 and value in fact]


def test_leads_are_counted_by_source_whatever_its_spelling(understood: Understood, folder: Path) -> None:
    kept = keep(understood, MAPPING, folder)
    parts = by_group(profiles(folder, kept.hash, CRITERIA, by=By.SOURCE))
    assert {name: int(part.leads.sum()) for name, part in parts.items()} == {"Web": 3, "Fair": 1}


def test_a_criterion_that_came_later_finds_a_column_of_its_name(understood: Understood, folder: Path) -> None:
    kept = keep(understood, MAPPING, folder)
    later = CRITERIA[0].model_copy(
        update={"name": "from", "answers": tuple(CRITERIA[0].answers[:2]), "gate": None}
    )
    labels = (later.answers[0].model_copy(update={"label": "web"}), later.answers[1])
    later = later.model_copy(update={"answers": labels})
    found = profiles(folder, kept.hash, [later])
    assert found.leads[found.answers[:, 0] == 0].sum() == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kept": ("c02", "c03", "c04", "c05", "c06", "c99")}, "does not have"),
        ({"missing": {"c77": ("x",)}}, "does not have"),
        ({"criteria": (CriterionMapping(criterion="Budget"),)}, "No column answers"),
    ],
)
def test_a_mapping_that_does_not_suit_the_file_is_refused_and_nothing_is_kept(
    understood: Understood, folder: Path, change: dict[str, object], said: str
) -> None:
    with pytest.raises(LeadsRefused, match=said):
        keep(understood, MAPPING.model_copy(update=change), folder)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_rows_that_went_away_meanwhile_are_refused_and_nothing_is_kept(
    understood: Understood, folder: Path
) -> None:
    sound = understood.raw.read_bytes()
    for damaged in (sound[:100], b"", None):
        understood.raw.unlink()
        if damaged is not None:
            understood.raw.write_bytes(damaged)
        with pytest.raises(LeadsRefused, match="add it again"):
            keep(understood, MAPPING, folder)
        understood.raw.write_bytes(sound)
    assert not folder.exists() or list(folder.iterdir()) == []


@pytest.mark.parametrize("damage", ["changed", "cut", "gone"])
def test_a_description_that_is_not_as_it_was_written_is_noticed(
    understood: Understood, folder: Path, damage: str
) -> None:
    kept = keep(understood, MAPPING, folder)
    path = folder / f"{kept.hash}.json"
    text = path.read_text()
    path.unlink()
    if damage != "gone":
        path.write_text(text.replace('"yes"', '"no "') if damage == "changed" else text[:-9])
    with pytest.raises(LeadsRefused, match="cannot be read any more"):
        lead_set(folder, kept.hash, CRITERIA)
    keep(understood, MAPPING, folder)
    assert lead_set(folder, kept.hash, CRITERIA).rows == 4


def test_the_next_export_of_the_same_shape_gets_the_same_mapping(
    understood: Understood, folder: Path, tmp_path: Path
) -> None:
    kept = keep(understood, MAPPING, folder)
    order = ["From", "End", "when", "Deal", "Money?", "E-mail"]
    columns = {name: COLUMNS.get(name, COLUMNS["When"]) for name in order}
    columns["Money?"] = ["YES ", "no", "maybe", "n/a"]
    following = upload(tmp_path / "next", columns, decimal=",")
    file = reusable(folder, ["0" * 64, kept.hash], following)
    assert file is not None
    mapping = reuse(file, following, CRITERIA)
    budget = mapping.of("Budget")
    assert budget is not None
    assert (budget.column, budget.answers[0].values) == ("c05", ("yes", "YES "))
    assert mapping.missing == {"c05": ("n/a",), "c04": ("-1",)}
    again = keep(following, mapping, folder)
    assert (again.won, again.lost, again.months, again.criteria) == (
        kept.won,
        kept.lost,
        kept.months,
        kept.criteria,
    )
    assert {mapped.criterion for mapped in mapping.criteria} >= {criterion.name for criterion in CRITERIA}


def test_a_file_with_other_columns_reuses_nothing(
    understood: Understood, folder: Path, tmp_path: Path
) -> None:
    kept = keep(understood, MAPPING, folder)
    other = upload(tmp_path / "next", {**COLUMNS, "More": ["", "", "", ""]})
    assert reusable(folder, [kept.hash], other) is None
