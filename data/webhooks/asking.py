"""What a facilitator can ask of the messages: a test, and one that was given up once more."""

from __future__ import annotations

from alignment.actions.action import By, allowed
from alignment.connections import Webhook
from alignment.refused import NotNow, NotUnderstood
from data.room import Room
from data.rooms import rooms
from data.webhooks.messages import trial_id
from data.webhooks.outbox import Delivery, State, outbox

ON_ITS_WAY = "A test is on its way already. Wait until it has arrived or was given up."


def deliveries(room: Room) -> list[Delivery]:
    """The latest messages of the workshop's webhook, newest first; none without one."""
    webhook = room.workshop().webhook
    return outbox(rooms().ledger).of(room.id, webhook.id) if webhook is not None else []


def send_test(room: Room, asker: str) -> None:
    """Tell the webhook's address something that says it is a test."""
    webhook = _webhook(room, asker)
    if any(each.seq == 0 and each.state is State.WAITING for each in deliveries(room)):
        raise NotNow(ON_ITS_WAY)
    now = room.clock().timestamp()
    outbox(rooms().ledger).add(Delivery(trial_id(), room.id, webhook.id, 0, now, next_try=now))


def send_again(room: Room, asker: str, message_id: str) -> None:
    """Try a message that was given up once more."""
    _webhook(room, asker)
    message = next((each for each in deliveries(room) if each.id == message_id), None)
    if message is None:
        raise NotUnderstood("There is no such message any more.")
    if not outbox(rooms().ledger).again(message, room.clock()):
        raise NotNow("This message was not given up.")


def _webhook(room: Room, asker: str) -> Webhook:
    workshop = room.workshop()
    allowed(workshop, asker, By.FACILITATOR)
    if workshop.webhook is None:
        raise NotNow("No address is told now.")
    return workshop.webhook
