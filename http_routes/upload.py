"""One file from a form, read with a limit and never kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from data.checking import MOST_BYTES

AROUND = 16_384
"""What a form may hold beside the file."""


async def file_in(request: Request, name: str) -> bytes:
    """The file of a form; empty if none was chosen. HTTP 413 if it is too large, 400 if it is no form."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400, "This form could not be read.")
    try:
        form = await MultiPartParser(request.headers, _bounded(request), max_files=1, max_fields=4).parse()
    except MultiPartException as error:
        raise HTTPException(400, "This form could not be read.") from error
    try:
        file = form.get(name)
        return await file.read() if isinstance(file, UploadFile) else b""
    finally:
        await form.close()


async def _bounded(request: Request) -> AsyncGenerator[bytes, None]:
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > MOST_BYTES + AROUND:
            megabytes = MOST_BYTES // 1_000_000
            raise HTTPException(413, f"The file is larger than {megabytes} MB: no definition is.")
        yield chunk
