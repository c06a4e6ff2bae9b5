"""The understanding check of a version: the leads to judge by its text, and what each person said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from definitions.scorecard import Verdict


@dataclass(frozen=True)
class UnderstandingCheck:
    """One check. ``answered`` maps a person to their verdict on each lead, ``None`` where they cannot tell.

    A person's answers stay their own; others see shares by team only, by ``understood``.
    """

    version: int
    leads: tuple[Mapping[str, str], ...]
    by: str
    at: datetime
    answered: Mapping[str, Mapping[int, Verdict | None]] = field(default_factory=dict)

    def left_for(self, person_id: str) -> int:
        """How many of the leads a person has not judged."""
        return len(self.leads) - len(self.answered.get(person_id, {}))
