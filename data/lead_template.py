"""A CSV to fill in: the columns that a file of leads may have, with example rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from data.importing.set_aside import safe_cell
from definitions.criteria import Criterion


def lead_template(criteria: Sequence[Criterion]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; one example a place in the answers' order."""
    columns = ["Lead", "Month", *(criterion.name for criterion in criteria), "Outcome", "Revenue"]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in (columns, *_examples(criteria)):
        writer.writerow([safe_cell(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _examples(criteria: Sequence[Criterion]) -> list[list[str]]:
    best = [criterion.labels[0] for criterion in criteria]
    worst = [criterion.labels[-1] for criterion in criteria]
    unknown = ["" for _ in criteria]
    return [
        ["Example 1", "2026-01", *best, "won", "12000"],
        ["Example 2", "2026-01", *worst, "lost", ""],
        ["Example 3", "2026-02", *unknown, "open", ""],
    ]
