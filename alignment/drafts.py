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
class Review:
    """A reviewer has read the text and lets it go to those who sign."""

    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True)
class Decline:
    """Why a frozen draft went back: a signatory declined, a reviewer sent it, a facilitator took it."""

    by: str
    at: datetime
    reason: str
    taken_back: bool = False
    reviewing: bool = False


@dataclass(frozen=True)
class Frozen:
    """A draft whose text is fixed: the document as it is hashed, who reviews it and who must sign.

    ``in_order``: the signatories sign one after another, as they are named.
    """

    version: int
    document: Mapping[str, Any]
    sha256: str
    signatories: tuple[str, ...]
    by: str
    at: datetime
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    decline: Decline | None = None
    reviewers: tuple[str, ...] = ()
    in_order: bool = False
    expires_at: datetime | None = None
    reviews: Mapping[str, Review] = field(default_factory=dict)

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """The reviewers who have not reviewed yet."""
        return tuple(person for person in self.reviewers if person not in self.reviews)

    @property
    def next_to_sign(self) -> tuple[str, ...]:
        """Whose turn it is: nobody's before all reviews are there; in order only the next one's."""
        if self.unreviewed:
            return ()
        return self.missing[:1] if self.in_order else self.missing

    def expired(self, now: datetime) -> bool:
        """Whether the time to review and sign is over."""
        return self.expires_at is not None and now >= self.expires_at

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
