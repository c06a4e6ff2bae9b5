"""Brings what was published to the systems that are to hear of it, for as long as the server runs."""

from __future__ import annotations

import asyncio
import logging

from alignment.facts import AnyFact, DefinitionPublished, Recorded, WebhookSet
from alignment.workshop import Workshop
from data.room import Room
from data.rooms import Rooms
from data.webhooks.messages import publication_body, publication_id, trial_body
from data.webhooks.outbox import Delivery, Outbox, outbox
from data.webhooks.sending import send
from data.webhooks.signing import signature, signing_secret

EVERY_SECONDS = 2.0
WEBHOOK_SET = str(WebhookSet.model_fields["kind"].default)
_TELLING = {WEBHOOK_SET, str(DefinitionPublished.model_fields["kind"].default)}
log = logging.getLogger(__name__)


class Courier:
    """Finds what is to be told in the records, and sends it until it has arrived or is given up."""

    def __init__(self, rooms: Rooms) -> None:
        """Nothing has been looked at yet."""
        self._rooms = rooms
        self._seen: dict[str, int] = {}
        self._begun = False

    async def run(self, every: float = EVERY_SECONDS) -> None:
        """Look and send again and again; the next round comes whatever went wrong."""
        while True:
            try:
                await self.round()
            except Exception:
                log.exception("Other systems could not be told just now; trying again")
            await asyncio.sleep(every)

    async def round(self) -> None:
        """Take note of what is new, and send what is due."""
        due = await asyncio.to_thread(self._due)
        outcomes = await asyncio.gather(*map(self._attempt, due), return_exceptions=True)
        for failed in filter(None, outcomes):
            log.error("A message could not be sent; trying again in a minute", exc_info=failed)

    def _due(self) -> list[Delivery]:
        ledger = self._rooms.ledger
        box, heads = outbox(ledger), ledger.heads()
        if not self._begun:
            told = {row.workshop_id for row in ledger.of_kind(WEBHOOK_SET)}
            self._seen, self._begun = {key: head for key, head in heads.items() if key not in told}, True
        for workshop_id in [key for key in self._seen if key not in heads]:
            box.forget(workshop_id)
            del self._seen[workshop_id]
        for workshop_id, head in heads.items():
            if self._seen.get(workshop_id) != head:
                if _TELLING & ledger.kinds(workshop_id, after=self._seen.get(workshop_id, 0)):
                    _note(self._rooms, workshop_id, box)
                self._seen[workshop_id] = head
        return box.due(self._rooms.clock())

    async def _attempt(self, delivery: Delivery) -> None:
        """One attempt, if no other process has taken the message."""
        box = outbox(self._rooms.ledger)
        ready = await asyncio.to_thread(self._taken, delivery, box)
        if ready is None:
            return
        url, body, headers = ready
        outcome = await send(url, body, headers)
        now = self._rooms.clock()
        await asyncio.to_thread(box.settle, delivery, outcome, now)

    def _taken(self, delivery: Delivery, box: Outbox) -> tuple[str, bytes, dict[str, str]] | None:
        """The address, body and headers of a message that is ours to send now."""
        now = self._rooms.clock()
        if not box.claim(delivery, now):
            return None
        room = self._rooms.enter(delivery.workshop_id)
        workshop = room.workshop() if room is not None else None
        webhook = workshop.webhook if workshop is not None and not workshop.demo else None
        body = _body(workshop, room, delivery) if workshop is not None and room is not None else None
        if webhook is None or webhook.id != delivery.webhook_id or body is None:
            box.remove(delivery)
            return None
        return webhook.url, body, _headers(delivery, body, int(now.timestamp()))


def _headers(delivery: Delivery, body: bytes, seconds: int) -> dict[str, str]:
    """What goes before the body, with the signature over both; ``seconds`` since 1970."""
    secret = signing_secret(delivery.workshop_id, delivery.webhook_id)
    return {
        "Content-Type": "application/json",
        "User-Agent": "Common-Terms",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(seconds),
        "webhook-signature": signature(secret, delivery.id, seconds, body),
    }


def _body(workshop: Workshop, room: Room, delivery: Delivery) -> bytes | None:
    if delivery.seq == 0:
        return trial_body(workshop)
    return publication_body(workshop, room.record(), delivery.seq)


def _note(rooms: Rooms, workshop_id: str, box: Outbox) -> None:
    """Put what a workshop has published since its webhook was set among the messages."""
    room = rooms.enter(workshop_id)
    workshop = room.workshop() if room is not None else None
    if room is None or workshop is None or workshop.webhook is None or workshop.demo:
        return
    known, webhook = box.known(workshop_id), workshop.webhook
    for entry in room.record()[webhook.since :]:
        message_id = publication_id(workshop_id, webhook.id, entry.seq)
        if _tells(entry) and message_id not in known:
            at = entry.at.timestamp()
            box.add(Delivery(message_id, workshop_id, webhook.id, entry.seq, at, next_try=at))


def _tells(entry: Recorded[AnyFact]) -> bool:
    return isinstance(entry.fact, DefinitionPublished)
