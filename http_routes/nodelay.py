"""Answers leave at once: switches Nagle's algorithm off, which Streamlit's listening socket leaves on."""

from __future__ import annotations

import socket
from contextlib import suppress

from starlette.types import ASGIApp, Receive, Scope, Send


class NoDelay:
    """Sets TCP_NODELAY on the connection behind ``send``; does nothing where there is none."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, without the delay."""
        if scope["type"] in ("http", "websocket"):
            _no_delay(send)
        await self._app(scope, receive, send)


def _innermost(send: Send) -> Send:
    """The server's own ``send``: around that of plain HTTP Starlette always puts a function of its own."""
    code = getattr(send, "__code__", None)
    if code is None or hasattr(send, "__self__") or "send" not in code.co_freevars:
        return send
    wrapped: Send = send.__closure__[code.co_freevars.index("send")].cell_contents  # type: ignore[attr-defined]
    return _innermost(wrapped)


def _no_delay(send: Send) -> None:
    transport = getattr(getattr(_innermost(send), "__self__", None), "transport", None)
    if transport is None:
        return
    connection = transport.get_extra_info("socket")
    if connection is not None:
        with suppress(OSError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
