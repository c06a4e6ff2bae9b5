"""What can be wrong with a warehouse, and how its own words are shown: one line, and no secret in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

LONGEST = 200
HIDDEN = "***"
USER_AND_PASSWORD = re.compile(r"://[^/@\s]*?:(?P<secret>[^/\s]*)@")
NAMED_SECRET = re.compile(
    r"[?;&][^=;&]*(password|passwd|pwd|token|secret|key|passphrase)[^=;&]*=(?P<secret>[^;&\s]+)", re.I
)


class Unreachable(Exception):
    """Nobody answers there, or it does not let us in."""


class Refusing(Exception):
    """It answers, but not this query; the message is its own reason, one line."""


def reason(error: BaseException, url: str = "") -> str:
    """The first line of what a driver says, short enough for a sentence, without the address' secrets."""
    lines = [line.strip() for line in masked(str(error), url).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:LONGEST].rstrip(". ")


def masked(words: str, url: str) -> str:
    """The words without the password and tokens of an address, however they are spelled."""
    found = {spelled for secret in _secrets(url) for spelled in (secret, unquote(secret)) if spelled}
    for secret in sorted(found, key=len, reverse=True):
        words = words.replace(secret, HIDDEN)
    return words


def _secrets(url: str) -> Iterator[str]:
    for pattern in (USER_AND_PASSWORD, NAMED_SECRET):
        yield from (match["secret"] for match in pattern.finditer(url))
