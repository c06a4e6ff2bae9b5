"""Cells: leads of one month, source, qualification and version; what a filter chooses from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from definitions.measures.journeys import Codes, Event, Journeys, Times
from definitions.measures.periods import months
from definitions.measures.tables import distinct
from definitions.profiles import Flags, Integers

UNKNOWN_NAME = "unknown"


@dataclass(frozen=True)
class Filter:
    """Which leads count: of these months, sources and so on; nothing named: all, the unknown included."""

    months: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    qualified_by: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Cells:
    """m combinations that occur, as places in the names (-1: unknown), and the n leads' cells."""

    months: tuple[str, ...]
    sources: tuple[str, ...]
    qualifiers: tuple[str, ...]
    versions: tuple[str, ...]
    month: Integers
    source: Integers
    qualified_by: Integers
    version: Integers
    of_lead: Codes

    def chosen(self, wanted: Filter) -> Flags:
        """m flags: the cells that a filter chooses."""
        found = np.ones(len(self.month), bool)
        for names, codes, some in (
            (self.months, self.month, wanted.months),
            (self.sources, self.source, wanted.sources),
            (self.qualifiers, self.qualified_by, wanted.qualified_by),
            (self.versions, self.version, wanted.versions),
        ):
            if some:
                found &= np.array([*(name in some for name in names), UNKNOWN_NAME in some])[codes]
        return found


def cells_of(journeys: Journeys) -> Cells:
    """The cells of leads. A lead's month is that of its inquiry, else of its MQL, else of its first stage."""
    names, month = months(begin(journeys), journeys.zone)
    source, vetting, version = journeys.source, journeys.qualified_by, journeys.version
    columns = {
        "month": (month, len(names)),
        "source": (journeys.codes(source), len(source.names)),
        "qualified_by": (journeys.codes(vetting), len(vetting.names)),
        "version": (journeys.codes(version), len(version.names)),
    }
    found = distinct(columns)
    return Cells(names, source.names, vetting.names, version.names, **found.columns, of_lead=found.rows)


def begin(journeys: Journeys) -> Times:
    """n times at which each lead's way begins: its first stage that has a date; NaT without any."""
    found = journeys.when(Event.INQUIRY)
    for stage in journeys.stages:
        unknown = np.isnat(found)
        if not unknown.any():
            break
        found = np.where(unknown, journeys.when(stage), found)
    return found
