"""Moments as clocks on the wall show them, in UTC; right where clocks are put forward or back."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from definitions.profiles import Integers

QUARTER = 900
"""Seconds. No zone has changed its clocks within a quarter of an hour since 1970."""
_EPOCH = datetime(1970, 1, 1)
_SECOND = timedelta(seconds=1)


def utc(local: Integers, zone: ZoneInfo) -> Integers:
    """n seconds since 1970 by a zone's clocks, as seconds of UTC.

    Of a time that there is twice, the first; a time that is skipped counts as that much after the change
    (PEP 495, fold 0).
    """
    quarters, places = np.unique(np.floor_divide(local, QUARTER), return_inverse=True)
    shifts = np.array([_shift(int(each), zone) for each in quarters], np.int64)
    return local - shifts[places]


def _shift(quarter: int, zone: ZoneInfo) -> int:
    """How far a zone's clocks are before UTC then, in seconds."""
    offset = (_EPOCH + timedelta(seconds=quarter * QUARTER)).replace(tzinfo=zone).utcoffset()
    assert offset is not None
    return int(offset / _SECOND)
