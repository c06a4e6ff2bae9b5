"""The sheet of answers: every criterion's labels with their places and points, and their ranges' names."""

from __future__ import annotations

from data.publishing.workbooks.book import ANSWERS, Book
from data.publishing.workbooks.formulas import name

HEADS = ("Criterion", "Answer", "Place", "Points", "Must-have")
RANGES = {"labels": "B", "places": "C", "points": "D"}


def write(book: Book) -> None:
    """Write the sheet, a row an answer."""
    sheet = book.sheet(ANSWERS)
    sheet.set_column("A:B", 34)
    sheet.set_column("E:E", 24)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    book.heads(sheet, 0, HEADS)
    row = 1
    for number, criterion in enumerate(book.criteria):
        for kind, column in RANGES.items():
            last = row + len(criterion.answers)
            area = f"={ANSWERS}!${column}${row + 1}:${column}${last}"
            book.workbook.define_name(name(kind, number), area)
        for place, answer in enumerate(criterion.answers, start=1):
            book.text(sheet, row, 0, criterion.name)
            book.text(sheet, row, 1, answer.label)
            sheet.write_number(row, 2, place, book.look("cell"))
            sheet.write_number(row, 3, answer.points, book.look("cell"))
            if answer.label == criterion.gate:
                book.text(sheet, row, 4, "this answer or a better one", "note")
            row += 1
