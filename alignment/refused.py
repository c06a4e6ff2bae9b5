"""Why an action did not happen, said to the person who tried it."""

from __future__ import annotations

from pydantic import ValidationError


class Refused(Exception):
    """An action was refused; the message is a sentence for the person, and nothing was changed."""


class NotAllowed(Refused):
    """The person may never do this in their role."""


class NotNow(Refused):
    """The workshop is not at a point where anybody may do this."""


class NotUnderstood(Refused):
    """What was typed or chosen cannot be kept; the message says what to change."""


class Overtaken(Refused):
    """Somebody else changed the same thing first."""


def in_plain_words(error: ValidationError) -> str:
    """The first thing that is wrong with what was typed, as a sentence."""
    first = error.errors()[0]
    place = " ".join(str(part).replace("_", " ") for part in first["loc"] if isinstance(part, str))
    for kind in ("criterion", "problem", "term", "threshold", "handoff"):
        place = place.removeprefix(kind).strip()
    reason = first["msg"].removeprefix("Value error, ")
    sentence = f"{place} {reason}".strip() if place else reason
    return f"{sentence[:1].upper()}{sentence[1:]}. Nothing was changed."
