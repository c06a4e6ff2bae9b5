"""How a ruling can end a dispute."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What the decider rules."""

    STANDS = "stands"
    LEFT_OUT = "left out"
