"""A challenge to a clause of the definition in force, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FIGURES = "figures"
"""Who challenges when figures leave their band: nobody in the workshop, so it stands in place of an id."""


class Ending(StrEnum):
    """How a challenge ended."""

    WITHDRAWN = "withdrawn"
    ANSWERED = "answered"
    TAKEN_UP = "taken up in a new draft"


@dataclass(frozen=True)
class End:
    """How a challenge ended, by whom and when; ``answer``: what a facilitator said to it."""

    how: Ending
    by: str
    at: datetime
    answer: str = ""


@dataclass(frozen=True)
class Challenge:
    """A clause in force is said to be wrong: by a person, or by figures that left their band.

    ``revision``: the wording it is about. ``key`` and ``figures``: what tripped, and its names and values.
    """

    id: str
    clause_id: str
    version: int
    revision: int
    by: str
    at: datetime
    reason: str
    key: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    end: End | None = None

    @property
    def open(self) -> bool:
        """Whether nobody has withdrawn, answered or taken it up yet."""
        return self.end is None

    @property
    def by_figures(self) -> bool:
        """Whether figures made it, and no person."""
        return self.by == FIGURES


@dataclass(frozen=True)
class OutOfBand:
    """Figures out of their band: the clause they challenge, what is said, names and values, and their key."""

    clause_id: str
    sentence: str
    figures: Mapping[str, str]
    key: str
