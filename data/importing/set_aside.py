"""The rows that were not kept, in a CSV with their lines and reasons."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from types import TracebackType

from data.importing.understood import SetAside

BLANK, ENDS = " \u00a0\u3000", ",;\t|\r\n"
STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
FORMULA = re.compile(f"^[{BLANK}]*[{STARTS}\t\r\n]")
NUMBER = f'[-+]?\\d+([.,]\\d+)?["{BLANK}]*([{ENDS}]|$)'
WITHIN = re.compile(f'(?P<before>[{ENDS}]["{BLANK}]*|^[{BLANK}]*"["{BLANK}]*)(?=[{STARTS}])(?!{NUMBER})')
"""The place of a formula within a row, which a spreadsheet may part there."""
PLAIN_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")
MOST_REASONS = 50


def safe_cell(cell: str) -> str:
    """A cell that a spreadsheet shows instead of calculating it; a plain number stays one."""
    return f"'{cell}" if FORMULA.match(cell) and not PLAIN_NUMBER.fullmatch(cell) else cell


def safe_row(text: str) -> str:
    """A whole row of another file that no spreadsheet calculates, wherever it parts the row."""
    return safe_cell(WITHIN.sub(r"\g<before>'", text))


class Aside:
    """Writes the rows set aside, as a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reasons = Counter[str]()

    def __enter__(self) -> Aside:
        self._file = self.path.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._rows = csv.writer(self._file)
        self._rows.writerow(["line", "reason", "text"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, line: int, reason: str, text: str) -> None:
        """Set one row aside."""
        self.reasons[reason] += 1
        self._rows.writerow([line, reason, safe_row(text)])

    @property
    def rows(self) -> int:
        """How many rows were set aside."""
        return self.reasons.total()

    def summary(self) -> SetAside:
        """How many, where, and why."""
        return SetAside(rows=self.rows, path=self.path, reasons=tuple(self.reasons.most_common(MOST_REASONS)))
