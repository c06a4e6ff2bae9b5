"""How much the reading of one file may take."""

from __future__ import annotations

import sys
from dataclasses import dataclass

MOST_ROWS = 20_000_000
MOST_COLUMNS = 500
MOST_CELL = 1_000_000
"""Characters in one row."""


@dataclass(frozen=True)
class Limits:
    """Memory and written files in bytes, time in seconds, for one import."""

    memory: int = 3_000_000_000
    seconds: int = 300
    written: int = 8_000_000_000


def hold_to(limits: Limits) -> None:
    """Hold this process to the limits, where the system can; the parent watches the time in any case."""
    if sys.platform == "win32":
        return
    import resource

    wanted = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_CPU: limits.seconds * 4,
        resource.RLIMIT_FSIZE: limits.written,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in wanted.items():
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
