"""What can be wrong with a warehouse."""

from __future__ import annotations

LONGEST = 200


class Unreachable(Exception):
    """Nobody answers there, or it does not let us in."""


class Refusing(Exception):
    """It answers, but not this query; the message is its own reason, one line."""


def reason(error: BaseException) -> str:
    """The first line of what a driver says, short enough for a sentence."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:LONGEST].rstrip(". ")
