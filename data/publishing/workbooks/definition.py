"""The sheet about the definition: which version this is, its fingerprint, and its threshold."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from data.publishing.dates import day
from data.publishing.workbooks.book import DEFINITION, Book
from data.publishing.workbooks.formulas import NURTURE_FROM, QUALIFIED_FROM


def write(book: Book) -> None:
    """Write the sheet, a row a fact."""
    sheet = book.sheet(DEFINITION)
    sheet.set_column("A:A", 26)
    sheet.set_column("B:B", 72)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    document, published = book.signed.document, book.signed.published_at
    said: dict[str, str | int] = {
        "Company": document.company,
        "Offering": document.offering,
        "Version": document.version,
        "In force since": day(published) if published else "not in force",
        "Fingerprint (SHA-256)": book.signed.sha256,
    }
    for row, (what, value) in enumerate(said.items()):
        _say(book, sheet, row, what, value)
    _write_threshold(book, sheet, len(said))


def _write_threshold(book: Book, sheet: Worksheet, row: int) -> None:
    threshold = book.signed.document.threshold
    bounds = {QUALIFIED_FROM: threshold.qualified_from, NURTURE_FROM: threshold.nurture_from}
    words = {QUALIFIED_FROM: "Qualified from (points)", NURTURE_FROM: "Nurture from (points)"}
    for name, bound in bounds.items():
        if bound is not None:
            _say(book, sheet, row, words[name], bound)
            book.workbook.define_name(name, f"={DEFINITION}!$B${row + 1}")
            row += 1


def _say(book: Book, sheet: Worksheet, row: int, what: str, value: str | int) -> None:
    book.text(sheet, row, 0, what, "head")
    if isinstance(value, int):
        sheet.write_number(row, 1, value, book.look("cell"))
    else:
        book.text(sheet, row, 1, value)
