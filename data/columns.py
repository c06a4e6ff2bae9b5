"""Columns in memory as a Parquet file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlglot import exp

from data.sandbox import sandbox

Columns = Mapping[str, tuple[str, Sequence[object]]]
"""A column's name -> its type in DuckDB and its values; all have as many."""


def write_columns(path: Path, columns: Columns) -> None:
    """Write them to a new file, which is on disk then."""
    lists = (exp.cast(exp.Placeholder(), f"{kind}[]") for kind, _ in columns.values())
    named = zip(columns, lists, strict=True)
    query = exp.select(*(exp.Unnest(expressions=[each]).as_(name, quoted=True) for name, each in named))
    with sandbox(path) as connection:
        rows = connection.sql(query.sql(dialect="duckdb"), params=[list(v) for _, v in columns.values()])
        rows.write_parquet(str(path), compression="zstd")
    with path.open("rb+") as written:
        os.fsync(written.fileno())
