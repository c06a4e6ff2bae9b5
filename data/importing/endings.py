"""Rows that are no leads: totals, footnotes, names repeated."""

from __future__ import annotations

from collections.abc import Sequence

from data.importing.layouts import Layout
from definitions.texts import fold_name

EMPTY = "The row is empty."
TOTAL = "It is a row of totals, not a lead."
FOOTER = "It is a note below the table, not a lead."
REPEATED = "It repeats the column names."
TOTALS = (
    *("total", "totals", "totale", "totaux", "totalen", "grand total", "subtotal", "sub-total", "sub total"),
    *("summe", "gesamt", "gesamtsumme", "zwischensumme", "insgesamt", "suma", "somma", "totaal", "sum"),
    *("итого", "всего", "razem", "yhteensä", "总计", "合计", "合計", "count", "average"),
)
"""What a row of totals begins with, in small letters."""


def first_cell(cells: Sequence[str]) -> str:
    """The first cell that is not blank, or nothing."""
    return next((cell.strip() for cell in cells if cell.strip()), "")


def filled(cells: Sequence[str]) -> int:
    """How many cells are not blank."""
    return sum(1 for cell in cells if cell.strip())


def says_total(cells: Sequence[str]) -> bool:
    """Whether a row begins with a word for totals and nothing else."""
    return first_cell(cells).rstrip(" :.").lower() in TOTALS


def is_total(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row holds totals wherever it stands: it says so, and most of it is blank."""
    return says_total(cells) and filled(cells) <= max(1, 0.6 * layout.filled)


def may_be_footer(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row would be a footnote or a total if no lead came after it."""
    return says_total(cells) or (layout.filled >= 4 and filled(cells) == 1)


def repeats_names(cells: Sequence[str], layout: Layout) -> bool:
    """Whether the row is the row of column names again."""
    if not layout.names or fold_name(cells[0]) != fold_name(layout.names[0]):
        return False
    return [fold_name(cell) for cell in cells[: len(layout.names)]] == [fold_name(n) for n in layout.names]
