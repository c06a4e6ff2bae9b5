"""Days on which nobody works, as people type them: one a line, or a first and a last one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from definitions.business_hours import MOST_CLOSED_DAYS

_SPAN = re.compile(r"(\S+)(?:\s+(?:to|until|-|–)\s+(\S+))?")


def closed_lines(days: Iterable[date]) -> str:
    """Days as lines that ``ClosedDays`` reads back."""
    return "\n".join(day.isoformat() for day in days)


def _days(text: str) -> tuple[date, ...]:
    found = {day for line in text.splitlines() if line.strip() for day in _of_line(line.strip())}
    if len(found) > MOST_CLOSED_DAYS:
        raise ValueError(f"are more than {MOST_CLOSED_DAYS}")
    return tuple(sorted(found))


def _of_line(line: str) -> Iterator[date]:
    match = _SPAN.fullmatch(line)
    try:
        first = date.fromisoformat(match[1]) if match else None
        last = date.fromisoformat(match[2]) if match and match[2] else first
    except ValueError:
        first = last = None
    if first is None or last is None or first > last:
        raise ValueError(f"have “{line}”, which is neither 2026-12-24 nor 2026-12-24 to 2027-01-01, say")
    for days in range(min((last - first).days, MOST_CLOSED_DAYS) + 1):
        yield first + timedelta(days=days)


class ClosedDays(BaseModel):
    """Closed days read from lines, in order, each once; a line that is no day is refused."""

    closed_days: Annotated[tuple[date, ...], BeforeValidator(_days)]
