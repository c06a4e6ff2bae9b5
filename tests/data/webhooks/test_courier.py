"""A publication reaches the system that is to hear of it: signed, tried again, once the server restarts too."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alignment.actions.connections import remove_webhook, set_webhook
from alignment.actions.definition import sign
from alignment.refused import NotNow
from data.ledger import Ledger
from data.room import Room
from data.rooms import Rooms
from data.webhooks.courier import Courier
from data.webhooks.messages import trial_id
from data.webhooks.outbox import BACK_OFF, Delivery, Outbox, State, outbox
from data.webhooks.signing import signing_secret
from tests.alignment.stages import Stage, room_at
from tests.data.webhooks.receiving import Receiver, receiver

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Clock:
    """A time of day that the test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the test's own; this computer may be called."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    monkeypatch.setenv("COMMON_TERMS_PUBLIC_URL", "https://terms.example.org/app")
    monkeypatch.setenv("COMMON_TERMS_WEBHOOK_PRIVATE", "1")


@pytest.fixture
def rooms(ledger: Ledger, clock: Clock) -> Rooms:
    return Rooms(ledger, clock)


@pytest.fixture
def system() -> Iterator[Receiver]:
    with receiver() as found:
        yield found


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


def test_after_two_failures_it_is_tried_again_in_time_and_arrives(rooms: Rooms, clock: Clock) -> None:
    with receiver([500, 503, 204]) as system:
        publish(frozen(rooms, system.url))
        courier = Courier(rooms)
        go_round(courier)
        clock.now += timedelta(seconds=9)
        go_round(courier)
        assert (len(system.heard), only(rooms).said) == (1, "it answered 500")
        clock.now += timedelta(seconds=1)
        go_round(courier)
        assert len(system.heard) == 2
        clock.now += timedelta(seconds=60)
        go_round(courier)
        go_round(courier)
        assert len(system.heard) == 3
        ids = {(headers["webhook-id"], body) for _, headers, body in system.heard}
        assert len(ids) == 1
        assert len({headers["webhook-timestamp"] for _, headers, _ in system.heard}) == 3
        assert only(rooms).state is State.DELIVERED


def test_at_last_it_is_given_up_and_can_be_sent_again(rooms: Rooms, clock: Clock) -> None:
    with receiver([500] * 7 + [200]) as system:
        publish(frozen(rooms, system.url))
        courier = Courier(rooms)
        for seconds in (*BACK_OFF, 10**6, 10**6):
            go_round(courier)
            clock.now += timedelta(seconds=seconds)
        assert len(system.heard) == len(BACK_OFF) + 1
        assert only(rooms).state is State.GIVEN_UP
        assert outbox(rooms.ledger).again(only(rooms), clock.now)
        go_round(courier)
        assert only(rooms).state is State.DELIVERED
        assert not outbox(rooms.ledger).again(only(rooms), clock.now)


def test_a_receiver_that_wants_no_more_is_left_alone(rooms: Rooms) -> None:
    with receiver([410]) as system:
        publish(frozen(rooms, system.url))
        go_round(Courier(rooms))
        assert (only(rooms).state, len(system.heard)) == (State.GIVEN_UP, 1)


def test_a_redirect_is_not_followed(rooms: Rooms) -> None:
    with receiver([307, 200]) as system:
        publish(frozen(rooms, system.url))
        go_round(Courier(rooms))
        assert len(system.heard) == 1
        assert only(rooms).state is State.WAITING
        assert "redirect" in only(rooms).said


def test_what_waited_when_the_server_stopped_is_sent_when_it_starts(
    rooms: Rooms, system: Receiver, clock: Clock
) -> None:
    publish(frozen(rooms, system.url))
    go_round(Courier(Rooms(rooms.ledger, clock)))
    assert len(system.heard) == 1
    go_round(Courier(Rooms(rooms.ledger, clock)))
    assert len(system.heard) == 1


def test_a_message_whose_process_ended_in_the_middle_is_sent_by_another_after_a_minute(
    rooms: Rooms, system: Receiver, clock: Clock
) -> None:
    publish(frozen(rooms, system.url))
    courier = Courier(rooms)
    (due,) = courier._due()
    assert outbox(rooms.ledger).claim(due, clock.now)
    go_round(courier)
    assert system.heard == []
    clock.now += timedelta(seconds=60)
    go_round(courier)
    assert len(system.heard) == 1


def test_of_many_processes_one_takes_a_message(ledger: Ledger, clock: Clock) -> None:
    box, message = Outbox(ledger.engine), Delivery("m", "w", "h", 0, clock.now.timestamp())
    assert [box.add(message), box.add(message)] == [True, False]
    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(lambda _: box.claim(message, clock.now), range(8)))
    assert taken.count(True) == 1


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
    from data.demo import make_demo

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
