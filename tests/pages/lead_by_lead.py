"""What the what-if page shows, computed again from the rows of a CSV in plain Python, one lead at a time."""

from __future__ import annotations

import csv
import io
import random
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Row = dict[str, str]
NOT_QUALIFIED = "not qualified"
POINTS = {
    "Budget": {"Ready": 5, "Being formulated": 3, "None": 0},
    "Role": {"Decision maker": 5, "Recommender": 3, "Influencer": 1},
    "Need": {"Clear": 5, "Not clear": 0},
    "Timing": {"Within six months": 5, "In a year or later": 1},
    "Size": {"50,000 or more": 5, "Under 100": 0},
}
"""The classic scorecard, written down a second time."""
SOURCES = ("Website", "Trade show", "Partner")


@dataclass(frozen=True)
class Card:
    """A scorecard in plain numbers; the gate is one criterion with the answers that pass."""

    points: dict[str, dict[str, int]]
    sales_from: int
    nurture_from: int
    gate: tuple[str, frozenset[str]] | None = None

    def worth(self, row: Row) -> int:
        return sum(answers.get(row[name], 0) for name, answers in self.points.items())

    def passes(self, row: Row) -> bool:
        return self.gate is None or row[self.gate[0]] in self.gate[1]

    def verdict(self, row: Row) -> str:
        if not self.passes(row):
            return NOT_QUALIFIED
        worth = self.worth(row)
        if worth >= self.sales_from:
            return "qualified"
        return "nurture" if worth >= self.nurture_from else NOT_QUALIFIED

    def at(self, sales_from: int) -> Card:
        return Card(self.points, sales_from, -1_000, self.gate)


def rows_of(raw: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(raw.decode())))


def made_up(seed: int, leads: int = 400) -> bytes:
    """Leads with gaps: answers, months, sources and outcomes are missing here and there."""
    draw = random.Random(seed)
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["Month", "Source", *POINTS, "Outcome"])
    for _ in range(leads):
        answers = [draw.choice([*labels, ""]) for labels in POINTS.values()]
        month = draw.choice(["2025-11", "2025-12", "2026-02", "2026-03", ""])
        outcome = draw.choices(["won", "lost", "open", ""], [2 + 3 * (answers[0] == "Ready"), 4, 1, 1])[0]
        writer.writerow([month, draw.choice([*SOURCES, ""]), *answers, outcome])
    return written.getvalue().encode()


def sent(rows: Sequence[Row], card: Card) -> list[Row]:
    return [row for row in rows if card.verdict(row) == "qualified"]


def outcomes(rows: Sequence[Row]) -> Counter[str]:
    """How many were won and lost, and how many are neither yet."""
    return Counter(row["Outcome"] if row["Outcome"] in {"won", "lost"} else "open" for row in rows)


def weeks(rows: Sequence[Row]) -> float:
    """From the first day of the first month to the last day of the last one."""
    months = sorted({row["Month"] for row in rows if row["Month"]})
    year, month = map(int, months[-1].split("-"))
    last = date(year, month, monthrange(year, month)[1])
    return ((last - date.fromisoformat(f"{months[0]}-01")).days + 1) / 7


def dated(rows: Sequence[Row]) -> int:
    return sum(1 for row in rows if row["Month"])


def net_value(rows: Sequence[Row], card: Card, cost: float, margin: float) -> float:
    found = outcomes(sent(rows, card))
    return margin * found["won"] - cost * (found["won"] + found["lost"])


def flipped(rows: Sequence[Row], before: Card, after: Card) -> list[Row]:
    return [row for row in rows if before.verdict(row) != after.verdict(row)]


def by(rows: Sequence[Row], name: str) -> dict[str, list[Row]]:
    """The rows by their value in a column; those without one under an empty value."""
    values = dict.fromkeys(row[name] for row in rows)
    return {value: [row for row in rows if row[name] == value] for value in values}
