"""Grouping a lead set and only reading it, in a process of its own, so that its memory can be told."""

from __future__ import annotations

import resource
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import duckdb

from benchmarks.many_leads import COLUMNS, SCORECARD, connected
from benchmarks.timing import best_ms
from data.lead_file import parquet_path
from data.profiles import profiles
from definitions.profiles import Profiles


@dataclass(frozen=True)
class Grouping:
    """The best times in milliseconds, and the most memory that grouping had at once, in megabytes.

    ``scan_ms``: the smallest value of each column, found by reading the values and not from the file's
    statistics. ``scan_lengths_ms``: the sum of the texts' lengths, found once for texts that are the same.
    """

    profiles: Profiles
    group_ms: float
    peak_mb: float
    scan_ms: float
    scan_lengths_ms: float


def grouped(folder: Path, lead_set: str) -> Grouping:
    """Group and read a lead set in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_grouped, folder, lead_set).result()


def _grouped(folder: Path, lead_set: str) -> Grouping:
    found = profiles(folder, lead_set, SCORECARD.criteria)
    group_ms = best_ms(lambda: profiles(folder, lead_set, SCORECARD.criteria))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with connected() as connection:
        connection.read_parquet(str(parquet_path(folder, lead_set))).create_view("leads")
        lengths = best_ms(lambda: _read(connection, "sum(strlen({}))"))
        connection.execute("SET disabled_optimizers = 'statistics_propagation'")
        least = best_ms(lambda: _read(connection, "min({})"))
    return Grouping(found, group_ms, peak, least, lengths)


def _read(connection: duckdb.DuckDBPyConnection, of_each: str) -> None:
    connection.table("leads").aggregate(", ".join(map(of_each.format, COLUMNS))).fetchall()
