"""What the sheets of one workbook share: its looks, the names of its ranges, and texts that stay texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.publishing.workbooks.sheet import Sheet
from definitions.criteria import Criterion
from definitions.document import SignedDocument

ONE, MANY, ANSWERS, DEFINITION = "Scorecard", "Many leads", "Answers", "Definition"
MOST = 32_000
"""Most UTF-16 units that are put into a cell; a spreadsheet takes 32,767."""
LINE = 15.5
"""A line's height, in points."""
LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 15},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EFEBE2"},
    "text": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "note": {"text_wrap": True, "valign": "top", "font_color": "#5A646B"},
    "answer": {"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#FFF9E0", "border": 1},
    "cell": {"valign": "top", "align": "left"},
    "total": {"bold": True, "top": 1, "valign": "top", "align": "left"},
}


@dataclass
class Book:
    """A workbook being written, the document it is of, and how many rows are ready for leads."""

    workbook: Workbook
    signed: SignedDocument
    leads: int
    looks: dict[str, Format] = field(default_factory=dict)

    def look(self, name: str) -> Format:
        """One of the looks."""
        if name not in self.looks:
            self.looks[name] = self.workbook.add_format(LOOKS[name])
        return self.looks[name]

    def sheet(self, name: str) -> Sheet:
        """A new sheet, the last so far."""
        return cast(Sheet, self.workbook.add_worksheet(name, Sheet))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in the order they are asked."""
        return self.signed.document.criteria

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: str = "text") -> None:
        """Write a text as a text, whatever it begins with; what no cell can hold is cut off."""
        sheet.write_string(row, column, cut(text), self.look(look))

    def heads(self, sheet: Worksheet, row: int, heads: tuple[str, ...]) -> None:
        """Write the heads of columns, with room for two lines."""
        sheet.set_row(row, 2 * LINE)
        for column, head in enumerate(heads):
            self.text(sheet, row, column, head, "head")


def cut(text: str) -> str:
    """The text, as far as a cell takes it."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MOST:
        return text
    return units[: 2 * MOST].decode("utf-16-le", "ignore") + "…"
