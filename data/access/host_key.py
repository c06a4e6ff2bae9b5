"""The host key: what opening a workshop needs once others than this computer's user can reach the server."""

from __future__ import annotations

import hmac
import sys
from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address

from data.access.guesses import GUESSES
from data.access.tokens import new_token
from data.settings import settings

_FORWARDED = {"forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"}


def host_key() -> str:
    """The key: from the settings, or made and printed where the server was started."""
    return settings().host_key or _made()


def host_key_is_right(typed: str, client: str) -> bool | None:
    """Whether a typed key is right; ``None`` if this client guessed too often and must wait."""
    if not GUESSES.may_try(client):
        return None
    if hmac.compare_digest(typed.strip().encode(), host_key().encode()):
        return True
    GUESSES.was_wrong(client)
    return False


def needs_host_key(address: str | None, headers: Mapping[str, str]) -> bool:
    """Whether opening a workshop needs the key.

    ``address`` is what the server is bound to. A proxy's headers, a name other than localhost, a key or
    a public address in the settings mean that others can reach it.
    """
    if settings().host_key or settings().public_url or not is_local(address or ""):
        return True
    sent = {name.casefold(): value for name, value in headers.items()}
    return bool(_FORWARDED & sent.keys()) or not is_local(_name(sent.get("host", "localhost")))


def is_local(address: str) -> bool:
    """Whether an address or name reaches this computer only."""
    if address.casefold() == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _name(host: str) -> str:
    """A Host header without its port."""
    return host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


@cache
def _made() -> str:
    key = new_token()
    print(f"\n  Host key, which opening a workshop needs: {key}\n", file=sys.stderr, flush=True)
    return key
