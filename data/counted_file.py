"""The description of leads that were counted in a warehouse, with their profiles beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from data.description import Description, written
from data.lead_file import COUNTED
from definitions.groups import By
from definitions.mapping import ColumnName, Mapping
from definitions.origin import Origin

DAMAGED = "These counts cannot be read any more; count the leads again."


class Asked(BaseModel):
    """A criterion as it was counted: its name and its answers' labels."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    labels: tuple[str, ...]


class Grouped(BaseModel):
    """What leads were counted by besides, and what the groups are called."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: By
    labels: tuple[str, ...]


class CountedFile(Description):
    """What was counted, where, when and how.

    ``headers``: column -> its name in the table, of those that mean something. ``sql``: as it ran.
    ``counts_sha256``: of the counts, see data/counted_set.py.
    """

    format: Literal["counted 1"] = "counted 1"
    origin: Origin
    headers: dict[ColumnName, str]
    mapping: Mapping
    criteria: tuple[Asked, ...]
    groups: tuple[Grouped, ...]
    sql: str
    counts_sha256: str


def counted_file(folder: Path, lead_set_hash: str) -> CountedFile | None:
    """The description of counted leads; ``None`` for every other lead set.

    Raises LeadsRefused when it is not as it was written.
    """
    found = written(folder, lead_set_hash, DAMAGED)
    if found is None or found[0] != COUNTED:
        return None
    return CountedFile.opened(lead_set_hash, found[1], DAMAGED)
