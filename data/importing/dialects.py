"""By which character a text is delimited."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from data.importing.records import records

DELIMITERS = ",;\t|^~"
SAID = re.compile(r"\ufeff?\"?sep=(.)\"?[\r\n]*", re.IGNORECASE)
"""A first line with which spreadsheets say the delimiter."""


def said_delimiter(lines: Sequence[str]) -> str | None:
    """The delimiter that the first line says outright, as in ``sep=;``."""
    found = SAID.fullmatch(lines[0]) if lines else None
    return found[1] if found else None


def delimiter_of(lines: Sequence[str]) -> str:
    """The likeliest delimiter of some lines: the one that cuts most rows into the same number of cells."""
    said = said_delimiter(lines)
    found = [each for each in DELIMITERS if any(each in line for line in lines)]
    return said or max(found, key=lambda delimiter: _evenness(lines, delimiter), default=DELIMITERS[0])


def _evenness(lines: Sequence[str], delimiter: str) -> float:
    found = [record for record in records(lines, delimiter) if any(map(str.strip, record.cells))]
    widths = Counter(len(record.cells) for record in found if record.fault is None)
    if not widths:
        return 0.0
    width, rows = max(widths.items(), key=lambda item: item[1] * math.log2(item[0]))
    return rows / len(found) * math.log2(width)
