"""The approved definition at its own address: as a page and as files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from alignment.sharing import Sharing
from alignment.workshop import Workshop
from data import published
from data.publishing import files
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
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Format:
    """A form of the definition: how it is made, its content type, and whether it is shown or saved."""

    make: Callable[[SignedDocument], bytes]
    content_type: str
    saved: bool = True


FORMATS = {
    "": Format(files.html, "text/html; charset=utf-8", saved=False),
    "md": Format(files.markdown, "text/markdown; charset=utf-8"),
    "pdf": Format(files.pdf, "application/pdf"),
    "docx": Format(files.docx, WORD),
    "json": Format(files.json, "application/json"),
}


async def definition(request: Request) -> Response:
    """The definition in force, for participants, or for anybody if the host chose so."""
    slug, dot, ending = request.path_params["name"].partition(".")
    chosen = FORMATS.get(ending) if ending or not dot else None
    found = await run_in_threadpool(published.find, slug) if chosen is not None else None
    if chosen is None or found is None or not _may_read(request, found[0]):
        return pages.message("Nothing to read here", NOTHING_HERE, 404)
    signed = found[1]
    body = await run_in_threadpool(rendered, signed, ending, chosen.make)
    return Response(body, headers=_headers(signed, chosen, ending))


def _may_read(request: Request, workshop: Workshop) -> bool:
    return workshop.sharing is Sharing.ANYONE or member(workshop, identities(request)) is not None


def _headers(signed: SignedDocument, chosen: Format, ending: str) -> dict[str, str]:
    headers = {
        "Content-Type": chosen.content_type,
        "Content-Security-Policy": DOCUMENT_POLICY,
        "Cache-Control": "private, no-cache",
    }
    if chosen.saved:
        headers["Content-Disposition"] = f'attachment; filename="{file_name(signed, ending)}"'
    return headers


def file_name(signed: SignedDocument, ending: str) -> str:
    """A name that every file system takes: company, version, and nothing but plain letters."""
    company = re.sub(r"[^a-z0-9]+", "-", signed.document.company.casefold())[:60].strip("-")
    words = [company, "qualified-lead", f"v{signed.document.version}"]
    return "-".join(word for word in words if word) + f".{ending}"
