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

PACE = 1.0


def listeners() -> frozenset[str]:
    """The workshops that somebody listens to."""
    return rooms()._watchers.watched()


def test_a_member_hears_the_present_head_first_and_then_each_change(room: Room, browser: Browser) -> None:
    with browser(Identity(room.id, "p1")).websocket_connect("/changes") as line:
        assert line.receive_json() == {"head": 1, "topics": ["*"]}
        room.act(propose_clause, "p1", Term(name="Lead", definition="Somebody."))
        assert line.receive_json() == {"head": 2, "topics": ["me", "workshop"]}
        clause_id = next(iter(room.workshop().clauses))
        room.act(comment, "p1", clause_id, "Why?")
        assert line.receive_json() == {"head": 3, "topics": [f"clause:{clause_id}", "me"]}


def test_who_else_did_something_is_not_said(room: Room, browser: Browser) -> None:
    browser().post(f"/join/{team_link(room)}", data={"name": "Sal"})
    with browser(Identity(room.id, room.workshop().people[-1].id)).websocket_connect("/changes") as line:
        line.receive_json()
        room.act(propose_clause, "p1", Term(name="Lead", definition="Somebody."))
        assert line.receive_json()["topics"] == ["workshop"]


def test_changes_in_quick_succession_come_as_one_with_all_their_topics() -> None:
    async def heard() -> tuple[int, frozenset[str]]:
        changes = Changes()
        with ThreadPoolExecutor(8) as pool:
            for head in range(1, 51):
                pool.submit(changes.tell, head, frozenset({f"clause:c{head % 3}"}))
        return await changes.next()

    assert asyncio.run(heard()) == (50, frozenset({"clause:c0", "clause:c1", "clause:c2"}))


@pytest.mark.parametrize(
    ("topics", "at_once"),
    [
        (["clause:c1"], False),
        (["clause:c1", "person:p2"], False),
        (["clause:c1", "person:p1"], True),
        (["clause:c1", "standing"], True),
        (["workshop"], True),
        (["projector"], True),
    ],
)
def test_in_a_full_room_only_votes_of_others_wait_for_the_line_to_rest(
    topics: list[str], at_once: bool
) -> None:
    async def took() -> tuple[float, float]:
        changes, begun = Changes("person:p1"), time.monotonic()
        changes.tell(1, frozenset({"clause:c1"}))
        await changes.next(PACE)
        first = time.monotonic()
        changes.tell(2, frozenset(topics))
        assert await changes.next(PACE) == (2, frozenset(topics))
        return first - begun, time.monotonic() - first

    first, second = asyncio.run(took())
    assert first < PACE
    assert (second < PACE / 2) == at_once


def test_what_presses_brings_along_what_waited() -> None:
    async def heard() -> tuple[int, frozenset[str]]:
        changes = Changes("person:p1")
        changes.tell(1, frozenset({"clause:c1"}))
        await changes.next(PACE)
        changes.tell(2, frozenset({"clause:c1"}))
        coming = asyncio.create_task(changes.next(PACE))
        await asyncio.sleep(PACE / 4)
        assert not coming.done()
        changes.tell(3, frozenset({"standing"}))
        return await asyncio.wait_for(coming, PACE / 2)

    assert asyncio.run(heard()) == (3, frozenset({"clause:c1", "standing"}))


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
