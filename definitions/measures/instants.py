"""Times as numbers: NaT is the smallest of all, and one less than it, by going round, the largest.

So the smallest of many numbers less one passes NaT over; numpy's own ways to do so take five times as long.
"""

from __future__ import annotations

import numpy as np

from definitions.measures.journeys import Times
from definitions.profiles import Integers

NAT = np.iinfo(np.int64).min
"""What NaT is as a number: smaller than every time."""


def numbers(times: Times) -> Integers:
    """n seconds since 1970; ``NAT`` for NaT."""
    return times.astype("datetime64[s]", copy=False).view(np.int64)


def ends_of(times: Times) -> tuple[int, int] | None:
    """The earliest and the latest of some times in seconds; ``None`` without any."""
    seconds = numbers(times)
    last = int(seconds.max(initial=NAT))
    return (int((seconds - 1).min()) + 1, last) if last != NAT else None


def earlier(times: Times, others: Times) -> Times:
    """The earlier one of each two times; where one is NaT, the other. ``others`` may be one time."""
    found = np.minimum(numbers(times) - 1, numbers(others) - 1)
    found += 1
    return found.view("datetime64[s]")
