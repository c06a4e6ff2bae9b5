"""The report: the page, and what it was made from, so that it can be made again to the digit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from definitions.measures.reporting.one_page import OnePage


@dataclass(frozen=True)
class Origin:
    """What a report was made from: the outcomes by name and hash, the definition by version and fingerprint.

    Version 0: none is in force, and leads are held against the draft's handoff or the usual one. ``as_of``:
    until when the outcomes tell. ``chosen``: which of the leads, in words; empty: all. ``made_up``: no such
    leads exist.
    """

    company: str
    outcomes: str
    sha256: str
    leads: int
    version: int
    fingerprint: str
    as_of: datetime
    chosen: str = ""
    made_up: bool = False


@dataclass(frozen=True)
class Report:
    """The one page and its origin."""

    origin: Origin
    page: OnePage
