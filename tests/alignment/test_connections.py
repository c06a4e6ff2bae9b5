"""Keys and the webhook: what is refused, what a key opens, and what the record tells of an address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alignment.actions.connections import MOST_KEYS, make_key, remove_webhook, revoke_key, set_webhook
from alignment.connections import key_for
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.telling import tell
from alignment.webhook_addresses import LONGEST, fault, host_of
from tests.alignment.rooms import Room, staffed_room

ADDRESS = "https://crm.example.org/hook?token=hush"


@pytest.fixture
def room() -> Room:
    return staffed_room()


def test_a_key_opens_until_it_is_revoked(room: Room) -> None:
    room.act(make_key, "p1", " The  CRM ", "c" * 64)
    (key,) = room.workshop.keys.values()
    assert (key.name, key_for(room.workshop, "c" * 64)) == ("The CRM", key)
    assert key_for(room.workshop, "d" * 64) is None
    room.act(revoke_key, "p1", key.id)
    assert key_for(room.workshop, "c" * 64) is None
    with pytest.raises(NotNow, match="revoked already"):
        room.act(revoke_key, "p1", key.id)
    with pytest.raises(NotUnderstood, match="no such key"):
        room.act(revoke_key, "p1", "k0")


@pytest.mark.parametrize("name", ["", " ", "\u200b", "the crm", "The CRM\u200d"])
def test_a_key_has_a_name_that_no_other_open_one_has(room: Room, name: str) -> None:
    room.act(make_key, "p1", "The CRM", "c" * 64)
    with pytest.raises(NotUnderstood):
        room.act(make_key, "p1", name, "d" * 64)


def test_the_name_of_a_revoked_key_is_free_again(room: Room) -> None:
    room.act(make_key, "p1", "CRM", "c" * 64)
    room.act(revoke_key, "p1", next(iter(room.workshop.keys)))
    room.act(make_key, "p1", "CRM", "d" * 64)
    assert [key.open for key in room.workshop.keys.values()] == [False, True]


def test_there_are_not_more_keys_than_somebody_can_watch(room: Room) -> None:
    for number in range(MOST_KEYS):
        room.act(make_key, "p1", f"System {number}", f"{number:064}")
    with pytest.raises(Refused, match="at most 20 keys"):
        room.act(make_key, "p1", "One more", "f" * 64)


@pytest.mark.parametrize(
    "url",
    [
        "https://crm.example.org",
        "https://crm.example.org:8443/a/b?c=%20d",
        "https://xn--bcher-kva.example/",
        "https://[2606:4700::1]/x",
        "https://93.184.216.34/",
        "http://localhost:9000/x",
        "http://127.0.0.1/",
        "http://[::1]:80/",
    ],
)
def test_an_address_that_can_be_told(url: str) -> None:
    assert fault(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "crm.example.org",
        "https://",
        "https:///path",
        "ftp://crm.example.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://crm.example.org/",
        "http://localhost.example.org/",
        "http://127.0.0.1.example.org/",
        "https://user@crm.example.org/",
        "https://user:password@crm.example.org/",
        "https://crm.example.org/#part",
        "https://crm.example.org:0/",
        "https://crm.example.org:99999/",
        "https://crm.example.org:x/",
        "https://crm example.org/",
        "https://crm.example.org/a b",
        "https://crm.example.org/\nX-More: 1",
        "https://crm.example.org\\@evil.example/",
        "https://bücher.example/",
        "https://[::1/",
        f"https://crm.example.org/{'x' * LONGEST}",
    ],
)
def test_an_address_that_cannot(room: Room, url: str) -> None:
    why = fault(url)
    assert why is not None
    assert why.endswith(".")
    with pytest.raises(NotUnderstood):
        room.act(set_webhook, "p1", f"{url}")


def test_another_address_takes_the_place_of_the_first_and_is_a_webhook_of_its_own(room: Room) -> None:
    room.act(set_webhook, "p1", ADDRESS)
    first = room.workshop.webhook
    with pytest.raises(NotNow, match="told already"):
        room.act(set_webhook, "p1", f" {ADDRESS} ")
    room.act(set_webhook, "p1", "https://other.example.org/")
    second = room.workshop.webhook
    assert first is not None
    assert second is not None
    assert (first.id != second.id, second.since) == (True, room.workshop.head)
    room.act(remove_webhook, "p1")
    assert room.workshop.webhook is None
    with pytest.raises(NotNow, match="No address"):
        room.act(remove_webhook, "p1")


def test_a_demo_tells_nobody(room: Room) -> None:
    room.workshop = replace(room.workshop, demo=True)
    with pytest.raises(NotNow, match="demo"):
        room.act(set_webhook, "p1", ADDRESS)


def test_the_record_tells_the_host_of_an_address_and_never_its_path(room: Room) -> None:
    room.act(set_webhook, "p1", ADDRESS)
    for reader in (None, room.person("Hana")):
        told = tell(room.workshop, room.record[-1], reader, room.now)
        assert told == "chose that crm.example.org is told of each publication"
    assert host_of("no address") == "another system"
