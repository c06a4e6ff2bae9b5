"""Facts about other systems: the keys they come with, and the webhook that tells one of a publication."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.texts import ShortText


class KeyMade(Fact):
    """The host made a key for another system; only its token's hash is kept."""

    kind: Literal["key made"] = "key made"
    key_id: str
    name: ShortText
    token_hash: str


class KeyRevoked(Fact):
    """The host took a key back."""

    kind: Literal["key revoked"] = "key revoked"
    key_id: str


class WebhookSet(Fact):
    """The host chose the address that is told of each publication from now on."""

    kind: Literal["webhook set"] = "webhook set"
    webhook_id: str
    url: str


class WebhookRemoved(Fact):
    """The host took the address away; nobody is told any more."""

    kind: Literal["webhook removed"] = "webhook removed"
    webhook_id: str
