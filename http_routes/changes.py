"""The websocket that tells a page when its workshop has moved. Only participants may listen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from alignment.topics import PROJECTOR, STANDING, WORKSHOP, person
from data.access import Identity
from data.rooms import rooms
from http_routes.known import identities, member
from http_routes.origin import ours

NOT_A_MEMBER = 4403
ANYTHING, ME = "*", "me"
SETTLE_SECONDS = 0.02
PACE_SECONDS, LONGEST_PACE = 0.0125, 3.0
"""How long a line rests for each listener of its workshop before it tells of more votes, and at most.

A vote runs one card on each screen, about 5 ms of one processor: while many vote at the same time, their own
clicks must be answered too. The first vote after a rest is told at once.
"""


class Changes:
    """What has changed since the last look; told from any thread, awaited in the event loop."""

    def __init__(self, mine: str = "") -> None:
        """``mine``: the topic of what the listener does; it is told at once, as all that is no vote."""
        self._at_once = frozenset({WORKSHOP, STANDING, PROJECTOR, mine})
        self._pressing = asyncio.Event()
        self._told_at = 0.0
        self._loop = asyncio.get_running_loop()
        self._moved = asyncio.Event()
        self._topics: set[str] = set()
        self._head = 0

    def tell(self, head: int, topics: frozenset[str]) -> None:
        """Take note of a change. May be called from any thread, also after the loop has ended."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._note, head, topics)

    async def next(self, pace: float = 0.0) -> tuple[int, frozenset[str]]:
        """The newest head and every topic since the last call, once there are any.

        What can wait is told ``pace`` seconds after the last time at the earliest.
        """
        await self._moved.wait()
        await asyncio.sleep(SETTLE_SECONDS)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._pressing.wait(), self._told_at + pace - self._loop.time())
        self._told_at = self._loop.time()
        self._moved.clear()
        self._pressing.clear()
        topics, self._topics = frozenset(self._topics), set()
        return self._head, topics

    def _note(self, head: int, topics: frozenset[str]) -> None:
        self._head = max(self._head, head)
        self._topics |= topics
        self._moved.set()
        if self._at_once & topics:
            self._pressing.set()


async def changes(websocket: WebSocket) -> None:
    """Send the workshop's head now and whenever it moves; close with 4403 to those who do not take part."""
    origin = websocket.headers.get("origin")
    if origin is not None and not ours(origin, websocket.headers):
        await websocket.close(1008)
        return
    await websocket.accept()
    identity = _wanted(websocket)
    if identity is None:
        await websocket.close(NOT_A_MEMBER)
        return
    heard = Changes(person(identity.participant_id))
    rooms().subscribe(identity.workshop_id, heard.tell)
    try:
        await _converse(websocket, identity, heard)
    finally:
        rooms().unsubscribe(identity.workshop_id, heard.tell)


def _wanted(websocket: WebSocket) -> Identity | None:
    """Whom the browser is known as in the workshop it asks for, or in its current one."""
    known = identities(websocket)
    workshop_id = websocket.query_params.get("workshop")
    return next((i for i in known if not workshop_id or i.workshop_id == workshop_id), None)


async def _converse(websocket: WebSocket, identity: Identity, heard: Changes) -> None:
    """Send until either side ends."""
    async with anyio.create_task_group() as both:

        async def until_over(work: Awaitable[None]) -> None:
            await work
            both.cancel_scope.cancel()

        both.start_soon(until_over, _send(websocket, identity, heard))
        both.start_soon(until_over, _left(websocket))


async def _send(websocket: WebSocket, identity: Identity, heard: Changes) -> None:
    head: int | None = await run_in_threadpool(_head_for, identity)
    topics = frozenset({ANYTHING})
    with suppress(WebSocketDisconnect, RuntimeError):
        while head is not None:
            await websocket.send_json({"head": head, "topics": sorted(_told(identity, topics))})
            head, topics = await heard.next(_pace(identity))
            # Whoever was removed hears nothing more; only this topic can say so.
            if WORKSHOP in topics:
                head = await run_in_threadpool(_head_for, identity)
        await websocket.close(NOT_A_MEMBER)


def _pace(identity: Identity) -> float:
    return min(LONGEST_PACE, PACE_SECONDS * rooms().listeners(identity.workshop_id))


def _told(identity: Identity, topics: frozenset[str]) -> frozenset[str]:
    """The topics as one participant hears them: who else did something is not said."""
    mine = person(identity.participant_id)
    others = {topic for topic in topics if topic.startswith(person(""))}
    return topics - others | ({ME} if mine in topics else set())


async def _left(websocket: WebSocket) -> None:
    """Wait until the browser has gone; what it sends means nothing here."""
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass


def _head_for(identity: Identity) -> int | None:
    """The workshop's head, if the person still takes part. Reads the database."""
    room = rooms().enter(identity.workshop_id)
    if room is None:
        return None
    workshop = room.workshop()
    return workshop.head if member(workshop, (identity,)) is not None else None
