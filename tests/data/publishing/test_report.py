"""The report: every form says the same, and says it again to the byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from data.publishing.reporting.contents import ROWS, drawn
from data.publishing.reporting.docx import docx
from data.publishing.reporting.drawing import png, svg
from data.publishing.reporting.pdf import pdf
from data.publishing.reporting.specs import DRAWN, spec
from data.publishing.reporting.xlsx import xlsx
from definitions.handoff import Handoff, Supply
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.cost import CostInput
from definitions.measures.gains import Gain
from definitions.measures.journeys import Coded, Event, Journeys, Reason
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.one_page import one_page
from definitions.measures.reporting.part import Topic
from definitions.measures.reporting.report import Origin, Report
from definitions.measures.validity import check
from tests.data.publishing.reading import dense, docx_text, pdf_text
from tests.definitions.measures.made import count_all, counted, journeys, lead

HOSTILE = '<b>x</b> **y** $z$ #let "q" \\ =1+1 [a](b) {{ w }} | Ж שלום \U0001f642 \u202e'
LEADS = (
    [lead(inquiry=0, mql=m % 90, accepted=m % 90 + 1, contacted=m % 90 + 2, sql=m % 90 + 9, by="vetted",
          source="fair", version="1", answer="yes", won=m % 90 + 60 if m % 3 else None,
          lost=None if m % 3 else m % 90 + 50, revenue=1000 + m) for m in range(1, 90)]
    + [lead(inquiry=0, mql=m % 60 + 1, rejected=m % 60 + 3, reason="no need", by="self-qualified",
            source="search", version="1", answer="no") for m in range(1, 40)]
)  # fmt: skip


def report(found: Journeys | None = None, **origin: object) -> Report:
    made = count_all(check(found if found is not None else journeys(LEADS)))
    handoff = Handoff(supply=Supply(leads_a_month=20, vetted_percent=50))
    entered = Entered(CostInput(15, 60, 80), "EUR", {Gain.QUOTA: 40.0}, {Gain.QUOTA: 44.0})
    about = {
        "company": "Acme", "outcomes": "CRM", "sha256": "ab" * 32, "leads": made.leads, "version": 1,
        "fingerprint": "cd" * 32, "as_of": datetime(2026, 7, 24, tzinfo=UTC), **origin,
    }  # fmt: skip
    return Report(Origin(**about), one_page(made, handoff, entered))  # type: ignore[arg-type]


@pytest.mark.parametrize(("make", "read"), [(pdf, pdf_text), (docx, docx_text)])
def test_the_document_has_the_figures_of_the_page_and_what_it_was_made_from(
    make: Callable[[Report], bytes], read: Callable[[bytes], str]
) -> None:
    found = report()
    text = dense(read(make(found)))
    said = [found.page.headline, found.page.recommendation, "ab" * 32, "cd" * 32]
    said += [part.sentences[0] for part in found.page.parts if part.sentences]
    said += found.page[Topic.SALES].sentences + found.page[Topic.PROMISES].sentences
    assert [each for each in said if dense(each) not in text] == []
    assert "44now" in text
    assert "far below the promise" in found.page[Topic.SALES].said or "below" in found.page.headline


def test_the_pdf_is_one_accessible_page_with_each_chart_told_in_words() -> None:
    found = report()
    reader = PdfReader(io.BytesIO(pdf(found)))
    assert len(reader.pages) == 1
    root = reader.trailer["/Root"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()  # type: ignore[index]
    told = list(alternatives(root["/StructTreeRoot"]))  # type: ignore[index]
    assert told == [chart.alt for row in ROWS for topic in row if (chart := drawn(found.page[topic]))]


def alternatives(node: Any) -> Iterator[str]:
    """What stands for pictures in a PDF, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from alternatives(each)
    elif isinstance(node, dict):
        if "/Alt" in node:
            yield str(node["/Alt"])
        if "/K" in node:
            yield from alternatives(node["/K"])


def test_the_workbook_has_the_measures_as_numbers_and_its_own_charts() -> None:
    found = report()
    made = xlsx(found)
    book = openpyxl.load_workbook(io.BytesIO(made))
    for part in found.page.parts:
        if part.grid is not None:
            rows = [[cell.value for cell in row] for row in book[str(part.topic)].iter_rows(min_row=2)]
            written = [row[: len(part.grid.columns)] for row in rows if any(cell is not None for cell in row)]
            assert written == [list(row) for row in part.grid.rows]
    total = next(row for row in book["Acceptance"].iter_rows(values_only=True) if row[0] == "All")
    rate = acceptance_rate(counted(LEADS))
    assert total[1:4] == (rate.hits, rate.of, rate.share.value)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        charts = [name for name in parts.namelist() if "charts/chart" in name]
    assert len(charts) == sum(spec(part) is not None for part in found.page.parts)


@pytest.mark.parametrize("make", [pdf, docx, xlsx])
def test_the_same_outcomes_and_version_give_the_same_bytes(make: Callable[[Report], bytes]) -> None:
    assert make(report()) == make(report())


def test_a_report_of_other_outcomes_is_another() -> None:
    assert pdf(report()) != pdf(report(sha256="ef" * 32))


@pytest.mark.parametrize(("make", "read"), [(pdf, pdf_text), (docx, docx_text)])
def test_peoples_texts_are_shown_as_typed(
    make: Callable[[Report], bytes], read: Callable[[bytes], str]
) -> None:
    words = HOSTILE.replace("\U0001f642", "").replace("\u202e", "").replace("שלום", "").strip()
    sources = Coded((words, "search"), journeys(LEADS).source.codes)
    made = journeys(LEADS, reasons=(Reason(None, words, words),) * 3, source=sources)
    text = dense(read(make(report(made, company=words, outcomes=words, chosen=words))))
    assert text.count(dense(words)) >= 4


def test_no_text_of_anybody_breaks_a_form_or_becomes_a_formula() -> None:
    made = journeys(LEADS, reasons=(Reason(None, HOSTILE * 9, HOSTILE * 9),) * 3)
    found = report(made, company=HOSTILE * 9, outcomes=HOSTILE, chosen=HOSTILE)
    assert len(PdfReader(io.BytesIO(pdf(found))).pages) == 1
    assert docx(found)
    book = openpyxl.load_workbook(io.BytesIO(xlsx(found)))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_what_the_data_do_not_tell_is_said_and_nothing_is_drawn_of_it() -> None:
    found = report(journeys(LEADS[:1], without=[each for each in Event if each is not Event.INQUIRY]))
    assert "Whether sales accepts the leads cannot be told." in found.page.headline
    assert found.page.recommendation.startswith("Record whether sales accepts each lead.")
    assert dense("The data do not tell when leads became MQLs.") in dense(pdf_text(pdf(found)))
    assert [part.topic for part in found.page.parts if spec(part) is not None] in ([], [Topic.SOURCES])
    assert docx(found)
    assert xlsx(found)


def test_without_a_definition_in_force_and_with_made_up_leads_it_says_so() -> None:
    text = dense(pdf_text(pdf(report(version=0, fingerprint="", made_up=True))))
    assert dense("No definition is in force yet.") in text
    assert dense("The leads are made up.") in text


@pytest.mark.parametrize("topic", DRAWN)
def test_a_chart_is_drawn_the_same_each_time(topic: Topic) -> None:
    part = report().page[topic]
    one, other = spec(part), spec(replace(part))
    assert one is not None
    assert other is not None
    assert svg(one) == svg(other)
    assert png(one).startswith(b"\x89PNG")
    assert png(one) == png(other)
