"""Dates and times in a document: written out, in one zone, the same for every reader."""

from __future__ import annotations

from datetime import UTC, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(moment: datetime) -> str:
    """A date written out: "22 November 2026" (UTC)."""
    moment = moment.astimezone(UTC)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def minute(moment: datetime) -> str:
    """A date and time written out: "22 November 2026, 14:05 UTC"."""
    return f"{day(moment)}, {moment.astimezone(UTC):%H:%M} UTC"


def month(written: str) -> str:
    """A month such as "2026-03" written out: "March 2026"."""
    year, _, number = written.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}"
