"""Which rows are kept as leads and which are set aside, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.importing.endings import (
    EMPTY,
    FOOTER,
    REPEATED,
    TOTAL,
    is_total,
    may_be_footer,
    repeats_names,
    says_total,
)
from data.importing.layouts import Layout
from data.importing.limits import MOST_ROWS
from data.importing.records import UNCLOSED, Record
from data.importing.set_aside import Aside
from data.importing.wrapped import inside
from data.leads_refused import LeadsRefused

MOST_WAITING = 50
CUT_OFF = "The file is cut off: its last row ends in the middle; export it again."


class Sorter:
    """Sorts the rows below the column names. Rows that may be a footer wait until a lead follows."""

    def __init__(self, layout: Layout, delimiter: str | None, aside: Aside, ends_whole: bool = True) -> None:
        self.layout, self.delimiter, self.aside, self.ends_whole = layout, delimiter, aside, ends_whole
        self.kept = self.unwrapped = self.broken = 0
        self.last_is_broken = False
        self.waiting: list[Record] = []

    @property
    def read(self) -> int:
        """Rows read so far."""
        return self.kept + self.aside.rows

    def leads(self, rows: Iterable[Record]) -> Iterator[tuple[int, list[str]]]:
        """The leads' lines and cells, as many as the table is wide. May raise LeadsRefused at the end."""
        for row in rows:
            if self._waits(row):
                self.waiting.append(row)
                continue
            yield from self._kept_after_all()
            lead = self._sorted(row)
            if lead is not None:
                yield self._keep(row.line, lead)
        self._end()

    def _keep(self, line: int, cells: list[str]) -> tuple[int, list[str]]:
        self.kept += 1
        if self.kept > MOST_ROWS:
            raise LeadsRefused(f"The file has more than {MOST_ROWS:,} rows.")
        return line, cells

    def _waits(self, row: Record) -> bool:
        if not any(cell and not cell.isspace() for cell in row.cells):
            return True
        if row.fault or len(self.waiting) > MOST_WAITING or len(row.cells) < self.layout.width:
            return False
        return may_be_footer(row.cells, self.layout) and not self._is_wrapped(row)

    def _is_wrapped(self, row: Record) -> bool:
        return self.delimiter is not None and self.delimiter in row.cells[0]

    def _kept_after_all(self) -> Iterator[tuple[int, list[str]]]:
        waiting, self.waiting = self.waiting, []
        for row in waiting:
            lead = self._sorted(row)
            if lead is not None:
                yield self._keep(row.line, lead)

    def _sorted(self, row: Record) -> list[str] | None:
        """The row's cells if it is a lead; otherwise it is set aside."""
        cells = self._unwrapped(row)
        self.last_is_broken = False
        if reason := self._reason(row, cells):
            self.aside.put(row.line, reason, _shown(row))
            return None
        return (cells + [""] * self.layout.width)[: self.layout.width]

    def _reason(self, row: Record, cells: list[str]) -> str | None:
        if not any(map(str.strip, cells)):
            return EMPTY
        if is_total(cells, self.layout):
            return TOTAL
        if repeats_names(cells, self.layout):
            return REPEATED
        return self._fault(row, cells)

    def _fault(self, row: Record, cells: list[str]) -> str | None:
        width, found = self.layout.width, len(cells)
        short = found < width and found != self.layout.usual
        if row.fault or short:
            self.last_is_broken = row.fault in (None, UNCLOSED) and not _is_sentence(cells)
            self.broken += self.last_is_broken
        if row.fault:
            return row.fault
        if short or any(map(str.strip, cells[width:])):
            return f"It has {found:,} values; there are {width:,} columns."
        return None

    def _unwrapped(self, row: Record) -> list[str]:
        """The cells; where the whole row was put into quotation marks, those within them."""
        if not row.cells or self.layout.width < 2 or not self._is_wrapped(row) or row.fault:
            return row.cells
        if any(cell.strip() for cell in row.cells[1:]):
            return row.cells
        cells = inside(row.cells[0], self.delimiter or ",", self.layout.width)
        self.unwrapped += cells is not None
        return cells or row.cells

    def _end(self) -> None:
        if self.last_is_broken and not self.ends_whole and self.broken <= 1 + 0.01 * self.read:
            raise LeadsRefused(CUT_OFF)
        while self.waiting and not any(map(str.strip, self.waiting[-1].cells)):
            self.waiting.pop()
        for row in self.waiting:
            blank = not any(map(str.strip, row.cells))
            self.aside.put(row.line, EMPTY if blank else _ending(row), _shown(row))


def _ending(row: Record) -> str:
    return TOTAL if says_total(row.cells) else FOOTER


def _is_sentence(cells: list[str]) -> bool:
    return len(cells) == 1 and " " in cells[0].strip()


def _shown(row: Record) -> str:
    return row.text or "; ".join(cell for cell in row.cells if cell.strip())
