"""Journeys: what happened to leads and when, one row a lead, as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from definitions.handoff import ReasonKind
from definitions.profiles import Decimals

Times = NDArray[np.datetime64]
"""datetime64, UTC, kept to the second; NaT where unknown."""
Codes = NDArray[np.signedinteger[Any]]
"""Places in a list of names; -1 where unknown."""
UNKNOWN = -1


class Event(StrEnum):
    """What can happen to a lead; the values are what it then is, or what was done."""

    INQUIRY = "inquiry"
    MQL = "MQL"
    ACCEPTED = "SAL"
    REJECTED = "rejected"
    RECYCLED = "recycled"
    CONTACTED = "contacted"
    SQL = "SQL"
    OPPORTUNITY = "opportunity"
    WON = "won"
    LOST = "lost"


STAGES = (Event.INQUIRY, Event.MQL, Event.ACCEPTED, Event.SQL, Event.OPPORTUNITY, Event.WON)
"""The way to a sale, in order."""


@dataclass(frozen=True)
class Reason:
    """Why sales rejected leads; ``clause``: the one that a definitional reason names."""

    kind: ReasonKind | None
    words: str
    clause: str = ""


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of names: ``codes`` (n) are places in ``names``, -1 where unknown; ``None``: no column."""

    names: tuple[str, ...] = ()
    codes: Codes | None = None


@dataclass(frozen=True, eq=False)
class Journeys:
    """n leads. An event that is missing in ``times`` has no column; NaT: it has not happened to this lead.

    ``as_of``: until when the data tell. ``reason``: n, a place in ``reasons``. ``revenue``: n, of won leads,
    nan where unknown. ``reference``: n, numbers from 0, the same for leads of the same reference; -1 for
    none. ``qualified_by``:
    names are values of ``QualifiedBy``. ``answers``: n for each criterion, a place in its ``labels``.
    ``zone``: where months and weeks begin. ``days``: n bit masks, bit i: the i-th ``Event`` is known by the
    day only.
    """

    as_of: np.datetime64
    times: Mapping[Event, Times]
    source: Coded = Coded()
    qualified_by: Coded = Coded()
    version: Coded = Coded()
    reasons: tuple[Reason, ...] = ()
    reason: Codes | None = None
    revenue: Decimals | None = None
    reference: Codes | None = None
    criteria: tuple[str, ...] = ()
    labels: tuple[tuple[str, ...], ...] = ()
    answers: tuple[Codes, ...] = ()
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    days: Codes | None = None

    def __post_init__(self) -> None:
        seconds = {event: column.astype("datetime64[s]", copy=False) for event, column in self.times.items()}
        object.__setattr__(self, "times", seconds)
        object.__setattr__(self, "as_of", self.as_of.astype("datetime64[s]"))

    def __len__(self) -> int:
        coded = (each.codes for each in (self.source, self.qualified_by, self.version))
        columns = (*self.times.values(), *coded, self.reason, self.revenue, self.reference, *self.answers)
        return max((len(column) for column in columns if column is not None), default=0)

    def has(self, event: Event) -> bool:
        """Whether there is a column for when this happened."""
        return event in self.times

    @property
    def stages(self) -> tuple[Event, ...]:
        """The stages that have a column, in order."""
        return tuple(stage for stage in STAGES if stage in self.times)

    def when(self, event: Event) -> Times:
        """n times of an event, all NaT without a column."""
        found = self.times.get(event)
        return found if found is not None else np.full(len(self), "NaT", "datetime64[s]")

    def only_days(self, event: Event) -> NDArray[np.bool_]:
        """n: whether an event's moment is known by the day only."""
        if self.days is None:
            return np.zeros(len(self), bool)
        return np.asarray((self.days >> list(Event).index(event)) & 1, bool)

    @cached_property
    def told_by_day(self) -> frozenset[Event]:
        """The events that are known by the day only, each time that they happened; looked for once."""
        if self.days is None:
            return frozenset()
        found = {event: ~np.isnat(times) for event, times in self.times.items()}
        return frozenset(e for e, did in found.items() if did.any() and self.only_days(e)[did].all())

    def codes(self, column: Coded | Codes | None) -> Codes:
        """n codes of a column, all -1 without one."""
        codes = column.codes if isinstance(column, Coded) else column
        return codes if codes is not None else np.full(len(self), UNKNOWN, np.int8)
