"""The workbook computes the verdicts that Python computes, in a spreadsheet too."""

from __future__ import annotations

import io
import itertools
import os
import shutil
import subprocess
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import formulas
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from data.publishing.workbooks.sheet import Sheet
from data.publishing.xlsx import xlsx
from definitions.criteria import Answer, Criterion
from definitions.document import SignedDocument, scorecard, sign
from definitions.scorecard import Verdict, score
from definitions.threshold import Threshold
from tests.data.publishing.hostile_scorecards import HOSTILE, definitions
from tests.definitions.documents import BUDGET, document, published, settled

FIRST_ROW = 4
"""The row of the first criterion on the first sheet, as people count rows."""
ODD = Criterion(
    name="=HYPERLINK(1)",
    question="=1+1",
    answers=tuple(Answer(label=label, points=n % 7 - 2) for n, label in enumerate(HOSTILE[:18])),
    gate="*",
)
Lead = Mapping[str, str | None]


def computed(signed: SignedDocument) -> Callable[[Lead], tuple[float, str]]:
    """Points and verdict by the formulas of the first sheet, for one lead after the other."""
    count = len(signed.document.criteria)
    with TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = Path(place) / "s.xlsx"
        file.write_bytes(xlsx(signed, leads=1))
        model = formulas.ExcelModel().loads(str(file)).finish(circular=False)
    sheet = "'[s.xlsx]SCORECARD'!"
    asked = [f"{sheet}C{FIRST_ROW + number}" for number in range(count)]
    last = FIRST_ROW + count
    function = model.compile(inputs=asked, outputs=[f"{sheet}D{last}", f"{sheet}C{last + 1}"])

    def of(lead: Lead) -> tuple[float, str]:
        answers = [lead.get(criterion.name) or "" for criterion in signed.document.criteria]
        points, verdict = (found.value[0, 0] for found in function(*answers))
        return float(points), str(verdict)

    return of


@settings(max_examples=25)
@given(definitions(), st.data())
def test_its_formulas_give_the_verdict_that_python_gives(signed: SignedDocument, data: st.DataObject) -> None:
    of, card = computed(signed), scorecard(signed.document)
    answers = [st.sampled_from([None, "nonsense", *criterion.labels]) for criterion in card.criteria]
    for drawn in data.draw(st.lists(st.tuples(*answers), min_size=1, max_size=20)):
        lead = {c.name: answer for c, answer in zip(card.criteria, drawn, strict=True)}
        receipt = score(card, lead)
        assert of(lead) == (receipt.points, receipt.verdict)


def test_an_answer_in_other_letter_case_counts() -> None:
    assert computed(published())({"Need": "CLEAR", "Budget": "ready"}) == (10, Verdict.QUALIFIED)


def filled(signed: SignedDocument, leads: Sequence[Lead]) -> bytes:
    """The workbook with leads on its second sheet, as somebody would fill it in."""
    book = openpyxl.load_workbook(io.BytesIO(xlsx(signed)))
    sheet = book["Many leads"]
    for row, lead in enumerate(leads, start=2):
        sheet.cell(row, 1).value = f"Lead {row}"
        for column, criterion in enumerate(signed.document.criteria, start=5):
            if answer := lead.get(criterion.name):
                cell: Any = sheet.cell(row, column)
                cell.value, cell.data_type = answer, "s"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def calculated(workbook: bytes, place: Path) -> list[list[Any]]:
    """The second sheet's rows, as LibreOffice calculates them."""
    program = shutil.which("soffice")
    if program is None:
        missing = "There is no LibreOffice to test with: apt-get install libreoffice-calc-nogui."
        (pytest.fail if os.environ.get("COMMON_TERMS_REQUIRE_SERVERS") == "1" else pytest.skip)(missing)
    (place / "filled.xlsx").write_bytes(workbook)
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    made = (program, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML")
    out = ("--outdir", str(place / "out"), str(place / "filled.xlsx"))
    subprocess.run([*made, *out], check=True, capture_output=True, timeout=120)
    with CalamineWorkbook.from_path(str(place / "out/filled.xlsx")) as book:
        return book.get_sheet_by_name("Many leads").to_python()


@pytest.mark.server
def test_a_spreadsheet_gives_every_lead_the_verdict_that_python_gives(tmp_path: Path) -> None:
    threshold = Threshold(qualified_from=6, nurture_from=3)
    signed = sign(document([settled(ODD), settled(BUDGET), settled(threshold)]), (), None)
    card = scorecard(signed.document)
    answers = ([*ODD.labels, None], [*BUDGET.labels, "nonsense", None])
    leads = [{"Budget": budget, ODD.name: odd} for odd, budget in itertools.product(*answers)]
    rows = calculated(filled(signed, leads), tmp_path)
    receipts = [score(card, lead) for lead in leads]
    assert {receipt.verdict for receipt in receipts} == set(Verdict)
    assert [(row[1], row[3]) for row in rows[1 : len(leads) + 1]] == [(r.points, r.verdict) for r in receipts]
    assert rows[len(leads) + 1][:4] == ["", "", "", ""]


def test_a_spreadsheet_takes_no_label_and_no_name_for_a_formula() -> None:
    signed = sign(document([settled(ODD), settled(BUDGET), settled(Threshold(qualified_from=6))]), (), None)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(signed)))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    written = {str(cell.value) for cell in cells if cell.data_type == "s"}
    assert {"=HYPERLINK(1)", "=1+1", "+1", "@SUM(A1)", "10", "TRUE"} <= written
    assert not {cell.value for cell in cells if cell.data_type == "f"} & {"=HYPERLINK(1)", "=1+1"}


def test_every_answer_is_chosen_from_a_list_however_long() -> None:
    labels = [f"{n} {'x' * 190}" for n in range(20)]
    long = Criterion(name="L", question="?", answers=tuple(Answer(label=label, points=1) for label in labels))
    signed = sign(document([settled(long), settled(Threshold(qualified_from=1))]), (), None)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(signed)))
    (rule,) = book["Scorecard"].data_validations.dataValidation
    (sheet, area), *_ = book.defined_names[rule.formula1].destinations
    assert [cell.value for (cell,) in book[sheet][area.replace("$", "")]] == labels


def test_it_tells_version_fingerprint_and_threshold() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(published())))
    said = {row[0].value: row[1].value for row in book["Definition"]}
    assert said["Version"] == 1
    assert said["Fingerprint (SHA-256)"] == published().sha256
    assert (said["Qualified from (points)"], said["Nurture from (points)"]) == (8, 5)


def test_it_shows_the_verdict_of_an_empty_lead_before_anything_is_calculated() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(published())), data_only=True)
    assert book["Scorecard"]["C7"].value == Verdict.NOT_QUALIFIED


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert xlsx(published()) == xlsx(published())


def test_a_question_longer_than_a_cell_is_cut_and_the_file_stays_sound() -> None:
    long = BUDGET.model_copy(update={"question": "\U0001f600" * 20_000})
    signed = sign(document([settled(long), settled(Threshold(qualified_from=1))]), (), None)
    cell = openpyxl.load_workbook(io.BytesIO(xlsx(signed)))["Scorecard"]["B4"].value
    assert cell.endswith("…")
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767


def test_the_library_would_change_no_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is left out to be quick makes no difference; were it renamed, nothing would be left out."""
    quick = xlsx(published())
    monkeypatch.delattr(Sheet, "_prepare_formula")
    assert hasattr(Sheet, "_prepare_formula")
    assert xlsx(published()) == quick
