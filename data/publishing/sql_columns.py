"""The columns of the query: names made of criteria's names, which every warehouse takes unquoted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from definitions.criteria import Criterion

LONGEST = 40


@dataclass(frozen=True)
class Columns:
    """What a criterion's columns are called: its answer in the table, and what the query adds.

    The ending keeps a name from being a word of the language, the beginning from being a number.
    """

    stem: str

    @property
    def answer(self) -> str:
        """The column that holds the answer's label."""
        return f"{self.stem}_answer"

    @property
    def points(self) -> str:
        """The column for the answer's points."""
        return f"{self.stem}_points"

    @property
    def gate(self) -> str:
        """The column that says whether the answer passes the gate: 1 or 0."""
        return f"{self.stem}_gate"


def columns_of(criteria: Sequence[Criterion]) -> tuple[Columns, ...]:
    """The columns of each criterion; no two criteria share one."""
    taken: set[str] = set()
    found = []
    for number, criterion in enumerate(criteria, start=1):
        stem = _free(_stem(criterion.name) or f"criterion_{number}", taken)
        taken.add(stem)
        found.append(Columns(stem))
    return tuple(found)


def _stem(name: str) -> str:
    """The name's letters a to z and digits; empty where it has no letter of those."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST].strip("_")
    return f"c_{stem}" if stem[:1].isdigit() else stem


def _free(stem: str, taken: set[str]) -> str:
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}_{number}"
    return found
