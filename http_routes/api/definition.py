"""``GET /api/definitions/<slug>``: the definition in force as JSON, for whoever has a key or may read it."""

from __future__ import annotations

import hashlib
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.sharing import Sharing
from data import published
from data.published import PublishedDefinition
from data.publishing import files
from http_routes.api.keys import let_in
from http_routes.api.problems import Problem
from http_routes.renderings import rendered

NO_DEFINITION = "There is no definition at this address that this key opens."
NOTHING_PUBLISHED = "Nothing is published yet. Ask again after the last signature."


async def definition(request: Request) -> Response:
    """The definition with its signatures; 304 if the asker has it already."""
    body = await run_in_threadpool(_body, request)
    headers = {
        "ETag": f'"{hashlib.sha256(body).hexdigest()}"',
        "Cache-Control": "private, no-cache",
        "Vary": "Authorization",
    }
    if _has_it(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _body(request: Request) -> bytes:
    """The same bytes as the file to download. Reads the database."""
    return rendered(_found(request).signed, "json", files.json)


def _found(request: Request) -> PublishedDefinition:
    """The definition, if the asker may read it; that there is one is told to nobody else."""
    slug = request.path_params["slug"]
    keyed = let_in(request) if "authorization" in request.headers else None
    found = published.find(slug)
    if found is not None and (found.sharing is Sharing.ANYONE or (keyed and keyed.id == found.workshop.id)):
        return found
    if keyed is None:
        let_in(request)
    if keyed is not None and keyed.slug == slug:
        raise Problem(HTTPStatus.NOT_FOUND, NOTHING_PUBLISHED)
    raise Problem(HTTPStatus.NOT_FOUND, NO_DEFINITION)


def _has_it(asked: str, tag: str) -> bool:
    """Whether an If-None-Match names a tag; a proxy may have made it a weak one."""
    known = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return tag in known or "*" in known
