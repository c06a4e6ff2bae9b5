"""The JSON that another system sends, read with a limit."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request

from http_routes.api.problems import Problem

MOST_BYTES = 16_000_000
TOO_LARGE = f"The request is larger than {MOST_BYTES // 1_000_000} MB. Send fewer leads at a time."
NOT_JSON = "Send the leads as application/json in UTF-8, not compressed."


async def json_body(request: Request) -> bytes:
    """The body of a request that says it is JSON; ``Problem`` 415 or 413 otherwise."""
    _check_type(request)
    length = request.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) > MOST_BYTES:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
    return bytes(body)


def _check_type(request: Request) -> None:
    kind, _, parameter = request.headers.get("content-type", "").casefold().partition(";")
    charset = parameter.strip().removeprefix("charset=").strip('"')
    encoding = request.headers.get("content-encoding", "identity").strip().casefold()
    if kind.strip() != "application/json" or charset not in ("", "utf-8") or encoding != "identity":
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, NOT_JSON, headers={"Accept": "application/json"})
