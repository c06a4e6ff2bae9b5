"""Sets of outcomes in the workshop: what became of leads under the definition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alignment.facts import OutcomeSetAdded


@dataclass(frozen=True)
class OutcomeSetEntry:
    """A set of outcomes in the workshop, with who added it and when."""

    fact: OutcomeSetAdded
    by: str
    at: datetime
