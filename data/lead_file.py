"""The description of a lead set that was mapped, with its leads beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from data.description import Description, description_path, parquet_path
from data.leads_refused import LeadsRefused
from definitions.mapping import ColumnName, Mapping

__all__ = ["COUNTED", "DAMAGED", "LeadFile", "description_path", "is_counted", "lead_file", "parquet_path"]
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


class _Format(BaseModel):
    format: object = None


def is_counted(content: bytes) -> bool:
    """Whether this describes leads that were only counted, in a warehouse."""
    return _Format.model_validate_json(content).format == COUNTED


def lead_file(folder: Path, lead_set_hash: str) -> LeadFile | None:
    """The description of a lead set; ``None`` for one that is read by its columns' names.

    Raises LeadsRefused when it is not as it was written, and for leads that were only counted.
    """
    path = description_path(folder, lead_set_hash)
    try:
        content = path.read_bytes()
        if is_counted(content):
            raise LeadsRefused(ELSEWHERE)
        found = LeadFile.model_validate_json(content)
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise LeadsRefused(DAMAGED) from error
    if found.hash != lead_set_hash:
        raise LeadsRefused(DAMAGED)
    return found
