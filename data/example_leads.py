"""Some leads of a set, one by one, for the receipt on a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from sqlglot import exp

from data.lead_table import LEADS, LeadTable, lead_table
from data.readings import LOST, WON, Reading, readings
from definitions.criteria import Criterion

LEAD_COLUMNS = ("Lead", "Lead id", "Id")
OUTCOME_NAMES = {WON: "won", LOST: "lost"}


class ExampleLead(TypedDict):
    """What a lead is called, its answers as criterion name -> label, and won, lost or open."""

    lead: str
    answers: dict[str, str | None]
    outcome: str


def example_leads(
    folder: Path, lead_set_hash: str, criteria: Sequence[Criterion], limit: int = 20, offset: int = 0
) -> list[ExampleLead]:
    """A page of leads in the order of their file; a lead without an id is called by its row, from 1."""
    with lead_table(folder, lead_set_hash) as table:
        read = readings(table, criteria)
        query = exp.select(_called(table).as_("lead"), read.outcome.index.as_("outcome"))
        query = query.select(*(r.index.as_(f"a{n:02}") for n, r in enumerate(read.criteria)))
        rows = table.rows(query.from_(LEADS).limit(limit).offset(offset))
    return [_example(row, number, read.criteria) for number, row in enumerate(rows, start=offset + 1)]


def _called(table: LeadTable) -> exp.Expression:
    column = table.column(*LEAD_COLUMNS)
    return exp.column(column, quoted=True) if column else exp.null()


def _example(row: tuple[object, ...], number: int, read: Sequence[Reading]) -> ExampleLead:
    lead, outcome, *indexes = row
    return ExampleLead(
        lead=str(lead or f"Row {number}"),
        answers={r.name: _label(r, index) for r, index in zip(read, indexes, strict=True)},
        outcome=OUTCOME_NAMES.get(outcome, "open") if isinstance(outcome, int) else "open",
    )


def _label(reading: Reading, index: object) -> str | None:
    return reading.labels[index] if isinstance(index, int) and index >= 0 else None
