"""Keeping outcomes: an immutable Parquet file, named by what it came from and how it is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import duckdb
import numpy as np

from data.description import parquet_path
from data.importing.understood import Understood
from data.leads_refused import LeadsRefused
from data.outcomes.columnar import moment_of, write
from data.outcomes.outcome_file import KeptReason, OutcomeFile
from data.outcomes.read import Outcomes, read_outcomes
from data.raw_rows import GONE
from definitions.criteria import Criterion
from definitions.mapping_edits import only_used
from definitions.measures.journeys import Event, Journeys
from definitions.measures.outcome_mapping import OutcomesMapping
from definitions.measures.validity import LONG_AGO
from definitions.origin import Origin
from definitions.texts import SHORT, tidy

NO_EVENT = "No column says when anything happened; choose at least one, such as when a lead became an MQL."
NOTHING_HAPPENED = "Not one date could be read; look at how dates are written in this file."


def keep(
    understood: Understood,
    mapping: OutcomesMapping,
    criteria: Sequence[Criterion],
    folder: Path,
    now: datetime,
    origin: Origin | None = None,
) -> OutcomeFile:
    """Keep what is mapped of a file that was read; the same file with the same mapping is kept once.

    Raises LeadsRefused, and keeps nothing, when the mapping does not suit the file.
    """
    mapping = mapping.model_copy(update={"leads": only_used(mapping.leads)})
    _refuse(understood, mapping)
    try:
        found = read_outcomes(understood, mapping, criteria, now)
    except duckdb.Error as error:
        raise LeadsRefused(GONE) from error
    if not any(happened(found.journeys).values()):
        raise LeadsRefused(NOTHING_HAPPENED)
    file = described(understood, mapping, found, origin)
    put(found.journeys, found.references, file, folder)
    return file


def put(journeys: Journeys, references: Sequence[str], file: OutcomeFile, folder: Path) -> None:
    """Write journeys and their description; the rows come last: a set is there when they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".adding-", dir=folder) as place:
        rows = Path(place) / "outcomes.parquet"
        write(journeys, references, rows)
        file.write(folder)
        os.replace(rows, parquet_path(folder, file.hash))


def described(
    understood: Understood, mapping: OutcomesMapping, found: Outcomes, origin: Origin | None = None
) -> OutcomeFile:
    """The description of what will be kept."""
    journeys = found.journeys
    used = mapping.used
    return OutcomeFile(
        file_name=" ".join(tidy(understood.file_name).split())[:SHORT] or "Outcomes",
        raw_sha256=understood.raw_sha256,
        headers={each.name: each.header for each in understood.columns if each.name in used},
        mapping=mapping,
        as_of=moment_of(journeys.as_of),
        read=understood.rows_read,
        kept=understood.rows_kept,
        set_aside=understood.set_aside.rows,
        columns=found.columns,
        counts=tuple(happened(journeys).items()),
        months=months_of(journeys, ZoneInfo(mapping.events[0].zone)),
        sources=journeys.source.names,
        versions=journeys.version.names,
        reasons=tuple(KeptReason(kind=r.kind, words=r.words, clause=r.clause) for r in journeys.reasons),
        criteria=journeys.criteria,
        labels=journeys.labels,
        origin=origin,
    )


def happened(journeys: Journeys) -> dict[Event, int]:
    """To how many leads each event happened."""
    return {event: int((~np.isnat(times)).sum()) for event, times in journeys.times.items()}


def months_of(journeys: Journeys, zone: ZoneInfo | None = None) -> tuple[str, ...]:
    """The months of the first and the last event that can be believed, such as "2026-05"."""
    ends: list[np.datetime64] = []
    for times in journeys.times.values():
        past = times[(times <= journeys.as_of) & (times >= journeys.as_of - LONG_AGO)]
        ends += [past.min(), past.max()] if len(past) else []
    local = [moment_of(each).astimezone(zone or journeys.zone) for each in ends]
    return (f"{min(local):%Y-%m}", f"{max(local):%Y-%m}") if local else ()


def _refuse(understood: Understood, mapping: OutcomesMapping) -> None:
    if mapping.used - {column.name for column in understood.columns}:
        raise LeadsRefused("The mapping names columns that this file does not have.")
    if not mapping.events:
        raise LeadsRefused(NO_EVENT)
    if mapping.untold:
        words = "accepted or rejected" if Event.ACCEPTED in mapping.untold else "won or lost"
        raise LeadsRefused(
            f"One column says when leads were {words}; choose which column says which of the two."
        )
