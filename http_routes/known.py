"""Whom the browser is known as: reading and setting the cookie."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from alignment.people import Participant
from alignment.workshop import Workshop
from data.access import COOKIE_DAYS, COOKIE_NAME, Identity, open_cookie, seal_cookie
from data.settings import settings
from http_routes.base_path import home


def identities(connection: HTTPConnection) -> tuple[Identity, ...]:
    """Whom this browser says it is, the current one first; whether they still take part is not checked."""
    return open_cookie(connection.cookies.get(COOKIE_NAME))


def member(workshop: Workshop, known: tuple[Identity, ...]) -> Participant | None:
    """The participant of a workshop that a browser is known as, if still in it."""
    for identity in known:
        participant = workshop.participants.get(identity.participant_id)
        if identity.workshop_id == workshop.id and participant is not None and participant.here:
            return participant
    return None


def remember(response: Response, connection: HTTPConnection, known: tuple[Identity, ...]) -> None:
    """Set the cookie so that it holds these identities, or remove it if there are none."""
    if not known:
        response.delete_cookie(COOKIE_NAME, path=home(), httponly=True, samesite="lax")
        return
    response.set_cookie(
        COOKIE_NAME,
        seal_cookie(known),
        max_age=COOKIE_DAYS * 24 * 3600,
        path=home(),
        httponly=True,
        samesite="lax",
        secure=is_https(connection),
    )


def is_https(connection: HTTPConnection) -> bool:
    """Whether the browser came by HTTPS, to us or to a proxy before us."""
    proxied = connection.headers.get("x-forwarded-proto", "").partition(",")[0].strip()
    public = settings().public_url or ""
    return "https" in (connection.url.scheme, proxied) or public.startswith("https://")


def client(connection: HTTPConnection) -> str:
    """The address that guesses are counted by."""
    return connection.client.host if connection.client is not None else "unknown"
