"""One address of the interface: its methods, and every refusal in the same form."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from data.ledger import AWAY
from http_routes.api.problems import Problem

Answer = Callable[[Request], Awaitable[Response]]
NO_ADDRESS = "There is nothing at this address. What there is stands in api/openapi.json."
NOT_NOW = "The workshops cannot be reached just now. Nothing is lost; ask again in a minute."
BROKEN = "Something went wrong here that should not. It was written to the server's log."
_log = logging.getLogger(__name__)


class Endpoint:
    """An ASGI app that answers each method, and refuses all others with those that it takes."""

    def __init__(self, **answers: Answer) -> None:
        """The methods by name, such as ``get=...``; whoever may GET may ask for the head alone."""
        self._answers = {method.upper(): answer for method, answer in answers.items()}
        if "GET" in self._answers:
            self._answers["HEAD"] = self._answers["GET"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except Problem as problem:
            response = problem.response()
        except ClientDisconnect:
            return
        except AWAY:
            _log.exception("The database does not answer")
            response = Problem(HTTPStatus.SERVICE_UNAVAILABLE, NOT_NOW).response()
        except Exception:  # noqa: BLE001 - another system gets an answer that it can read whatever happened
            _log.exception("A request of another system could not be answered")
            response = Problem(HTTPStatus.INTERNAL_SERVER_ERROR, BROKEN).response()
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        answer = self._answers.get(request.method)
        if answer is None:
            allowed = ", ".join(sorted(self._answers))
            detail = f"This address takes {allowed}."
            raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": allowed})
        return await answer(request)


class NothingHere:
    """An ASGI app for any other address below /api, whatever the method."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say that there is nothing."""
        await Problem(HTTPStatus.NOT_FOUND, NO_ADDRESS).response()(scope, receive, send)
