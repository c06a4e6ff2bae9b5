"""A lead set: what is known of a file of leads, without any lead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from definitions.origin import Origin
from definitions.profiles import Profiles


@dataclass(frozen=True)
class UnknownValue:
    """A value that means nothing to its column, and how many leads have it; counted as not answered."""

    column: str
    value: str
    leads: int


@dataclass(frozen=True)
class LeadSet:
    """A set of leads, named by its hash: SHA-256 of what it came from and how it is read.

    ``months``: the first and the last, or nothing when no month is known. ``criteria``: those that some
    lead answers. ``raw_sha256``: of the file as it was given. ``set_aside``: its rows that are no leads or
    could not be read. ``not_understood`` quotes the leads, so it is for the page and never for the record;
    it lists the most frequent values, ``not_understood_leads`` counts the answers of all of them.
    ``origin``: of leads that were only counted, in a warehouse. ``file_name``: what the file was called.
    """

    hash: str
    name: str
    rows: int
    months: tuple[str, ...]
    won: int
    lost: int
    open: int
    criteria: tuple[str, ...]
    not_understood: tuple[UnknownValue, ...]
    not_understood_leads: int
    raw_sha256: str = ""
    set_aside: int = 0
    origin: Origin | None = None
    file_name: str = ""

    @classmethod
    def counted(cls, lead_set_hash: str, name: str, profiles: Profiles, **known: Any) -> Self:
        """A set whose numbers are those of its profiles; ``known``: the other fields."""
        return cls(
            hash=lead_set_hash,
            name=name,
            rows=int(profiles.leads.sum()),
            months=(profiles.months[0], profiles.months[-1]) if profiles.months else (),
            won=int(profiles.won.sum()),
            lost=int(profiles.lost.sum()),
            open=int(profiles.open.sum()),
            **known,
        )
