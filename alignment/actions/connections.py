"""Other systems: make and revoke their keys, and choose which address is told of a publication."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.facts import KeyMade, KeyRevoked, WebhookRemoved, WebhookSet
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.webhook_addresses import fault
from alignment.workshop import Workshop
from definitions.texts import same_name, seen

MOST_KEYS = 20
DEMO_SENDS_NOTHING = (
    "This is a demo: it tells no other system anything. Open a workshop of your own for that."
)


@action(By.FACILITATOR)
def make_key(workshop: Workshop, actor: Participant, name: str, token_hash: str, *, now: datetime) -> Facts:
    """Make a key for another system, by the hash of its token."""
    if not seen(name):
        raise NotUnderstood("Give the key a name that says who will use it, such as the CRM.")
    open_keys = [key for key in workshop.keys.values() if key.open]
    if any(same_name(key.name, name) for key in open_keys):
        raise NotUnderstood("There is a key of this name already. Choose another name, or revoke that one.")
    if len(open_keys) >= MOST_KEYS:
        raise Refused(f"A workshop has at most {MOST_KEYS} keys at a time. Revoke one that is not used.")
    return (built(KeyMade, key_id=next_id(workshop, "k"), name=name, token_hash=token_hash),)


@action(By.FACILITATOR)
def revoke_key(workshop: Workshop, actor: Participant, key_id: str, *, now: datetime) -> Facts:
    """Take a key back; whoever comes with it is refused from now on."""
    key = workshop.keys.get(key_id)
    if key is None:
        raise NotUnderstood("There is no such key.")
    if not key.open:
        raise NotNow("This key is revoked already.")
    return (KeyRevoked(key_id=key.id),)


@action(By.FACILITATOR)
def set_webhook(workshop: Workshop, actor: Participant, url: str, *, now: datetime) -> Facts:
    """Choose the address that is told of each publication from now on, in place of any other."""
    if workshop.demo:
        raise NotNow(DEMO_SENDS_NOTHING)
    address = url.strip()
    why = fault(address)
    if why is not None:
        raise NotUnderstood(why)
    if workshop.webhook is not None and workshop.webhook.url == address:
        raise NotNow("This address is told already. Remove it first if you want a new secret.")
    return (WebhookSet(webhook_id=next_id(workshop, "h"), url=address),)


@action(By.FACILITATOR)
def remove_webhook(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Tell nobody any more; what is still on its way is dropped."""
    if workshop.webhook is None:
        raise NotNow("No address is told now.")
    return (WebhookRemoved(webhook_id=workshop.webhook.id),)
