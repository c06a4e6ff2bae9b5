"""Where a message may go: a name is resolved once, every address checked, and only a checked one called."""

from __future__ import annotations

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that a gateway translates to the IPv4 address in their last 32 bits (RFC 6052)."""


class NoPlace(Exception):
    """The message cannot go there; the words say why."""


async def addresses_of(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """The addresses of a host, in the order to try them; ``NoPlace`` if any of them is not public.

    ``private``: addresses of this computer and its networks will do as well.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoPlace("its name could not be found") from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not private and not all(is_public(ip_address(each.partition("%")[0])) for each in addresses):
        raise NoPlace("its address is not a public one, so it was not called")
    return addresses


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, and so is any that it stands for."""
    if isinstance(address, IPv6Address):
        inner = _within(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which an IPv6 address leads, if it is of such a kind."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo is not None else None)
