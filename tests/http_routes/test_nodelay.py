"""Answers leave at once."""

from __future__ import annotations

import asyncio
import socket

from starlette.applications import Starlette
from starlette.middleware import Middleware

from http_routes.nodelay import NoDelay


class Wire:
    """What stands behind ``send`` in a server: a transport over a real socket."""

    def __init__(self, connection: socket.socket) -> None:
        self.transport = self
        self._connection = connection

    def get_extra_info(self, name: str) -> object:
        return self._connection if name == "socket" else None

    async def send(self, message: object) -> None: ...


async def nothing(*_: object) -> None: ...


def test_the_delay_is_switched_off_on_the_connection_behind_the_answer() -> None:
    with socket.socket() as connection:
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
        asyncio.run(NoDelay(nothing)({"type": "websocket"}, nothing, Wire(connection).send))  # type: ignore[arg-type]
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_the_delay_is_switched_off_also_where_starlette_wraps_the_answer() -> None:
    with socket.socket() as connection:
        app = Starlette(routes=[], middleware=[Middleware(NoDelay)])
        scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": b""}
        asyncio.run(app(scope, nothing, Wire(connection).send))
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_without_a_connection_the_answer_comes_all_the_same() -> None:
    answered: list[str] = []

    async def app(scope: dict[str, str], receive: object, send: object) -> None:
        answered.append(scope["type"])

    for scope in ({"type": "http"}, {"type": "websocket"}, {"type": "lifespan"}):
        asyncio.run(NoDelay(app)(scope, nothing, nothing))  # type: ignore[arg-type]
    assert answered == ["http", "websocket", "lifespan"]
