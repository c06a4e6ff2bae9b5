"""The sheet for many leads: a row a lead, its answers to choose, and the verdict beside them."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data.publishing.workbooks.book import MANY, Book
from data.publishing.workbooks.formulas import all_met, met, place, points, verdict
from data.publishing.workbooks.one_lead import ask_answer

RESULTS = ("Points", "Must-haves met", "Verdict")


@dataclass(frozen=True)
class Layout:
    """Which columns hold what: the answers, and behind them their places, their points and the must-haves."""

    criteria: int
    gates: tuple[int, ...]
    """The numbers of the criteria with a must-have."""

    @property
    def answers(self) -> range:
        """The columns in which answers are chosen."""
        return range(1 + len(RESULTS), 1 + len(RESULTS) + self.criteria)

    @property
    def places(self) -> range:
        """The columns with the answers' places."""
        return range(self.answers.stop, self.answers.stop + self.criteria)

    @property
    def points(self) -> range:
        """The columns with the answers' points."""
        return range(self.places.stop, self.places.stop + self.criteria)

    @property
    def met(self) -> range:
        """The columns that say whether a must-have is met."""
        return range(self.points.stop, self.points.stop + len(self.gates))


def write(book: Book) -> None:
    """Write the sheet: lead, verdict, answers; hidden behind them what each answer gives."""
    sheet = book.sheet(MANY)
    gates = tuple(number for number, criterion in enumerate(book.criteria) if criterion.gate is not None)
    layout = Layout(len(book.criteria), gates)
    _write_heads(book, sheet, layout)
    for number, column in enumerate(layout.answers):
        ask_answer(book, sheet, 1, column, number, last=book.leads)
    for row in range(1, book.leads + 1):
        _write_lead(book, sheet, row, layout)


def _write_heads(book: Book, sheet: Worksheet, layout: Layout) -> None:
    names = tuple(criterion.name for criterion in book.criteria)
    behind = (
        *(f"Place: {name}" for name in names),
        *(f"Points: {name}" for name in names),
        *(f"Met: {names[number]}" for number in layout.gates),
    )
    book.heads(sheet, 0, ("Lead", *RESULTS, *names, *behind))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(RESULTS), 13)
    sheet.set_column(layout.answers.start, layout.answers.stop - 1, 26)
    sheet.set_column(layout.places.start, layout.met.stop - 1, 12, None, {"level": 1, "hidden": True})
    sheet.freeze_panes(1, 1 + len(RESULTS))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_lead(book: Book, sheet: Worksheet, row: int, layout: Layout) -> None:
    cell = book.look("cell")
    sheet.write_blank(row, 0, None, book.look("text"))
    for number, chosen in enumerate(layout.answers):
        placed = xl_rowcol_to_cell(row, layout.places[number])
        formula = place(xl_rowcol_to_cell(row, chosen), number)
        sheet.write_formula(row, layout.places[number], f"={formula}", cell, 0)
        sheet.write_formula(row, layout.points[number], f"={points(placed, number)}", cell, 0)
    for column, number in zip(layout.met, layout.gates, strict=True):
        placed = xl_rowcol_to_cell(row, layout.places[number])
        sheet.write_formula(row, column, f"={met(placed, book.criteria[number])}", cell, "no")
    _write_results(book, sheet, row, layout)


def _write_results(book: Book, sheet: Worksheet, row: int, layout: Layout) -> None:
    """Points, must-haves and verdict; nothing where the row is empty."""
    empty = f"COUNTA({xl_rowcol_to_cell(row, 0)},{_area(row, layout.answers)})=0"
    total, gates = xl_rowcol_to_cell(row, 1), xl_rowcol_to_cell(row, 2)
    formulas = (
        f"SUM({_area(row, layout.points)})",
        all_met(_area(row, layout.met) if layout.gates else ""),
        verdict(total, gates, book.signed.document.threshold),
    )
    for column, formula in enumerate(formulas, start=1):
        sheet.write_formula(row, column, f'=IF({empty},"",{formula})', book.look("cell"), "")


def _area(row: int, columns: range) -> str:
    return f"{xl_rowcol_to_cell(row, columns.start)}:{xl_rowcol_to_cell(row, columns.stop - 1)}"
