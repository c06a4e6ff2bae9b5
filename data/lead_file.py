"""The description of a lead set that was mapped: kept beside its leads, and what its hash is made of."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Literal

import rfc8785
from pydantic import BaseModel, ConfigDict, ValidationError

from data.leads_refused import LeadsRefused
from definitions.mapping import ColumnName, Mapping

DAMAGED = "These leads cannot be read any more; add the file again."


def parquet_path(folder: Path, lead_set_hash: str) -> Path:
    """Where a lead set is kept; raises LeadsRefused for what is not a hash."""
    if not re.fullmatch("[0-9a-f]{64}", lead_set_hash):
        raise LeadsRefused("There is no such set of leads.")
    return folder / f"{lead_set_hash}.parquet"


class LeadFile(BaseModel):
    """What a lead set came from and how it is read.

    ``headers``: column -> its name, of every column there was. ``read`` = ``kept`` + ``set_aside`` rows;
    ``reasons``: why rows were set aside, and how many.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    file_name: str
    raw_sha256: str
    headers: dict[ColumnName, str]
    mapping: Mapping
    read: int
    kept: int
    set_aside: int
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def content(self) -> bytes:
        """The one way to write it (RFC 8785), so that its hash says what it is."""
        return rfc8785.dumps(self.model_dump(mode="json"))

    @property
    def hash(self) -> str:
        """SHA-256 of its content: the lead set's name."""
        return hashlib.sha256(self.content).hexdigest()

    def write(self, folder: Path) -> None:
        """Put it in its place, whole and on disk."""
        aside = folder / f".{self.hash}.{os.getpid()}.json"
        try:
            with aside.open("wb") as file:
                file.write(self.content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(aside, description_path(folder, self.hash))
        finally:
            aside.unlink(missing_ok=True)


def description_path(folder: Path, lead_set_hash: str) -> Path:
    """Where the description of a lead set is kept."""
    return parquet_path(folder, lead_set_hash).with_suffix(".json")


def lead_file(folder: Path, lead_set_hash: str) -> LeadFile | None:
    """The description of a lead set; ``None`` for one that is read by its columns' names.

    Raises LeadsRefused when it is not as it was written.
    """
    path = description_path(folder, lead_set_hash)
    try:
        content = path.read_bytes()
        found = LeadFile.model_validate_json(content)
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise LeadsRefused(DAMAGED) from error
    if found.hash != lead_set_hash:
        raise LeadsRefused(DAMAGED)
    return found
