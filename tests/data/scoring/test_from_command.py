"""``manage.py score``: from a file of leads and a signed definition to a scored file, without a server."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from data.importing import Options, understand
from data.importing.understood import NO_HEADER
from data.publishing import files
from data.scoring.mapping_file import mapped_by, mapping_file, read_mapping
from manage import main
from tests.definitions.documents import BUDGET, NEED, published

ROOT = Path(__file__).parents[3]
LEADS = "Lead,budget,NEED\n1,ready,Clear\n2,perhaps,clear\n3,yes,Not clear\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with leads and the definition."""
    (tmp_path / "leads.csv").write_text(LEADS)
    (tmp_path / "definition.json").write_bytes(files.json(published()))
    return tmp_path


def run(place: Path, *more: str, output: str = "scored.csv") -> Result:
    words = ("score", str(place / "leads.csv"), "--definition", str(place / "definition.json"))
    return CliRunner().invoke(main, [*words, "-o", str(place / output), *more])


def verdicts(place: Path) -> list[str]:
    with (place / "scored.csv").open(newline="") as text:
        return [row["Verdict"] for row in csv.DictReader(text)]


def mapping(place: Path, said: object) -> tuple[str, str]:
    (place / "mapping.json").write_text(json.dumps(said))
    return "--mapping", str(place / "mapping.json")


def test_it_scores_a_file_and_says_what_came_of_it(place: Path) -> None:
    result = run(place)
    assert result.exit_code == 0, result.output
    assert verdicts(place) == ["qualified", "not qualified", "not qualified"]
    lines = result.output.splitlines()
    assert lines[0].startswith("Scored 3 leads by version 1 of the definition at Larkfield Instruments")
    assert [line.split() for line in lines[1:4]] == [
        ["qualified", "1"],
        ["nurture", "0"],
        ["not", "qualified", "2"],
    ]
    assert lines[4] == (
        "Budget: not answered for 2 leads whose value means no answer: “perhaps” (1), “yes” (1)"
    )
    assert lines[-1] == f"Written to {place / 'scored.csv'}."


def test_names_of_criteria_are_column_names_also_where_they_look_like_a_lead(place: Path) -> None:
    (place / "leads.csv").write_text("Need,1\nClear,2\nClear,3\n")
    assert understand(place / "leads.csv", Options(), place / "work").options.header_row == NO_HEADER
    result = run(place)
    assert result.exit_code == 0, result.output
    assert len(verdicts(place)) == 2


def test_it_needs_no_server_no_settings_and_no_database(place: Path) -> None:
    command = (
        sys.executable,
        str(ROOT / "manage.py"),
        "score",
        "leads.csv",
        "--definition",
        "definition.json",
    )
    made = subprocess.run(
        [*command, "-o", "scored.csv"],
        cwd=place,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert sorted(path.name for path in place.iterdir()) == ["definition.json", "leads.csv", "scored.csv"]


def test_a_mapping_says_what_columns_and_values_mean(place: Path) -> None:
    said = {
        "criteria": {"budget": {"column": "Budget", "answers": {"Ready": ["yes"]}, "missing": ["perhaps"]}}
    }
    result = run(place, *mapping(place, said))
    assert result.exit_code == 0, result.output
    assert verdicts(place) == ["qualified", "not qualified", "not qualified"]
    with (place / "scored.csv").open(newline="") as text:
        assert [row["Points"] for row in csv.DictReader(text)] == ["10", "5", "5"]
    assert "means no answer" not in result.output


def test_a_mapping_that_was_downloaded_gives_the_same_mapping_again(place: Path) -> None:
    (place / "leads.csv").write_text("Funds,Need\n5000,Clear\n10,clear\nplenty,CLEAR\n")
    understood = understand(place / "leads.csv", Options(), place / "work")
    said = {"criteria": {"Budget": {"column": "funds", "answers": {"Ready": ["plenty", {"at_least": 1000}]}}}}
    file = read_mapping(Path(mapping(place, said)[1]))
    known = mapped_by(file, understood, (NEED, BUDGET))
    (place / "again.json").write_bytes(mapping_file(known, understood))
    assert mapped_by(read_mapping(place / "again.json"), understood, (NEED, BUDGET)) == known


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"criteria": {"Age": {"column": "Lead"}}}, "no criterion “Age”"),
        ({"criteria": {"Budget": {"column": "Money"}}}, "no column “Money”"),
        ({"criteria": {"Budget": {"column": "budget", "answers": {"Huge": []}}}}, "has no answer “Huge”"),
        (
            {"criteria": {"Budget": {"column": "budget", "answers": {"Ready": ["x"], "None": ["x"]}}}},
            "means two",
        ),
        ({"criteria": {"Budget": {}}}, "is no mapping"),
        ([], "is no mapping"),
    ],
)
def test_a_mapping_that_does_not_suit_is_refused_in_words(place: Path, said: object, why: str) -> None:
    result = run(place, *mapping(place, said))
    assert result.exit_code == 1
    assert why in result.output
    assert not (place / "scored.csv").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (files.json(published()).replace(b"Ready", b"Reedy"), "is not what was signed"),
        (b"{}", "is no definition"),
        (b"\xff", "is no definition"),
    ],
)
def test_a_definition_that_does_not_hold_is_refused(place: Path, text: bytes, why: str) -> None:
    (place / "definition.json").write_bytes(text)
    result = run(place)
    assert result.exit_code == 1
    assert why in result.output
    assert not (place / "scored.csv").exists()


def test_it_replaces_nothing_unless_told_and_never_what_it_reads(place: Path) -> None:
    (place / "scored.csv").write_text("precious")
    refused = run(place)
    assert refused.exit_code == 1
    assert "--force" in refused.output
    assert (place / "scored.csv").read_text() == "precious"
    assert run(place, "--force").exit_code == 0
    assert verdicts(place)[0] == "qualified"
    itself = run(place, "--force", output="leads.csv")
    assert itself.exit_code == 1
    assert (place / "leads.csv").read_text() == LEADS


@pytest.mark.parametrize("name", ["scored.xlsx", "scored.parquet", "SCORED.CSV"])
def test_the_ending_chooses_the_kind_of_file(place: Path, name: str) -> None:
    assert run(place, output=name).exit_code == 0
    assert understand(place / name, Options(), place / "again").rows_kept == 3


def test_another_ending_a_missing_folder_and_a_missing_file_are_refused(place: Path) -> None:
    assert "Name the file to write" in run(place, output="scored.exe").output
    assert "cannot be written" in run(place, output="nowhere/scored.csv").output
    (place / "leads.csv").unlink()
    assert "There is no file" in run(place).output


def test_what_stands_in_the_file_does_nothing_to_a_terminal(place: Path) -> None:
    (place / "leads.csv").write_text("Need,Budget\nClear,\x1b[2Jgone\n")
    result = run(place)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
