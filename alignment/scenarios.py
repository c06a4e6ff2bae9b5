"""A scenario in the workshop: a named what-if, with who saved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from definitions.scenario import Scenario


@dataclass(frozen=True)
class ScenarioEntry:
    """A scenario, who saved it and when."""

    id: str
    name: str
    scenario: Scenario
    note: str
    by: str
    at: datetime
