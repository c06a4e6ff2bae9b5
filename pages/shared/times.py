"""Dates and times as people write them, in the visitor's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def day(moment: datetime, zone: str) -> str:
    """A date written out, such as "21 November 2026"."""
    local = moment.astimezone(_zone(zone))
    return f"{local.day} {local:%B %Y}"


def moment(moment: datetime, zone: str) -> str:
    """A date and time, such as "21 November 2026, 14:05"."""
    return f"{day(moment, zone)}, {clock(moment, zone)}"


def clock(moment: datetime, zone: str) -> str:
    """A time of day, such as "14:05"."""
    return f"{moment.astimezone(_zone(zone)):%H:%M}"


def ago(moment: datetime, now: datetime) -> str:
    """How long ago something was, in the largest unit that fits."""
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < 60:
        return "just now"
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            number = seconds // size
            return f"{number} {unit}{'' if number == 1 else 's'} ago"
    return "just now"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
