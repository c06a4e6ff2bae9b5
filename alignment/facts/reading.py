"""Facts about a definition in force: who has read it, and that it was looked at again."""

from __future__ import annotations

from typing import Literal

from alignment.facts.fact import Fact
from definitions.texts import LongText


class ReadingAcknowledged(Fact):
    """Somebody has read a version, the text with this SHA-256."""

    kind: Literal["reading acknowledged"] = "reading acknowledged"
    version: int
    sha256: str


class ReviewHeld(Fact):
    """The definition was looked at again and stays as it is until the next review."""

    kind: Literal["review held"] = "review held"
    version: int
    note: LongText = ""
