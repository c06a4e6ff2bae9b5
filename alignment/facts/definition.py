"""Facts about the written definition: frozen, signed, published, opened again."""

from __future__ import annotations

from typing import Any, Literal

from alignment.facts.fact import Fact
from alignment.sharing import Sharing
from definitions.texts import NeededText, ShortText


class DraftFrozen(Fact):
    """The text is fixed for signing: the document, its SHA-256 and who must sign."""

    kind: Literal["draft frozen"] = "draft frozen"
    version: int
    document: dict[str, Any]
    sha256: str
    signatories: tuple[str, ...]


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
    """A new draft begins from the version in force, which stays in force."""

    kind: Literal["draft opened"] = "draft opened"
    version: int


class SharingChanged(Fact):
    """The host chose who may read the published definition."""

    kind: Literal["sharing changed"] = "sharing changed"
    sharing: Sharing
