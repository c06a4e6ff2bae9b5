"""What people enter besides the outcomes: what an hour of sales costs, and the five promises."""

from __future__ import annotations

from dataclasses import dataclass, field

from definitions.measures.cost import CostInput
from definitions.measures.promises import Numbers


@dataclass(frozen=True)
class Entered:
    """``cost``: ``None`` where nobody entered it. ``baseline`` and ``now``: of the five promises."""

    cost: CostInput | None = None
    currency: str = ""
    baseline: Numbers = field(default_factory=dict)
    now: Numbers = field(default_factory=dict)
