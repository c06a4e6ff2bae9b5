"""The report as a workbook: numbers as numbers, a sheet a topic, with charts that can be worked on."""

from __future__ import annotations

import io
from datetime import UTC

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.publishing.reporting.contents import AXES, advice, origin_lines, subtitle, title
from data.publishing.reporting.native_charts import BARS, add_chart, first_gap, interval_gaps
from data.publishing.workbooks.book import LINE, cut
from definitions.measures.reporting.grids import Cell, Grid, Unit
from definitions.measures.reporting.part import Part
from definitions.measures.reporting.report import Report

FORMATS = {Unit.COUNT: "#,##0", Unit.SHARE: "0.0 %", Unit.AMOUNT: "#,##0", Unit.DECIMAL: "#,##0.0"}
LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 15},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EFEBE2"},
    "text": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "strong": {"bold": True, "text_wrap": True, "valign": "top", "num_format": "@"},
}
WIDE, TEXT_WIDE, NUMBER_WIDE = 110, 34, 13
"""How many letters a column holds."""


class Sheets:
    """A workbook being written, and its looks."""

    def __init__(self, made: io.BytesIO) -> None:
        """An empty workbook."""
        self.workbook = xlsxwriter.Workbook(made, {"in_memory": True})
        self.looks = {name: self.workbook.add_format(look) for name, look in LOOKS.items()}
        self.numbers = {
            unit: self.workbook.add_format({"num_format": f, "valign": "top"}) for unit, f in FORMATS.items()
        }

    def sheet(self, name: str) -> Worksheet:
        """One more sheet, printed on its side."""
        made = self.workbook.add_worksheet(name)
        made.set_landscape()
        made.fit_to_pages(1, 0)
        return made


def xlsx(report: Report) -> bytes:
    """The workbook; it says that it was made when its outcomes end, so that it is repeatable."""
    made = io.BytesIO()
    sheets = Sheets(made)
    created = report.origin.as_of.astimezone(UTC).replace(tzinfo=None)
    properties = {"title": title(report), "comments": "\n".join(origin_lines(report)), "created": created}
    sheets.workbook.set_properties(properties)
    _summary(sheets, report)
    for part in report.page.parts:
        if part.grid is not None:
            _topic(sheets, part, part.grid)
    sheets.workbook.close()
    return made.getvalue()


def _summary(sheets: Sheets, report: Report) -> None:
    sheet, looks, page = sheets.sheet("Report"), sheets.looks, report.page
    sheet.set_column("A:A", 30)
    sheet.set_column("B:B", WIDE)
    _text(sheet, 0, 0, title(report), looks["title"])
    rows = [("", subtitle(report)), ("In short", page.headline), (advice(report), page.recommendation)]
    rows += [(str(part.topic), "\n".join(part.sentences)) for part in page.parts]
    rows += [("Made from", "\n".join(origin_lines(report)))]
    for row, (name, said) in enumerate(rows, start=1):
        _text(sheet, row, 0, name, looks["strong"])
        _text(sheet, row, 1, said, looks["text"])
        sheet.set_row(row, LINE * _lines(said))


def _topic(sheets: Sheets, part: Part, found: Grid) -> None:
    sheet = sheets.sheet(str(part.topic))
    sheet.set_column(0, 0, 34)
    for column, each in enumerate(found.columns[1:], start=1):
        sheet.set_column(column, column, TEXT_WIDE if each.unit is Unit.TEXT else NUMBER_WIDE)
    sheet.set_row(0, 2 * LINE)
    sheet.freeze_panes(1, 1)
    for column, each in enumerate(found.columns):
        _text(sheet, 0, column, each.name, sheets.looks["head"])
    for row, cells in enumerate(found.rows, start=1):
        for column, (cell, each) in enumerate(zip(cells, found.columns, strict=True)):
            _write(sheets, sheet, (row, column), cell, each.unit)
    if part.topic in AXES and found.rows:
        _gaps(sheets, sheet, found)
        add_chart(sheets.workbook, sheet, part, found)


def _gaps(sheets: Sheets, sheet: Worksheet, found: Grid) -> None:
    """What the charts' error bars are drawn from, beside the table."""
    first = first_gap(found)
    for row, gaps in enumerate(interval_gaps(found), start=1):
        for step, (name, gap) in enumerate(zip(BARS, gaps, strict=True)):
            _text(sheet, 0, first + step, name, sheets.looks["head"])
            sheet.write_number(row, first + step, gap, sheets.numbers[Unit.SHARE])


def _write(sheets: Sheets, sheet: Worksheet, at: tuple[int, int], cell: Cell, unit: Unit) -> None:
    if isinstance(cell, str):
        _text(sheet, *at, cell, sheets.looks["text"])
    elif cell is not None:
        sheet.write_number(*at, cell, sheets.numbers[unit])


def _text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    sheet.write_string(row, column, cut(text), look)


def _lines(said: str) -> int:
    """How many lines a text takes in the wide column."""
    return sum(len(line) // (WIDE - 10) + 1 for line in said.split("\n"))
