"""The description of a lead set: kept beside what it describes, and what the set's hash is made of."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Self

import rfc8785
from pydantic import BaseModel, ConfigDict, ValidationError

from data.leads_refused import LeadsRefused


def parquet_path(folder: Path, lead_set_hash: str) -> Path:
    """Where a lead set is kept; raises LeadsRefused for what is not a hash."""
    if not re.fullmatch("[0-9a-f]{64}", lead_set_hash):
        raise LeadsRefused("There is no such set of leads.")
    return folder / f"{lead_set_hash}.parquet"


def description_path(folder: Path, lead_set_hash: str) -> Path:
    """Where the description of a lead set is kept."""
    return parquet_path(folder, lead_set_hash).with_suffix(".json")


class Description(BaseModel):
    """What a lead set came from and how it is read; never changed once written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def content(self) -> bytes:
        """The one way to write it (RFC 8785), so that its hash says what it is."""
        return rfc8785.dumps(self.model_dump(mode="json"))

    @property
    def hash(self) -> str:
        """SHA-256 of its content: the lead set's name."""
        return hashlib.sha256(self.content).hexdigest()

    @classmethod
    def opened(cls, lead_set_hash: str, content: bytes, damaged: str) -> Self:
        """A description as it was written; raises LeadsRefused, saying ``damaged``, if it is another."""
        try:
            found = cls.model_validate_json(content)
        except ValidationError as error:
            raise LeadsRefused(damaged) from error
        if found.hash != lead_set_hash:
            raise LeadsRefused(damaged)
        return found

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


class _Format(BaseModel):
    format: object = None


def written(folder: Path, lead_set_hash: str, damaged: str) -> tuple[object, bytes] | None:
    """A description's format and content; ``None`` if there is none. Raises LeadsRefused if unreadable."""
    try:
        content = description_path(folder, lead_set_hash).read_bytes()
        return _Format.model_validate_json(content).format, content
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        raise LeadsRefused(damaged) from error
