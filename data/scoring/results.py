"""What scoring a file comes to: how many leads have which verdict, and what was not understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from definitions.scorecard import Verdict
from definitions.texts import fold_name


class Output(StrEnum):
    """The kinds of file that scored leads are written to."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Unread:
    """A criterion's values that mean no answer, the most frequent with their leads, and all such leads.

    ``column``: its name in the file; empty where no column answers the criterion.
    """

    criterion: str
    column: str
    values: tuple[tuple[str, int], ...] = ()
    leads: int = 0


@dataclass(frozen=True)
class Result:
    """The leads of each verdict, and what was not understood."""

    verdicts: Mapping[Verdict, int]
    unread: tuple[Unread, ...]

    @property
    def leads(self) -> int:
        """How many leads were scored."""
        return sum(self.verdicts.values())


ADDED = ("Verdict", "Points", "Receipt", "Definition version", "Definition fingerprint")
"""The columns that are added behind those of the file."""


def added_names(headers: Mapping[str, str]) -> tuple[str, ...]:
    """The added columns' names, numbered where the file has such a column already."""
    taken = {fold_name(header) for header in headers.values()}
    found = []
    for name in ADDED:
        free, number = name, 1
        while fold_name(free) in taken:
            number += 1
            free = f"{name} ({number})"
        found.append(free)
    return tuple(found)
