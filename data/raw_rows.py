"""The rows of a file that was read but is not kept yet, each with its line."""

from __future__ import annotations

import duckdb

from data.importing.understood import Understood
from data.lead_table import LINE

GONE = "The file that was read is no longer here; add it again."
PLACE = "file_row_number"


def raw_rows(connection: duckdb.DuckDBPyConnection, understood: Understood) -> duckdb.DuckDBPyRelation:
    """The column ``line`` and the columns c01, c02, ... as text.

    Where each lead is one line of the file, its line is counted from the first one's.
    Raises duckdb.Error when the rows are gone.
    """
    first, raw = understood.first_line, str(understood.raw)
    if first is None:
        return connection.read_parquet(raw)
    placed = connection.read_parquet(raw, file_row_number=True)
    return placed.project(f"{PLACE} + {first} AS {LINE}, * EXCLUDE ({PLACE})")
