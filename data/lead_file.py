"""The description of a lead set that was mapped, with its leads beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from data.description import Description, description_path, parquet_path, written
from data.leads_refused import LeadsRefused
from definitions.mapping import ColumnName, Mapping

__all__ = ["COUNTED", "DAMAGED", "LeadFile", "description_path", "lead_file", "parquet_path"]
DAMAGED = "These leads cannot be read any more; add the file again."
COUNTED = "counted 1"
"""The format of the description of leads that were counted in a warehouse."""
ELSEWHERE = "These leads were counted in a warehouse and stay there, so no single one can be shown."


class LeadFile(Description):
    """What a lead set came from and how it is read.

    ``headers``: column -> its name, of every column there was. ``read`` = ``kept`` + ``set_aside`` rows;
    ``reasons``: why rows were set aside, and how many.
    """

    format: Literal[1] = 1
    file_name: str
    raw_sha256: str
    headers: dict[ColumnName, str]
    mapping: Mapping
    read: int
    kept: int
    set_aside: int
    reasons: tuple[tuple[str, int], ...] = ()


def lead_file(folder: Path, lead_set_hash: str) -> LeadFile | None:
    """The description of a lead set; ``None`` for one that is read by its columns' names.

    Raises LeadsRefused when it is not as it was written, and for leads that were only counted.
    """
    found = written(folder, lead_set_hash, DAMAGED)
    if found is None:
        return None
    format_, content = found
    if format_ == COUNTED:
        raise LeadsRefused(ELSEWHERE)
    return LeadFile.opened(lead_set_hash, content, DAMAGED)
