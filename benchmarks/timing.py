"""How long something takes, in milliseconds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

TIMES = 5


def took_ms(work: Callable[[], object], times: int = TIMES) -> list[float]:
    """How long each of some times takes, in order."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1_000)
    return took


def best_ms(work: Callable[[], object], times: int = TIMES) -> float:
    """The shortest of some times."""
    return min(took_ms(work, times))


def median_ms(work: Callable[[], object], times: int = TIMES) -> float:
    """The median of some times."""
    return statistics.median(took_ms(work, times))
