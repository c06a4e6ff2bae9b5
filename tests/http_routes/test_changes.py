"""The websocket that tells of changes."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.websockets import WebSocketDisconnect

from alignment.actions.clauses import comment, propose_clause
from alignment.actions.people import remove_participant
from data.access import Identity
from data.room import Room
from data.rooms import rooms
from definitions.glossary import Term
from http_routes.changes import NOT_A_MEMBER, Changes
from tests.http_routes.conftest import Browser
from tests.http_routes.links import team_link


def listeners() -> frozenset[str]:
    """The workshops that somebody listens to."""
    return rooms()._watchers.watched()


def test_a_member_hears_the_present_head_first_and_then_each_change(room: Room, browser: Browser) -> None:
    with browser(Identity(room.id, "p1")).websocket_connect("/changes") as line:
        assert line.receive_json() == {"head": 1, "topics": ["*"]}
        room.act(propose_clause, "p1", Term(name="Lead", definition="Somebody."))
        assert line.receive_json() == {"head": 2, "topics": ["workshop"]}
        clause_id = next(iter(room.workshop().clauses))
        room.act(comment, "p1", clause_id, "Why?")
        assert line.receive_json() == {"head": 3, "topics": [f"clause:{clause_id}"]}


def test_changes_in_quick_succession_come_as_one_with_all_their_topics() -> None:
    async def heard() -> tuple[int, frozenset[str]]:
        changes = Changes()
        with ThreadPoolExecutor(8) as pool:
            for head in range(1, 51):
                pool.submit(changes.tell, head, frozenset({f"clause:c{head % 3}"}))
        return await changes.next()

    assert asyncio.run(heard()) == (50, frozenset({"clause:c0", "clause:c1", "clause:c2"}))


def test_a_change_told_after_the_server_stopped_troubles_nobody() -> None:
    async def made() -> Changes:
        return Changes()

    asyncio.run(made()).tell(1, frozenset({"workshop"}))


@pytest.mark.parametrize("known", [(), (Identity("elsewhere", "p1"),)])
def test_strangers_hear_nothing(room: Room, browser: Browser, known: tuple[Identity, ...]) -> None:
    with browser(*known).websocket_connect(f"/changes?workshop={room.id}") as line:
        with pytest.raises(WebSocketDisconnect) as closed:
            line.receive_json()
        assert closed.value.code == NOT_A_MEMBER
    assert room.id not in listeners()


def test_somebody_who_never_joined_hears_nothing(room: Room, browser: Browser) -> None:
    with browser(Identity(room.id, "p99")).websocket_connect("/changes") as line:
        with pytest.raises(WebSocketDisconnect) as closed:
            line.receive_json()
        assert closed.value.code == NOT_A_MEMBER


def test_whoever_is_removed_is_told_to_go_and_hears_no_more(room: Room, browser: Browser) -> None:
    browser().post(f"/join/{team_link(room)}", data={"name": "Sal"})
    sal = room.workshop().people[-1].id
    with browser(Identity(room.id, sal)).websocket_connect("/changes") as line:
        line.receive_json()
        room.act(remove_participant, "p1", sal)
        with pytest.raises(WebSocketDisconnect) as closed:
            line.receive_json()
        assert closed.value.code == NOT_A_MEMBER


def test_when_a_workshop_is_removed_its_listeners_are_told(room: Room, browser: Browser) -> None:
    with browser(Identity(room.id, "p1")).websocket_connect("/changes") as line:
        line.receive_json()
        rooms().remove(room.id)
        with pytest.raises(WebSocketDisconnect) as closed:
            line.receive_json()
        assert closed.value.code == NOT_A_MEMBER


def test_a_tab_hears_of_the_workshop_it_shows_not_of_the_current_one(room: Room, browser: Browser) -> None:
    client = browser(Identity("elsewhere", "p1"), Identity(room.id, "p1"))
    with client.websocket_connect(f"/changes?workshop={room.id}") as line:
        assert line.receive_json()["head"] == 1


def test_another_site_cannot_listen(room: Room, browser: Browser) -> None:
    client = browser(Identity(room.id, "p1"), origin="https://evil.example")
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/changes"):
        pytest.fail("the handshake should have been refused")


def test_nobody_listens_once_the_tab_is_closed(room: Room, browser: Browser) -> None:
    with browser(Identity(room.id, "p1")).websocket_connect("/changes") as line:
        line.receive_json()
        assert room.id in listeners()
    until = time.monotonic() + 5
    while room.id in listeners() and time.monotonic() < until:
        time.sleep(0.01)
    assert room.id not in listeners()
