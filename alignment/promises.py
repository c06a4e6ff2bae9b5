"""A promise's numbers in the workshop, with who put them on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StatedPromise:
    """What was so before and what is so now (``None``: unknown), where that comes from, and who said it."""

    baseline: float | None
    present: float | None
    source: str
    by: str
    at: datetime
