"""Leads that were counted in a warehouse: no lead, only how many there are of each kind.

The counts are a table with a row for each combination that leads have: an index into each criterion's
labels (a00, a01, ...), the month's number (m), an index into the labels of each kind of groups (g0, ...),
then leads, won, lost and the revenue of won leads.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import numpy as np
from numpy.typing import NDArray

from data.columns import write_columns
from data.counted_file import DAMAGED, CountedFile, counted_file
from data.description import parquet_path
from data.leads_refused import LeadsRefused
from data.profile_query import MONTH, answer_name, gathered, group_name
from data.reading import Question, Reading, Readings
from data.readings import questions
from data.sandbox import sandbox
from definitions.criteria import Criterion
from definitions.groups import By
from definitions.profiles import NOT_ANSWERED, Integers, Profiles
from definitions.texts import fold_name

Counts = Mapping[str, NDArray[np.generic]]
"""Column -> its numbers, in the order of the rows."""
SUMMED = ("leads", "won", "lost")


@dataclass(frozen=True)
class CountedSet:
    """Counted leads as they are kept."""

    file: CountedFile
    counts: Counts

    def profiles(self, criteria: Sequence[Criterion], by: By | None = None) -> Profiles:
        """The profiles by these criteria; what was not asked when they were counted is not answered."""
        asked, groups = questions(criteria), self._groups(by)
        keys = {answer_name(n): self._answers(question) for n, question in enumerate(asked)}
        keys[MONTH] = _integers(self.counts[MONTH])
        for reading, indexes in groups:
            keys[group_name(0)] = indexes if reading.labels else np.full_like(keys[MONTH], NOT_ANSWERED)
        readings = Readings(
            tuple(Reading(question.name, question.labels, is_criterion=True) for question in asked),
            Reading("Month"),
            Reading("Outcome"),
            Reading("Revenue"),
            groups=tuple(reading for reading, _ in groups),
        )
        return gathered(readings, self._together(keys))

    def _answers(self, question: Question) -> Integers:
        """The answers to a question as it is asked now, found by their labels."""
        names = [fold_name(asked.name) for asked in self.file.criteria]
        if fold_name(question.name) not in names:
            return np.full(len(self.counts[MONTH]), NOT_ANSWERED, dtype=np.int64)
        column = names.index(fold_name(question.name))
        places = {fold_name(label): place for place, label in enumerate(question.labels)}
        now = [places.get(fold_name(label), NOT_ANSWERED) for label in self.file.criteria[column].labels]
        return np.array([*now, NOT_ANSWERED], dtype=np.int64)[_integers(self.counts[answer_name(column)])]

    def _groups(self, by: By | None) -> list[tuple[Reading, Integers]]:
        """The groups that are asked for; without labels if the leads were not counted by them."""
        if by is None:
            return []
        for place, grouped in enumerate(self.file.groups):
            if grouped.by is by:
                return [(Reading(by.value, grouped.labels), _integers(self.counts[group_name(place)]))]
        return [(Reading(by.value), np.empty(0, dtype=np.int64))]

    def _together(self, keys: Mapping[str, Integers]) -> Counts:
        """The counts of rows that do not differ any more, added up; in the order of the keys."""
        rows, place = np.unique(np.column_stack(list(keys.values())), axis=0, return_inverse=True)
        found: dict[str, NDArray[np.generic]] = {name: rows[:, n] for n, name in enumerate(keys)}
        for name in SUMMED:
            found[name] = np.bincount(place, _integers(self.counts[name]), len(rows)).astype(np.int64)
        found["revenue"] = np.bincount(place, np.asarray(self.counts["revenue"], float), len(rows))
        return found


def counted_set(folder: Path, lead_set_hash: str) -> CountedSet | None:
    """Counted leads; ``None`` for every other lead set. Raises LeadsRefused when they are damaged."""
    file = counted_file(folder, lead_set_hash)
    if file is None:
        return None
    path = parquet_path(folder, lead_set_hash)
    try:
        with sandbox(path) as connection:
            counts = connection.read_parquet(str(path)).fetchnumpy()
    except (OSError, duckdb.Error) as error:
        raise LeadsRefused(DAMAGED) from error
    if counts_sha256(counts) != file.counts_sha256:
        raise LeadsRefused(DAMAGED)
    return CountedSet(file, counts)


def write_counted_set(file: CountedFile, counts: Counts, folder: Path) -> None:
    """Keep counted leads; they are there when their counts are."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".adding-", dir=folder) as place:
        path = Path(place) / "counts.parquet"
        write_columns(path, {name: (_kind(name), numbers.tolist()) for name, numbers in counts.items()})
        file.write(folder)
        os.replace(path, parquet_path(folder, file.hash))


def counts_sha256(counts: Counts) -> str:
    """SHA-256 of the columns' names and numbers, whole ones as 8 bytes each, the smallest first."""
    digest = hashlib.sha256()
    for name, numbers in counts.items():
        digest.update(f"{name}\n".encode())
        kind = "<f8" if _kind(name) == "DOUBLE" else "<i8"
        digest.update(np.ascontiguousarray(numbers, dtype=kind).tobytes())
    return digest.hexdigest()


def _kind(name: str) -> str:
    return "DOUBLE" if name == "revenue" else "BIGINT"


def _integers(array: NDArray[np.generic]) -> Integers:
    return np.asarray(array, dtype=np.int64)
