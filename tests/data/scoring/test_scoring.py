"""A scored file: every row as it was, with the verdict that Python gives it."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data.importing import Options, understand
from data.importing.set_aside import PLAIN_NUMBER, safe_cell
from data.importing.understood import Progress, Understood
from data.leads_refused import LeadsRefused
from data.scoring import sheets
from data.scoring.by_label import by_label
from data.scoring.receipts import receipt_line
from data.scoring.results import Output, Unread
from data.scoring.scoring import Scoring, score_file
from data.scoring.watching import ScoringCancelled
from definitions.criteria import Criterion
from definitions.document import SignedDocument, sign
from definitions.mapping import Mapping
from definitions.scorecard import Scorecard, Verdict, score
from tests.data.publishing.hostile_scorecards import HOSTILE, definitions
from tests.data.random_leads import Trial, trials
from tests.data.uploads import upload
from tests.definitions.documents import BUDGET, NEED, document, published, settled

CRITERIA = (NEED, BUDGET)
FORMULAS = ("=cmd|' /C calc'!A0", " =1", "\t=1", "-5.5", "＝1", "a\nb", 'x,"y"')
CELLS = st.none() | st.sampled_from([*HOSTILE, *FORMULAS])


def signed_by(card: Scorecard) -> SignedDocument:
    return sign(document([*map(settled, card.criteria), settled(card.threshold)]), (), None)


def written(path: Path) -> list[tuple[object, ...]]:
    """The rows of a scored Parquet file."""
    with duckdb.connect() as connection:
        return connection.read_parquet(str(path)).fetchall()


def file(place: Path, text: str, name: str = "leads.csv") -> Understood:
    """A CSV as the importer understands it."""
    (place / name).write_text(text, encoding="utf-8", newline="")
    return understand(place / name, Options(), place / "work")


def scored(place: Path, text: str, kind: Output = Output.CSV) -> tuple[Path, Understood]:
    """A CSV scored by the published definition, columns found by their names."""
    understood = file(place, text)
    target = place / f"scored.{kind}"
    score_file(Scoring(understood, by_label(understood, CRITERIA), published()), target, kind)
    return target, understood


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))


@settings(max_examples=60)
@given(trials())
def test_every_row_has_the_verdict_points_and_receipt_of_python(trial: Trial) -> None:
    signed = signed_by(trial.scorecard)
    with TemporaryDirectory() as place:
        job = Scoring(upload(Path(place) / "work", trial.columns), trial.mapping, signed)
        if not any(mapped.column for mapped in trial.mapping.criteria):
            with pytest.raises(LeadsRefused, match="No column answers"):
                score_file(job, Path(place) / "s.parquet", Output.PARQUET)
            return
        result = score_file(job, Path(place) / "s.parquet", Output.PARQUET)
        rows = written(Path(place) / "s.parquet")
    receipts = [score(trial.scorecard, answers) for answers in trial.answers()]
    own = [tuple(row[column] for column in trial.mapping.kept) for row in trial.rows]
    added = [(str(r.verdict), r.points, receipt_line(r), 1, signed.sha256) for r in receipts]
    assert rows == [one + other for one, other in zip(own, added, strict=True)]
    verdicts = [receipt.verdict for receipt in receipts]
    assert result.verdicts == {verdict: verdicts.count(verdict) for verdict in Verdict}
    assert result.leads == len(trial.rows)


@settings(max_examples=30)
@given(definitions(), st.data())
def test_labels_and_names_of_any_kind_are_scored_and_written_as_they_are(
    signed: SignedDocument, data: st.DataObject
) -> None:
    criteria = signed.document.criteria
    texts = [st.none() | st.sampled_from(criterion.labels) | CELLS for criterion in criteria]
    rows = data.draw(st.lists(st.tuples(*texts), min_size=1, max_size=8))
    columns = {f"h{n}": [row[n] for row in rows] for n in range(len(criteria))}
    with TemporaryDirectory() as place:
        understood = upload(Path(place) / "work", columns)
        named = [
            c.model_copy(update={"header": c2.name})
            for c, c2 in zip(understood.columns, criteria, strict=True)
        ]
        understood = understood.model_copy(update={"columns": tuple(named)})
        mapping = by_label(understood, criteria)
        result = score_file(Scoring(understood, mapping, signed), Path(place) / "s.csv", Output.CSV)
        head, *found = rows_of(Path(place) / "s.csv")
    card = Scorecard(criteria, signed.document.threshold)
    by_column = [{c.name: text for c, text in zip(named, row, strict=True)} for row in rows]
    receipts = [score(card, mapping.answers(lead)) for lead in by_column]
    assert [row[len(criteria)] for row in found] == [r.verdict for r in receipts]
    assert [row[len(criteria) + 2] for row in found] == [safe_cell(receipt_line(r)) for r in receipts]
    own = [[safe_cell(text or "") for text in row] for row in rows]
    assert [row[: len(criteria)] for row in found] == own
    assert not [cell for row in (head, *found) for cell in row if is_formula(cell)]
    assert result.leads == len(rows)


def is_formula(cell: str) -> bool:
    return bool(re.match(r"\s*[=+\-@]", cell)) and not PLAIN_NUMBER.fullmatch(cell)


def test_columns_are_found_by_name_in_any_order_and_case_and_returned_untouched(tmp_path: Path) -> None:
    first = 'Note,BUDGET,Lead, need \nx,ready,1,Clear\n"a, ""b""",Being  Formulated,2,CLEAR\n'
    text = f"{first},,3,\n007,perhaps,4,clear\n"
    path, understood = scored(tmp_path, text)
    head, *rows = rows_of(path)
    assert head[:4] == [column.header for column in understood.columns] == ["Note", "BUDGET", "Lead", "need"]
    assert [row[:4] for row in rows] == [
        ["x", "ready", "1", "Clear"],
        ['a, "b"', "Being  Formulated", "2", "CLEAR"],
        ["", "", "3", ""],
        ["007", "perhaps", "4", "clear"],
    ]
    assert [row[4:6] for row in rows] == [
        ["qualified", "10"],
        ["qualified", "8"],
        ["not qualified", "0"],
        ["not qualified", "5"],
    ]
    assert rows[0][6] == "Need: Clear 5 (must-have met); Budget: Ready 5 (must-have met)"
    assert rows[3][6] == "Need: Clear 5 (must-have met); Budget: not answered (must-have not met)"
    assert {(row[7], row[8]) for row in rows} == {("1", published().sha256)}


def test_no_cell_and_no_column_name_is_a_formula_in_the_csv(tmp_path: Path) -> None:
    path, _ = scored(tmp_path, 'Need,=1+1,Note\nClear,"=HYPERLINK(""x"")",-5\nClear,+49 170,@SUM(A1)\n')
    head, first, second = rows_of(path)
    assert head[1] == "'=1+1"
    assert first[1:3] == ['\'=HYPERLINK("x")', "-5"]
    assert second[1:3] == ["'+49 170", "'@SUM(A1)"]


def test_a_criterion_that_begins_with_a_sign_makes_no_formula_of_the_receipt(tmp_path: Path) -> None:
    odd = NEED.model_copy(update={"name": "=1+1"})
    signed = signed_by(Scorecard((odd,), published().document.threshold))
    understood = upload(tmp_path / "work", {"=1+1": ["Clear"]})
    job = Scoring(understood, by_label(understood, (odd,)), signed)
    score_file(job, tmp_path / "s.csv", Output.CSV)
    assert rows_of(tmp_path / "s.csv")[1][3].startswith("'=1+1: Clear 5")


def test_a_file_that_was_scored_before_is_scored_again_beside_the_old_verdicts(tmp_path: Path) -> None:
    path, _ = scored(tmp_path, "Need,Budget,verdict\nClear,Ready,mine\n")
    head, row = rows_of(path)
    assert head[2:5] == ["verdict", "Verdict (2)", "Points"]
    assert row[2:4] == ["mine", "qualified"]


def test_a_workbook_holds_texts_and_numbers_and_no_formula(tmp_path: Path) -> None:
    path, _ = scored(tmp_path, "Lead,Need,Budget,Note\n007,Clear,Ready,=1+1\n", Output.XLSX)
    head, row = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert head[:5] == ["Lead", "Need", "Budget", "Note", "Verdict"]
    assert row[:6] == ["007", "Clear", "Ready", "=1+1", "qualified", 10.0]


def test_a_workbook_is_not_written_for_more_leads_than_it_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(LeadsRefused, match="up to 1 leads, and these are 2"):
        scored(tmp_path, "Need\nClear\nClear\n", Output.XLSX)


def test_numbers_are_sorted_by_the_answers_bounds(tmp_path: Path) -> None:
    sized = Criterion.model_validate(
        {
            "name": "Staff",
            "question": "How many?",
            "answers": [
                {"label": "Large", "points": 5, "at_least": 500},
                {"label": "Small", "points": 1, "below": 500},
            ],
        }
    )
    signed = signed_by(Scorecard((sized,), published().document.threshold))
    understood = file(tmp_path, "Staff\n499\n500\nlarge\nmany\n")
    job = Scoring(understood, by_label(understood, (sized,)), signed)
    result = score_file(job, tmp_path / "s.csv", Output.CSV)
    assert [row[2] for row in rows_of(tmp_path / "s.csv")[1:]] == ["1", "5", "5", "0"]
    assert result.unread == (Unread("Staff", "Staff", (("many", 1),), 1),)


def test_what_means_no_answer_is_listed_and_a_criterion_without_a_column_named(tmp_path: Path) -> None:
    understood = file(tmp_path, 'Budget\nperhaps\nperhaps\ntbd\n""\nReady\n')
    job = Scoring(understood, by_label(understood, CRITERIA), published())
    result = score_file(job, tmp_path / "s.csv", Output.CSV)
    assert result.unread == (
        Unread("Need", "", (), 0),
        Unread("Budget", "Budget", (("perhaps", 2), ("tbd", 1)), 3),
    )


def test_a_file_in_which_nothing_is_an_answer_is_refused(tmp_path: Path) -> None:
    understood = file(tmp_path, "Lead,Note\n1,x\n")
    with pytest.raises(LeadsRefused, match="No column answers a criterion"):
        score_file(
            Scoring(understood, by_label(understood, CRITERIA), published()), tmp_path / "s.csv", Output.CSV
        )
    assert not (tmp_path / "s.csv").exists()


def test_scoring_can_be_called_off_and_tells_how_far_it_is(tmp_path: Path) -> None:
    raw = tmp_path / "rows.parquet"
    with duckdb.connect() as connection:
        made = connection.sql(
            "SELECT i AS line, 'Clear' AS c01, repeat('x', 99) AS c02 FROM range(3000000) t(i)"
        )
        made.write_parquet(str(raw))
    small = upload(tmp_path / "work", {"Need": ["Clear"], "Note": ["x"]})
    understood = small.model_copy(update={"raw": raw, "rows_kept": 3_000_000})
    cancelled, told = Event(), list[Progress]()

    def tell(progress: Progress) -> None:
        told.append(progress)
        cancelled.set()

    job = Scoring(understood, by_label(understood, CRITERIA), published())
    with pytest.raises(ScoringCancelled):
        score_file(job, tmp_path / "s.csv", Output.CSV, tell, cancelled)
    assert told[0].step == "Scoring the leads"
    assert 0 <= told[0].done <= told[0].of


def test_rows_that_are_gone_are_refused_in_words(tmp_path: Path) -> None:
    understood = file(tmp_path, "Need\nClear\n")
    understood.raw.unlink()
    job = Scoring(understood, Mapping(), published())
    mapping = by_label(upload(tmp_path / "other", {"Need": ["Clear"]}), CRITERIA)
    with pytest.raises(LeadsRefused, match="no longer here"):
        score_file(Scoring(job.understood, mapping, published()), tmp_path / "s.csv", Output.CSV)
