"""What facts about other systems do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.connections import Key, Webhook
from alignment.facts import KeyMade, KeyRevoked, Recorded, WebhookRemoved, WebhookSet
from alignment.workshop import Workshop


def key_made(workshop: Workshop, entry: Recorded[KeyMade]) -> Workshop:
    """One more key."""
    fact = entry.fact
    key = Key(fact.key_id, fact.name, fact.token_hash, entry.actor, entry.at)
    return replace(workshop, keys={**workshop.keys, key.id: key})


def key_revoked(workshop: Workshop, entry: Recorded[KeyRevoked]) -> Workshop:
    """A key that opens nothing any more."""
    key = replace(workshop.keys[entry.fact.key_id], revoked_at=entry.at)
    return replace(workshop, keys={**workshop.keys, key.id: key})


def webhook_set(workshop: Workshop, entry: Recorded[WebhookSet]) -> Workshop:
    """An address to tell, in place of the one before."""
    fact = entry.fact
    webhook = Webhook(fact.webhook_id, fact.url, entry.actor, entry.seq, entry.at)
    return replace(workshop, webhook=webhook)


def webhook_removed(workshop: Workshop, entry: Recorded[WebhookRemoved]) -> Workshop:
    """No address to tell."""
    return replace(workshop, webhook=None)
