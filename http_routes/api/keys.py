"""Who asks: the key that a request comes with, checked in constant time and with a brake on guessing."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request

from alignment.connections import key_for
from alignment.workshop import Workshop
from data.access import Guesses, split_link, token_hash
from data.access.key_uses import KEY_USES
from data.rooms import rooms
from http_routes.api.problems import Problem
from http_routes.known import client

REALM = 'Bearer realm="Common Terms"'
NO_KEY = "Send the key as “Authorization: Bearer <key>”. A facilitator makes one on the Connections page."
WRONG_KEY = "This key opens nothing, or does not any more. Ask the workshop's facilitator for a new one."
TOO_MANY = "There were too many wrong keys from here. Wait a minute."
DAMAGED = "The record of this workshop is damaged, so nothing is answered from it. Ask its facilitator."

KEY_GUESSES = Guesses()
"""A brake of its own: whoever guesses keys keeps nobody from joining a workshop."""


def token_of(request: Request) -> str | None:
    """The token that a request comes with; ``None`` if it has none at all."""
    scheme, _, token = request.headers.get("authorization", "").strip().partition(" ")
    return token.strip() if scheme.casefold() == "bearer" and token.strip() else None


def let_in(request: Request) -> Workshop:
    """The workshop whose key a request comes with; ``Problem`` without a right one. Reads the database.

    A key that was right before in this process is no guess, so the brake does not stop its holder.
    """
    token = token_of(request)
    if token is None:
        raise Problem(HTTPStatus.UNAUTHORIZED, NO_KEY, headers={"WWW-Authenticate": REALM})
    workshop_id, secret = split_link(token) or ("", token)
    hashed = token_hash(secret)
    if KEY_USES.last(hashed) is None and not KEY_GUESSES.may_try(client(request)):
        raise Problem(HTTPStatus.TOO_MANY_REQUESTS, TOO_MANY, headers={"Retry-After": "60"})
    workshop = _workshop(workshop_id, hashed)
    if workshop is None:
        KEY_USES.wrong(hashed)
        KEY_GUESSES.was_wrong(client(request))
        asked = {"WWW-Authenticate": f'{REALM}, error="invalid_token"'}
        raise Problem(HTTPStatus.UNAUTHORIZED, WRONG_KEY, headers=asked)
    KEY_USES.used(hashed, rooms().clock())
    return workshop


def _workshop(workshop_id: str, hashed: str) -> Workshop | None:
    room = rooms().enter(workshop_id) if workshop_id else None
    if room is None:
        return None
    # Entering has just looked whether anybody else wrote, so a key revoked elsewhere is known.
    workshop = room.workshop(within=0.05)
    if key_for(workshop, hashed) is None:
        return None
    if room.damage is not None:
        raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, DAMAGED)
    return workshop
