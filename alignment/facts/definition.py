"""Facts about the written definition: frozen, reviewed, signed, published, opened again."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from alignment.facts.fact import Fact
from alignment.sharing import Sharing
from definitions.texts import LongText, NeededText, ShortText


class DraftFrozen(Fact):
    """The text is fixed for signing: the document, its SHA-256, who reviews it and who must sign.

    ``in_order``: one after another, as they are named. ``expires_at``: until when they are asked.
    """

    kind: Literal["draft frozen"] = "draft frozen"
    version: int
    document: dict[str, Any]
    sha256: str
    signatories: tuple[str, ...]
    reviewers: tuple[str, ...] = ()
    in_order: bool = False
    expires_at: datetime | None = None


class DraftReviewed(Fact):
    """A reviewer has read the frozen text and lets it go to those who sign."""

    kind: Literal["draft reviewed"] = "draft reviewed"
    version: int
    sha256: str
    note: LongText = ""


class DraftSentBack(Fact):
    """A reviewer sent the frozen text back with a reason; the draft is open again."""

    kind: Literal["draft sent back"] = "draft sent back"
    version: int
    sha256: str
    reason: NeededText


class RequestRenewed(Fact):
    """The facilitator asks for reviews and signatures until another moment; ``None``: without an end."""

    kind: Literal["request renewed"] = "request renewed"
    version: int
    expires_at: datetime | None = None


class DraftThawed(Fact):
    """The facilitator takes a frozen draft back to the table."""

    kind: Literal["draft thawed"] = "draft thawed"
    version: int
    reason: NeededText


class SignatureGiven(Fact):
    """A signatory typed their name under the statement."""

    kind: Literal["signature given"] = "signature given"
    version: int
    sha256: str
    typed_name: ShortText
    statement: NeededText


class SignatureDeclined(Fact):
    """A signatory declined with a reason; the draft is open again."""

    kind: Literal["signature declined"] = "signature declined"
    version: int
    sha256: str
    reason: NeededText


class DefinitionPublished(Fact):
    """With the last signature the definition is in force and never changes."""

    kind: Literal["definition published"] = "definition published"
    version: int
    sha256: str


class DraftOpened(Fact):
    """A new draft begins from the version in force, which stays in force.

    ``clauses``: those that alone are on the table again; none: the whole text.
    """

    kind: Literal["draft opened"] = "draft opened"
    version: int
    clauses: tuple[str, ...] = ()
    note: LongText = ""


class DraftWidened(Fact):
    """A draft of a few clauses becomes one of the whole text."""

    kind: Literal["draft widened"] = "draft widened"
    version: int


class SharingChanged(Fact):
    """The host chose who may read the published definition."""

    kind: Literal["sharing changed"] = "sharing changed"
    sharing: Sharing
