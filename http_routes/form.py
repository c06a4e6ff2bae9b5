"""The fields of a short form, read with a limit."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_BYTES = 32_768
MOST_FIELDS = 20


async def fields(request: Request, most: int = MOST_FIELDS) -> dict[str, str]:
    """The fields of a URL-encoded form; HTTP 413 if it is longer than any of ours, 400 for too many."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "That is more text than this form takes.")
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=most))
    except ValueError as error:
        raise HTTPException(400, "This form could not be read.") from error
