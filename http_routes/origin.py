"""Whether a request comes from our own pages, so that no other site can act in a person's name."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from data.settings import settings


def from_our_pages(headers: Headers) -> bool:
    """Whether the browser says that our own page sent this; no word from it counts as no."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return ours(headers.get("origin"), headers)


def ours(origin: str | None, headers: Headers) -> bool:
    """Whether an origin is this server, under the name it was asked by or its public address."""
    if not origin:
        return False
    names = {headers.get("host"), urlsplit(settings().public_url or "").netloc or None}
    return urlsplit(origin).netloc in names - {None}
