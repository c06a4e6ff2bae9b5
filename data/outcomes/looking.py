"""A look at the moments in the first rows of a file, before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np

from data.importing.understood import Understood
from data.leads_refused import LeadsRefused
from data.outcomes.moments import ROWS, examples, read_moments
from data.raw_rows import GONE, raw_rows
from data.sandbox import sandbox
from definitions.measures.outcome_mapping import EventMapping

SAMPLE = 20_000
"""Rows that are looked at: enough to see how a column is written, quick enough for every change."""


@dataclass(frozen=True)
class Look:
    """Of the first rows: how many are filled, unread, known by the day only, and without a zone."""

    filled: int
    unread: int
    days: int
    zoneless: int
    examples: tuple[str, ...]


def look_at(understood: Understood, mapped: EventMapping, markers: tuple[str, ...]) -> Look:
    """What can be read of a column of moments; raises LeadsRefused when the file is gone."""
    with sandbox(understood.raw) as connection:
        try:
            raw_rows(connection, understood).limit(SAMPLE).create_view(ROWS)
            found = read_moments(connection, mapped, markers)
            unread = np.flatnonzero(found.unread)
            shown = examples(connection, mapped.column, unread)
        except duckdb.Error as error:
            raise LeadsRefused(GONE) from error
    filled = int((~np.isnat(found.times)).sum()) + len(unread)
    return Look(filled, len(unread), int(found.days.sum()), found.zoneless, shown)
