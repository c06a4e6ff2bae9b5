"""Golden leads: examples and counter-examples that are kept with the definition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from definitions.scorecard import Verdict


@dataclass(frozen=True)
class Acknowledgement:
    """A facilitator accepted that a golden lead gets this verdict, and why."""

    verdict: Verdict
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class GoldenLead:
    """An example, or a counter-example: its answers as criterion -> label, and the verdict it must get."""

    id: str
    name: str
    answers: Mapping[str, str]
    expected: Verdict
    why: str
    by: str
    at: datetime
    acknowledged: Acknowledgement | None = None
