"""A publication reaches the system that is to hear of it: once, signed, and with its facts."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import timedelta

import pytest

from alignment.actions.connections import remove_webhook, set_webhook
from alignment.refused import NotNow
from data.demo import make_demo
from data.rooms import Rooms
from data.webhooks.courier import Courier
from data.webhooks.messages import trial_id
from data.webhooks.outbox import Delivery, State, outbox
from data.webhooks.signing import signing_secret
from tests.alignment.stages import Stage, room_at
from tests.data.webhooks.conftest import Clock
from tests.data.webhooks.publishing import frozen, go_round, only, publish
from tests.data.webhooks.receiving import Receiver, receiver


def test_a_publication_is_told_once_with_its_facts(rooms: Rooms, system: Receiver) -> None:
    room, courier = frozen(rooms, system.url), Courier(rooms)
    go_round(courier)
    assert system.heard == []
    publish(room)
    for _ in range(3):
        go_round(courier)
    ((path, headers, body),) = system.heard
    in_force = room.workshop().in_force
    assert in_force is not None
    assert path == "/hook?to=crm"
    assert headers["content-type"] == "application/json"
    assert headers["host"] == system.url.removeprefix("http://")
    assert json.loads(body) == {
        "event": "definition published",
        "workshop": "s",
        "version": 1,
        "sha256": in_force.draft.sha256,
        "address": "https://terms.example.org/app/definition/s",
        "published_at": in_force.at.isoformat(),
    }
    assert (only(rooms).state, only(rooms).said) == (State.DELIVERED, "it answered 200")


def test_the_signature_is_the_one_of_the_standard(rooms: Rooms, system: Receiver, clock: Clock) -> None:
    publish(frozen(rooms, system.url))
    go_round(Courier(rooms))
    _, headers, body = system.heard[0]
    webhook = rooms.enter("w").workshop().webhook  # type: ignore[union-attr]
    secret = signing_secret("w", webhook.id)  # type: ignore[union-attr]
    assert secret.startswith("whsec_")
    signed = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
    digest = hmac.new(base64.b64decode(secret[6:], validate=True), signed, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    assert int(headers["webhook-timestamp"]) == int(clock.now.timestamp())
    assert signing_secret("w", "h1") != signing_secret("w", "h2") != signing_secret("x", "h2")


def test_no_record_holds_the_secret(rooms: Rooms, system: Receiver) -> None:
    room = frozen(rooms, system.url)
    webhook = room.workshop().webhook
    assert webhook is not None
    secret = signing_secret("w", webhook.id).removeprefix("whsec_")
    assert not any(secret in row.body for row in rooms.ledger.rows("w"))


def test_what_was_published_before_is_not_told(rooms: Rooms, system: Receiver) -> None:
    room = rooms.keep("w", room_at(Stage.PUBLISHED).record)
    room.act(set_webhook, "p1", f"{system.url}/hook")
    go_round(Courier(rooms))
    assert system.heard == []


def test_nobody_is_told_once_the_webhook_is_gone(rooms: Rooms, clock: Clock) -> None:
    with receiver([500]) as system:
        room, courier = frozen(rooms, system.url), Courier(rooms)
        publish(room)
        go_round(courier)
        room.act(remove_webhook, "p1")
        clock.now += timedelta(days=1)
        go_round(courier)
        assert len(system.heard) == 1
        assert outbox(rooms.ledger).known("w") == frozenset()


def test_the_messages_of_a_removed_workshop_are_forgotten(rooms: Rooms, system: Receiver) -> None:
    publish(frozen(rooms, system.url))
    courier = Courier(rooms)
    go_round(courier)
    rooms.remove("w")
    go_round(courier)
    assert outbox(rooms.ledger).known("w") == frozenset()


def test_another_process_s_publication_is_told_too(rooms: Rooms, system: Receiver, clock: Clock) -> None:
    courier = Courier(rooms)
    go_round(courier)
    room = frozen(Rooms(rooms.ledger, clock), system.url)
    go_round(courier)
    publish(room)
    go_round(courier)
    assert len(system.heard) == 1


def test_a_test_says_that_it_is_one(rooms: Rooms, system: Receiver, clock: Clock) -> None:
    room = frozen(rooms, system.url)
    webhook = room.workshop().webhook
    assert webhook is not None
    outbox(rooms.ledger).add(Delivery(trial_id(), "w", webhook.id, 0, clock.now.timestamp()))
    go_round(Courier(rooms))
    assert json.loads(system.heard[0][2])["event"] == "test"


def test_a_demo_tells_nobody(rooms: Rooms, system: Receiver) -> None:
    room = make_demo(rooms)
    host = next(person.id for person in room.workshop().people if person.facilitator)
    with pytest.raises(NotNow, match="demo"):
        room.act(set_webhook, host, "https://example.org/hook")


def test_private_addresses_are_not_called_unless_the_host_allows_it(
    rooms: Rooms, system: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMMON_TERMS_WEBHOOK_PRIVATE")
    publish(frozen(rooms, system.url))
    go_round(Courier(rooms))
    assert system.heard == []
    assert "not a public one" in only(rooms).said
