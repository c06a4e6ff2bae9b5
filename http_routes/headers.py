"""Security headers for our own routes. Streamlit's answers keep Streamlit's headers."""

from __future__ import annotations

import logging

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.ledger import AWAY, TRY_AGAIN
from http_routes import pages

_log = logging.getLogger(__name__)
PLAIN_PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_DEFAULTS = {
    "Content-Security-Policy": PLAIN_PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: browsers would then say "Origin: null" when our own form is sent.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class SecurityHeaders:
    """Adds the headers that an answer does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers added; in words while the database is away."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _DEFAULTS.items():
                    headers.setdefault(name, value)
            await send(message)

        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        try:
            await self._app(scope, receive, send_with_headers)
        except AWAY:
            _log.exception("%s: the database does not answer", scope["path"].split("/")[1])
            await pages.message("Not just now", TRY_AGAIN, 503)(scope, receive, send_with_headers)
