"""Which addresses may be told of a publication, as far as the address itself says."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

LONGEST = 2_000
NOT_AN_ADDRESS = "This is no address that can be called. It looks like https://crm.example.com/hooks/leads."


def fault(url: str) -> str | None:
    """What is wrong with an address, as a sentence; ``None`` if it may be told."""
    parts = _parts(url)
    if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
        return NOT_AN_ADDRESS
    if parts.username is not None or parts.password is not None:
        return "Leave out the name and the password: what is sent is signed, and its receiver checks that."
    if parts.fragment:
        return "Leave out what follows the #: it is never sent."
    if parts.scheme == "http" and not is_this_computer(parts.hostname):
        return "The address must begin with https://. Only this computer itself is told without encryption."
    return None


def is_this_computer(name: str) -> bool:
    """Whether a host's name is localhost or a loopback address."""
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


def host_of(url: str) -> str:
    """The host of an address: what everybody may know of it, as its path may hold a secret."""
    parts = _parts(url)
    return (parts.hostname if parts is not None else None) or "another system"


def _parts(url: str) -> SplitResult | None:
    """The parts of an address that is plain ASCII without blanks; ``None`` for anything else."""
    if len(url) > LONGEST or not url.isascii() or any(c <= " " or c in '\x7f\\<>"' for c in url):
        return None
    try:
        parts = urlsplit(url)
        usable = parts.port is None or parts.port > 0
    except ValueError:
        return None
    return parts if usable else None
