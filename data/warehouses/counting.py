"""Counting a warehouse's leads: one query there, the profiles here."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event

import numpy as np
from numpy.typing import NDArray

from data.counted_set import Counts
from data.leads_refused import LeadsRefused
from data.profile_query import counted_names
from data.warehouses.asking import ask
from data.warehouses.query import MOST_ROWS
from data.warehouses.request import Request


def count(request: Request, called_off: Event | None = None) -> Counts:
    """How many leads of each kind there are; raises LeadsRefused, one sentence, when that cannot be had."""
    rows = ask(request.warehouse, request.sql, called_off).rows
    if len(rows) > MOST_ROWS:
        raise LeadsRefused(
            f"The leads differ in more than {MOST_ROWS:,} ways, too many to work with. "
            "Do not count by source, or map fewer criteria."
        )
    return _arrays(counted_names(request.readings), rows)


def _arrays(names: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[str, NDArray[np.generic]]:
    """The answer by column, in the order of the query: warehouses differ in how they spell names."""
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    return {
        name: np.array(column, dtype=float if name == "revenue" else np.int64)
        for name, column in zip(names, columns, strict=True)
    }
