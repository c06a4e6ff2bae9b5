"""What every fact has in common, and a fact with its place in the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict


class Fact(BaseModel):
    """Something that happened in a workshop. Never changed once written."""

    model_config = ConfigDict(frozen=True, extra="forbid")


F = TypeVar("F", bound=Fact, covariant=True)


@dataclass(frozen=True)
class Recorded(Generic[F]):
    """A fact with its number in the workshop's record, its time (UTC) and who did it."""

    seq: int
    at: datetime
    actor: str
    fact: F
