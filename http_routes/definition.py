"""The approved definition at its own address: as a page and as files."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.composing import signed_document
from alignment.drafts import Published
from alignment.sharing import Sharing
from alignment.workshop import Workshop
from data import published
from data.publishing.comparison import comparison
from data.publishing.forms import PAGE, SAVED, Form
from data.publishing.json_schema import json_schema
from definitions.document import SignedDocument
from http_routes import pages
from http_routes.known import identities, member
from http_routes.renderings import rendered

NOTHING_HERE = (
    "There is no definition here that is open to you. If you take part in the workshop, open it in this "
    "browser first; if not, ask the person who gave you this address."
)
DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'self'"
)


async def definition(request: Request) -> Response:
    """The definition in force, for participants, or for anybody if the host chose so.

    With ``since`` (and ``until``) in the query: what changed between two versions, for participants only.
    """
    slug, dot, ending = request.path_params["name"].partition(".")
    chosen = SAVED.get(ending) if dot else PAGE
    found = await run_in_threadpool(published.find, slug) if chosen is not None else None
    if chosen is None or found is None or not _may_read(request, found.workshop):
        return pages.message("Nothing to read here", NOTHING_HERE, 404)
    if "since" in request.query_params:
        return await _compared(request, found.workshop)
    signed = found.signed
    body = await run_in_threadpool(rendered, signed, ending, chosen.make)
    return Response(body, headers=_headers(chosen, file_name(signed, ending)))


async def schema(_: Request) -> Response:
    """The JSON schema of the definition's JSON; for everybody."""
    headers = {"Content-Type": "application/schema+json", "Cache-Control": "public, max-age=3600"}
    return Response(json_schema(), headers=headers)


async def _compared(request: Request, workshop: Workshop) -> Response:
    """What changed from the version ``since`` to the version ``until``, or to the one in force."""
    query = request.query_params
    numbers = query["since"], query.get("until", str(len(workshop.published)))
    if member(workshop, identities(request)) is None or not all(n in _versions(workshop) for n in numbers):
        return pages.message("Nothing to read here", NOTHING_HERE, 404)
    before, after = (_versions(workshop)[number] for number in numbers)
    texts = (signed_document(workshop, version.draft, version) for version in (before, after))
    body = await run_in_threadpool(comparison, *texts)
    return Response(body, headers=_headers(PAGE, ""))


def _versions(workshop: Workshop) -> dict[str, Published]:
    return {str(version.version): version for version in workshop.published}


def _may_read(request: Request, workshop: Workshop) -> bool:
    return workshop.sharing is Sharing.ANYONE or member(workshop, identities(request)) is not None


def _headers(chosen: Form, name: str) -> dict[str, str]:
    headers = {
        "Content-Type": chosen.mime,
        "Content-Security-Policy": DOCUMENT_POLICY,
        "Cache-Control": "private, no-cache",
    }
    if chosen.saved:
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return headers


def file_name(signed: SignedDocument, ending: str) -> str:
    """A name that every file system takes: company, version, and nothing but plain letters."""
    company = re.sub(r"[^a-z0-9]+", "-", signed.document.company.casefold())[:60].strip("-")
    words = [company, "qualified-lead", f"v{signed.document.version}"]
    return "-".join(word for word in words if word) + f".{ending}"
