"""A DuckDB connection that can touch the named files and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

LOCKS = (
    "SET enable_progress_bar_print = false",
    "SET enable_external_access = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET lock_configuration = true",
)


@contextmanager
def sandbox(
    *paths: Path, memory: str | None = None, ordered: bool = True, watched: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh in-memory connection for one use; every other file, the network and extensions are shut off.

    ``memory`` bounds what DuckDB may use, such as "1GB". Unless ``ordered``, rows may be written in any
    order. ``watched``: the connection tells how far a query is.
    """
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET allowed_paths = ?", [[str(path) for path in paths]])
        if memory:
            connection.execute("SET memory_limit = ?", [memory])
            connection.execute("SET temp_directory = ''")
        connection.execute(f"SET preserve_insertion_order = {ordered}")
        connection.execute(f"SET enable_progress_bar = {watched}")
        for lock in LOCKS:
            connection.execute(lock)
        yield connection
