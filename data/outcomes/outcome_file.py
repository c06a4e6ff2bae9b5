"""The description of a set of outcomes: what it came from, how it is read, and what could not be read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from data.description import Description, written
from data.leads_refused import LeadsRefused
from definitions.handoff import ReasonKind
from definitions.mapping import ColumnName, Part
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import OutcomesMapping
from definitions.origin import Origin

FORMAT = "outcomes 1"
NOT_THERE = "These outcomes are no longer here; add the file again."
DAMAGED = "These outcomes cannot be read any more; add the file again."


class ReadColumn(Part):
    """What could be read of a column: ``filled`` = understood + ``unread`` rows. ``what``: its meaning.

    ``days``: how many moments are known by the day only; ``zoneless``: how many name no time zone.
    """

    what: str
    header: str
    filled: int
    unread: int
    days: int = 0
    zoneless: int = 0


class KeptReason(Part):
    """A reason of the set, in the order of the codes."""

    kind: ReasonKind | None
    words: str
    clause: str = ""


class OutcomeFile(Description):
    """What a set of outcomes came from and how it is read.

    ``as_of``: until when it tells. ``counts``: to how many leads each event happened. ``months``: the first
    and the last of any event. The names of codes are in the order of the codes. ``read`` = ``kept`` +
    ``set_aside`` rows.
    """

    format: Literal["outcomes 1"] = "outcomes 1"
    file_name: str
    raw_sha256: str
    headers: dict[ColumnName, str]
    mapping: OutcomesMapping
    as_of: datetime
    read: int
    kept: int
    set_aside: int
    columns: tuple[ReadColumn, ...]
    counts: tuple[tuple[Event, int], ...]
    months: tuple[str, ...]
    sources: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    reasons: tuple[KeptReason, ...] = ()
    criteria: tuple[str, ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    origin: Origin | None = None


def outcome_file(folder: Path, set_hash: str) -> OutcomeFile:
    """The description of a set; raises LeadsRefused if there is none or it is not as it was written."""
    found = written(folder, set_hash, DAMAGED)
    if found is None or found[0] != FORMAT:
        raise LeadsRefused(NOT_THERE)
    return OutcomeFile.opened(set_hash, found[1], DAMAGED)
