"""A frozen draft on its way to being signed, and a published version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Signature:
    """A name typed under the statement, with time and the hash of the text."""

    by: str
    at: datetime
    typed_name: str
    statement: str
    sha256: str


@dataclass(frozen=True)
class Decline:
    """Why a frozen draft went back to the table: a signatory declined, or a facilitator took it back."""

    by: str
    at: datetime
    reason: str
    taken_back: bool = False


@dataclass(frozen=True)
class Frozen:
    """A draft whose text is fixed: the document as it is hashed, and who must sign."""

    version: int
    document: Mapping[str, Any]
    sha256: str
    signatories: tuple[str, ...]
    by: str
    at: datetime
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    decline: Decline | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The signatories who have not signed yet."""
        return tuple(person for person in self.signatories if person not in self.signatures)


@dataclass(frozen=True)
class Published:
    """A version that every signatory signed. It never changes."""

    draft: Frozen
    at: datetime

    @property
    def version(self) -> int:
        """The version's number, from 1."""
        return self.draft.version
