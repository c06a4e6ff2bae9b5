"""Connections, for the host: keys and the webhook, and what is refused."""

from __future__ import annotations

import json
import shlex

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.connections import make_key, remove_webhook, set_webhook
from alignment.connections import key_for
from data.access import split_link, token_hash
from data.access.key_uses import KEY_USES
from data.demo import make_demo
from data.room import Room
from data.rooms import rooms
from data.webhooks.messages import publication_id
from data.webhooks.outbox import BACK_OFF, Delivery, State, outbox
from data.webhooks.sending import Outcome
from data.webhooks.signing import signing_secret
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, HOSTILE, keys, screen, shown, words

PAGE = "pages/host/connections.py"
ADDRESS = "https://crm.example.org/hook?token=hush"
FAILED = Outcome(False, "it answered 500")


@pytest.fixture
def app(room: Room) -> AppTest:
    """The page as Hana, who hosts, sees it."""
    return screen(room, "Hana", PAGE)


def make(app: AppTest, name: str) -> AppTest:
    app.text_input(key="connections.key.name").input(name)
    app.button(key="connections.key.make").click().run()
    assert not app.exception
    return app


def choose(app: AppTest, url: str) -> AppTest:
    app.text_input(key="connections.webhook.url").input(url)
    app.button(key="connections.webhook.set").click().run()
    assert not app.exception
    return app


def codes(app: AppTest) -> list[str]:
    return [str(code.value) for code in app.code]


def test_a_key_is_shown_once_and_opens_the_workshop(room: Room, app: AppTest) -> None:
    assert "No other system has a key yet" in shown(app)
    make(app, "CRM")
    token, example = codes(app)
    workshop_id, secret = split_link(token) or ("", "")
    key = key_for(room.workshop(), token_hash(secret))
    assert (workshop_id, key.name if key else None) == (room.id, "CRM")
    assert token not in example
    assert app.text_input(key="connections.key.name").value == ""
    app.button(key=f"connections.key.copied.{key.id if key else ''}").click().run()
    assert codes(app) == []
    assert "CRM" in shown(app)
    assert codes(screen(room, "Hana", PAGE)) == []


def test_the_example_asks_about_a_lead_of_the_definition_in_force() -> None:
    room = published_room()
    parts = shlex.split(codes(make(screen(room, "Hana", PAGE), "CRM"))[1].replace("\\\n", " "))
    assert parts[1].endswith("/api/definitions/acme-x/score")
    assert json.loads(parts[-1]) == {"lead": {"Budget": "Ready"}}


@pytest.mark.parametrize(("name", "why"), [("", "Give the key a name"), ("crm ", "of this name already")])
def test_a_key_needs_a_name_of_its_own(room: Room, name: str, why: str) -> None:
    room.act(make_key, HOST, "CRM", "c" * 64)
    app = make(screen(room, "Hana", PAGE), name)
    assert any(why in error.value for error in app.error)
    assert app.text_input(key="connections.key.name").value == name
    assert len(room.workshop().keys) == 1


def test_revoking_asks_once_and_is_told(room: Room) -> None:
    room.act(make_key, HOST, "CRM", "c" * 64)
    (key_id,) = room.workshop().keys
    app = screen(room, "Hana", PAGE)
    app.button(key=f"connections.key.revoke.{key_id}").click().run()
    assert not app.exception
    assert not room.workshop().keys[key_id].open
    assert "Revoked: CRM" in shown(app)


def test_when_a_key_was_used_is_shown(room: Room) -> None:
    room.act(make_key, HOST, "CRM", "c" * 64)
    assert "not used since the server started" in shown(screen(room, "Hana", PAGE))
    KEY_USES.used("c" * 64, room.clock())
    assert "last used just now" in shown(screen(room, "Hana", PAGE))
    KEY_USES.wrong("c" * 64)


def test_an_address_is_set_with_its_secret_shown_once_and_removed(room: Room, app: AppTest) -> None:
    choose(app, f" {ADDRESS} ")
    webhook = room.workshop().webhook
    assert webhook is not None
    assert codes(app) == [ADDRESS, signing_secret(room.id, webhook.id)]
    app.button(key="connections.webhook.copied").click().run()
    assert codes(app) == [ADDRESS]
    app.button(key="connections.webhook.remove").click().run()
    assert not app.exception
    assert room.workshop().webhook is None
    assert "connections.webhook.set" in keys(app)


@pytest.mark.parametrize("url", ["", "crm", "http://crm.example.org/", "https://a:b@c.example/", "ftp://x/"])
def test_an_address_that_cannot_be_told_is_refused_and_stays_typed(
    room: Room, app: AppTest, url: str
) -> None:
    choose(app, url)
    assert len(app.error) == 1
    assert app.text_input(key="connections.webhook.url").value == url
    assert room.workshop().webhook is None


def test_a_test_is_sent_once_at_a_time(room: Room) -> None:
    room.act(set_webhook, HOST, ADDRESS)
    app = screen(room, "Hana", PAGE)
    assert "Nothing was sent yet" in shown(app)
    app.button(key="connections.webhook.test").click().run()
    assert "Test ·" in shown(app)
    app.button(key="connections.webhook.test").click().run()
    assert any("on its way already" in error.value for error in app.error)
    assert len(outbox(rooms().ledger).known(room.id)) == 1


def given_up(room: Room) -> Delivery:
    """The message on version 1 failed each time."""
    webhook, now, box = room.workshop().webhook, room.clock(), outbox(rooms().ledger)
    assert webhook is not None
    seq = next(entry.seq for entry in room.record() if entry.fact.kind == "definition published")
    message = Delivery(
        publication_id(room.id, webhook.id, seq), room.id, webhook.id, seq, now.timestamp(), next_try=0.0
    )
    box.add(message)
    for _ in range(len(BACK_OFF) + 1):
        (message,) = box.of(room.id, webhook.id)
        assert box.claim(message, now)
        box.settle(message, FAILED, now)
    (message,) = box.of(room.id, webhook.id)
    assert message.state is State.GIVEN_UP
    return message


def test_what_was_given_up_is_sent_again_when_asked() -> None:
    room = published_room()
    room.act(set_webhook, HOST, ADDRESS)
    message = given_up(room)
    app = screen(room, "Hana", PAGE)
    assert "Version 1 ·" in shown(app)
    assert "It answered 500, after 7 attempts" in shown(app)
    app.button(key=f"connections.again.{message.id}").click().run()
    assert not app.exception
    (anew,) = outbox(rooms().ledger).of(room.id, message.webhook_id)
    assert (anew.state, anew.attempts) == (State.WAITING, 0)


@pytest.mark.parametrize("name", ["Obi", "Sal"])
def test_only_hosts_see_any_of_it(room: Room, name: str) -> None:
    room.act(make_key, HOST, "CRM", "c" * 64)
    room.act(set_webhook, HOST, ADDRESS)
    app = screen(room, name, PAGE)
    assert "Only a facilitator can use this page" in shown(app)
    assert "CRM" not in shown(app)
    assert codes(app) == []


def test_a_demo_is_told_that_it_sends_nothing() -> None:
    room = make_demo(rooms())
    host = next(p.name for p in room.workshop().people if p.facilitator)
    app = screen(room, host, PAGE)
    assert "This is a demo" in shown(app)
    assert "connections.webhook.set" not in keys(app)


def test_names_are_shown_as_typed(room: Room) -> None:
    room.act(make_key, HOST, HOSTILE, "c" * 64)
    app = screen(room, "Hana", PAGE)
    assert HOSTILE in words(app)
    (button,) = [b for b in app.button if str(b.key).startswith("connections.key.revoke.")]
    assert HOSTILE in button.label.replace("\\", "").replace("\u2060", "")


def test_the_record_tells_nobody_the_whole_address(room: Room) -> None:
    room.act(set_webhook, HOST, ADDRESS)
    room.act(remove_webhook, HOST)
    record = words(screen(room, "Sal", "pages/host/record.py"))
    assert "crm.example.org is told of each publication" in record
    assert "hush" not in record
