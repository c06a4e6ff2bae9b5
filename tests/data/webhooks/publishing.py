"""A workshop that publishes, and what became of its message, for tests."""

from __future__ import annotations

import asyncio

from alignment.actions.connections import set_webhook
from alignment.actions.definition import sign
from data.room import Room
from data.rooms import Rooms
from data.webhooks.courier import Courier
from data.webhooks.outbox import Delivery, outbox
from tests.alignment.stages import Stage, room_at


def frozen(rooms: Rooms, url: str) -> Room:
    """A workshop that waits for its signatures and is to tell an address."""
    room = rooms.keep("w", room_at(Stage.FROZEN).record)
    room.act(set_webhook, "p1", f"{url}/hook?to=crm")
    return room


def publish(room: Room) -> None:
    draft = room.workshop().frozen
    assert draft is not None
    for person in draft.signatories:
        room.act(sign, person, draft.sha256, room.workshop().name_of(person))


def go_round(courier: Courier) -> None:
    asyncio.run(courier.round())


def only(rooms: Rooms) -> Delivery:
    """The one message that there is."""
    webhook = rooms.enter("w").workshop().webhook  # type: ignore[union-attr]
    assert webhook is not None
    (found,) = outbox(rooms.ledger).of("w", webhook.id)
    return found
