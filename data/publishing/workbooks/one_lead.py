"""The sheet for one lead: a row a criterion, an answer to choose, and what it comes to."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data.publishing.workbooks.book import LINE, ONE, Book
from data.publishing.workbooks.formulas import NO, YES, all_met, met, name, place, points, verdict
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard, score

HEADS = ("Criterion", "Question", "Answer", "Points", "Must-have met", "Answer's place")
FIRST = 3
"""The row of the first criterion, the sheet's first row being 0."""
MOST_LINES = 20
CRITERION, QUESTION, ANSWER, POINTS, MET, PLACE = range(len(HEADS))
WIDTHS = (26, 60, 36, 9, 12)
"""In letters."""


def write(book: Book) -> None:
    """Write the sheet: the answers are chosen from lists, all else is computed."""
    sheet = book.sheet(ONE)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(PLACE, PLACE, 9, None, {"hidden": True})
    title = f"Scorecard: what a qualified lead is at {book.signed.document.company}"
    sheet.write_string(0, 0, title, book.look("title"))
    sheet.write_string(1, 0, "Choose an answer in each yellow cell.")
    book.heads(sheet, FIRST - 1, HEADS)
    sheet.freeze_panes(FIRST, 0)
    for number, criterion in enumerate(book.criteria):
        _write_criterion(book, sheet, number, criterion)
    _write_verdict(book, sheet)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_criterion(book: Book, sheet: Worksheet, number: int, criterion: Criterion) -> None:
    row, cell = FIRST + number, book.look("cell")
    chosen, placed = xl_rowcol_to_cell(row, ANSWER), xl_rowcol_to_cell(row, PLACE)
    texts = (criterion.name, criterion.question, max(criterion.labels, key=len))
    sheet.set_row(row, LINE * max(map(_lines, texts, WIDTHS)))
    book.text(sheet, row, CRITERION, criterion.name)
    book.text(sheet, row, QUESTION, criterion.question)
    ask_answer(book, sheet, row, ANSWER, number)
    sheet.write_formula(row, PLACE, f"={place(chosen, number)}", book.look("note"), 0)
    sheet.write_formula(row, POINTS, f"={points(placed, number)}", cell, 0)
    if criterion.gate is not None:
        sheet.write_formula(row, MET, f"={met(placed, criterion)}", cell, NO)


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes, as far as a row is high enough for them."""
    return min(MOST_LINES, sum(1 + len(line) // width for line in text.split("\n")))


def ask_answer(book: Book, sheet: Worksheet, row: int, column: int, number: int, last: int = 0) -> None:
    """A cell, or those down to the last row, in which one of a criterion's answers is chosen."""
    last = max(row, last)
    for each in range(row, last + 1):
        sheet.write_blank(each, column, None, book.look("answer"))
    allowed = {
        "validate": "list",
        "source": f"={name('labels', number)}",
        "error_title": "Not one of the answers",
        "error_message": "Choose an answer from the list, or leave the cell empty.",
    }
    sheet.data_validation(row, column, last, column, allowed)


def _write_verdict(book: Book, sheet: Worksheet) -> None:
    last, total = FIRST + len(book.criteria) - 1, book.look("total")
    row, threshold = last + 1, book.signed.document.threshold
    areas = {
        column: f"{xl_rowcol_to_cell(FIRST, column)}:{xl_rowcol_to_cell(last, column)}"
        for column in (POINTS, MET)
    }
    nothing = score(Scorecard(book.criteria, threshold), {})
    for each in (row, row + 1):
        for column in range(PLACE):
            sheet.write_blank(each, column, None, total)
    book.text(sheet, row, CRITERION, "Total", "total")
    sheet.write_formula(row, POINTS, f"=SUM({areas[POINTS]})", total, 0)
    none = NO if nothing.gates_failed else YES
    sheet.write_formula(row, MET, f"={all_met(areas[MET])}", total, none)
    book.text(sheet, row + 1, CRITERION, "Verdict", "total")
    said = verdict(xl_rowcol_to_cell(row, POINTS), xl_rowcol_to_cell(row, MET), threshold)
    sheet.write_formula(row + 1, ANSWER, f"={said}", total, str(nothing.verdict))
