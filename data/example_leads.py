"""Some leads of a set, one by one, for the receipt on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from sqlglot import exp

from data.lead_table import LEADS, LeadTable, lead_table
from data.reading import LOST, WON, Reading
from data.readings import readings
from data.sql_texts import NONE, integer
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


def leads_called(
    folder: Path,
    lead_set_hash: str,
    criteria: Sequence[Criterion],
    answers: Mapping[str, str | None],
    limit: int = 20,
) -> list[str]:
    """What the first leads with exactly these answers are called; nothing where leads have no id."""
    with lead_table(folder, lead_set_hash) as table:
        called = _called(table)
        if isinstance(called, exp.Null):
            return []
        read = readings(table, criteria).criteria
        given = (reading.index.eq(_place(reading, answers.get(reading.name))) for reading in read)
        known = exp.not_(called.copy().is_(exp.null()))
        query = exp.select(called.copy().as_("lead")).from_(LEADS).where(known, *given).limit(limit)
        return [str(lead) for (lead,) in table.rows(query)]


def _place(reading: Reading, label: str | None) -> exp.Expr:
    return integer(reading.labels.index(label) if label in reading.labels else NONE)


def _called(table: LeadTable) -> exp.Expr:
    column = table.file.mapping.lead if table.file else table.column(*LEAD_COLUMNS)
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
