"""Checking a fingerprint, or a file of the definition, against what was published here. For everybody."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from alignment.sharing import Sharing
from data import fingerprints
from data.access import Guesses
from data.checking import Checked, check_file
from data.fingerprints import PublishedVersion, fingerprint_in
from http_routes import pages
from http_routes.base_path import home
from http_routes.known import client, identities, member
from http_routes.upload import file_in
from http_routes.verdicts import Found, closed, told, unknown

NO_FINGERPRINT = "A fingerprint has 64 characters, all of them digits or letters from a to f."
NO_FILE = "Choose the JSON file of the definition first."

LOOK_UPS = Guesses()
"""A brake of its own: whoever asks for unknown fingerprints keeps nobody from joining a workshop."""


async def show(request: Request) -> Response:
    """The form; with a fingerprint in the query the way to what is known of it."""
    typed = request.query_params.get("fingerprint")
    if typed is None:
        return pages.page("verify.html", typed="", error="", file_error="")
    fingerprint = fingerprint_in(typed)
    if fingerprint is None:
        return pages.page("verify.html", 422, typed=typed[:200], error=NO_FINGERPRINT, file_error="")
    return RedirectResponse(f"{home()}verify/{fingerprint}", 303)


async def look_up(request: Request) -> Response:
    """What is known of a fingerprint: a page, or JSON for programs that ask for it."""
    fingerprint = fingerprint_in(request.path_params["fingerprint"])
    if not LOOK_UPS.may_try(client(request)):
        return _too_many(request)
    found = await run_in_threadpool(_found, request, fingerprint) if fingerprint else unknown(NO_FINGERPRINT)
    return _answer(request, found, None)


async def upload(request: Request) -> Response:
    """What is to be said of a file that was sent; nothing is kept of it."""
    if not LOOK_UPS.may_try(client(request)):
        return _too_many(request)
    try:
        raw = await file_in(request, "file")
    except HTTPException as error:
        return pages.page("verify.html", error.status_code, typed="", error="", file_error=error.detail)
    if not raw:
        return pages.page("verify.html", 422, typed="", error="", file_error=NO_FILE)
    checked = await run_in_threadpool(check_file, raw)
    if not checked.fingerprint:
        return pages.page("verify.html", 422, typed="", error="", file_error=checked.sentence)
    return _answer(request, await run_in_threadpool(_found, request, checked.fingerprint, checked), checked)


def _found(request: Request, fingerprint: str, checked: Checked | None = None) -> Found:
    """What this visitor may know of a fingerprint; one that is unknown counts as a guess."""
    version = fingerprints.find(fingerprint)
    if version is None:
        LOOK_UPS.was_wrong(client(request))
        return unknown()
    return told(version, checked) if _may_know(request, version) else closed()


def _may_know(request: Request, version: PublishedVersion) -> bool:
    shared = version.workshop.sharing is Sharing.ANYONE
    return shared or member(version.workshop, identities(request)) is not None


def _answer(request: Request, found: Found, checked: Checked | None) -> Response:
    holds = checked is None or (checked.holds and found.holds)
    status = 200 if found.known or checked is not None else 404
    if "application/json" in request.headers.get("accept", ""):
        said = {**found.said, **({"file_holds": holds} if checked is not None else {})}
        return JSONResponse(said, status)
    return pages.page("verified.html", status, found=found, checked=checked, holds=holds)


def _too_many(request: Request) -> Response:
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"error": pages.TOO_MANY}, 429, {"Retry-After": "60"})
    return pages.too_many()
