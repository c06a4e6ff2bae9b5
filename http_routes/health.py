"""Whether the server can do its work: for whoever watches it."""

from __future__ import annotations

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from data.rooms import rooms

_log = logging.getLogger(__name__)


async def health(request: Request) -> Response:
    """``{"status": "ok"}`` when the database answers, HTTP 503 otherwise."""
    try:
        await run_in_threadpool(_ask_database)
    except Exception:  # noqa: BLE001 - whatever the reason, the server cannot do its work
        _log.exception("The database does not answer")
        return JSONResponse({"status": "the database does not answer"}, 503)
    return JSONResponse({"status": "ok"})


def _ask_database() -> None:
    rooms().ledger.head("health")
