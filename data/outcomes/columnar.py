"""Journeys as a Parquet file and back: moments as seconds, everything else as small codes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pandas as pd  # type: ignore[import-untyped]

from data.leads_refused import LeadsRefused
from data.outcomes.outcome_file import DAMAGED, OutcomeFile
from data.sandbox import sandbox
from definitions.measures.journeys import Coded, Event, Journeys, Reason
from definitions.outcomes import QualifiedBy

WRITTEN = "reference_text"
CODES = ("source", "qualified_by", "version", "reason", "reference", "days", "revenue")
ROWS_A_GROUP = 122_880


def write(journeys: Journeys, references: Sequence[str], path: Path) -> None:
    """Write them to a new file, which is on disk then."""
    columns: dict[str, Any] = {}
    for event, times in journeys.times.items():
        columns[_of(event)] = times.astype("datetime64[s]").view(np.int64)
    for name in CODES:
        value = getattr(journeys, name)
        codes = value.codes if isinstance(value, Coded) else value
        if codes is not None:
            columns[name] = codes
    columns |= {_answer(place): codes for place, codes in enumerate(journeys.answers)}
    if references:
        columns[WRITTEN] = np.array(references, object)
    with sandbox(path) as connection:
        rows = connection.from_df(pd.DataFrame(columns, copy=False))
        rows.write_parquet(str(path), compression="zstd", row_group_size=ROWS_A_GROUP)
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def read(path: Path, file: OutcomeFile, zone: ZoneInfo) -> Journeys:
    """The journeys of a set; raises LeadsRefused when its file is damaged."""
    found = _arrays(path, len(file.criteria))
    sources, versions = (Coded(names, found.get(name)) for name, names in _names(file))
    return Journeys(
        as_of=np.datetime64(int(file.as_of.timestamp()), "s"),
        times={e: found[_of(e)].view("datetime64[s]") for e in Event if _of(e) in found},
        source=sources,
        qualified_by=Coded(tuple(each.value for each in QualifiedBy), found.get("qualified_by")),
        version=versions,
        reasons=tuple(Reason(each.kind, each.words, each.clause) for each in file.reasons),
        criteria=file.criteria,
        labels=file.labels,
        answers=tuple(found[_answer(place)] for place in range(len(file.criteria))),
        zone=zone,
        **{name: found.get(name) for name in ("reason", "reference", "days", "revenue")},
    )


def references(path: Path, rows: Sequence[int]) -> tuple[str, ...]:
    """What the leads in some rows are called; empty texts where that is not known."""
    with sandbox(path) as connection:
        try:
            table = connection.read_parquet(str(path), file_row_number=True)
            if WRITTEN not in table.columns:
                return ("",) * len(rows)
            query = (
                f"SELECT file_row_number, {WRITTEN} FROM leads WHERE file_row_number IN (SELECT unnest(?))"  # noqa: S608 - no text of anybody's
            )
            table.create_view("leads")
            found = dict(connection.execute(query, [[int(row) for row in rows]]).fetchall())
        except duckdb.Error as error:
            raise LeadsRefused(DAMAGED) from error
    return tuple(str(found.get(int(row)) or "") for row in rows)


def moment_of(time: np.datetime64) -> datetime:
    """A moment of the journeys as one with a time zone."""
    return datetime.fromtimestamp(int(time.astype("datetime64[s]").astype(np.int64)), UTC)


def _arrays(path: Path, answers: int) -> dict[str, Any]:
    wanted = {*(_of(event) for event in Event), *CODES, *map(_answer, range(answers))}
    with sandbox(path) as connection:
        try:
            table = connection.read_parquet(str(path))
            names = [name for name in table.columns if name in wanted]
            found = table.project(", ".join(names)).fetchnumpy()
        except duckdb.Error as error:
            raise LeadsRefused(DAMAGED) from error
    # What is not a number comes back as nothing at all.
    return {n: np.ma.filled(a, np.nan) if n == "revenue" else np.asarray(a) for n, a in found.items()}


def _names(file: OutcomeFile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("source", file.sources), ("version", file.versions)


def _of(event: Event) -> str:
    return f"at_{event.name.lower()}"


def _answer(place: int) -> str:
    return f"answer_{place}"
