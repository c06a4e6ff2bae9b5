"""Outcomes for tests in a browser: a CRM's export that speaks against a clause, and leads for sales."""

from __future__ import annotations

from pathlib import Path

from data.room import Room
from tests.data.outcomes.files import HANDOFF, HEADER, as_csv
from tests.pages.assessed import keep
from tests.pages.definitions import published_room

LEADS = 200
WAITING = ("Globex", "Initech", "Umbrella")


def in_force() -> Room:
    """Budget, a threshold and a handoff one of whose reasons to reject names Budget."""
    return published_room(HANDOFF)


def export(folder: Path) -> Path:
    """Decided within two hours; two of five are rejected for want of a budget, which is definitional."""
    path = folder / "crm.csv"
    path.write_bytes(as_csv(HEADER, [_row(number) for number in range(LEADS)]))
    return path


def wait_for_sales(room: Room) -> None:
    """Qualified leads that nobody has decided on yet."""
    for minute, name in enumerate(WAITING):
        keep(room, minute, reference=name)


def _row(number: int) -> tuple[str, ...]:
    day = f"2026-05-{number % 25 + 1:02}"
    rejected = number % 5 < 2
    decided = (f"{day} 10:00", *(("Rejected", "No budget") if rejected else ("Accepted", "")))
    contacted = "" if rejected else f"{day} 12:00"
    inquiry, mql = f"{day} 07:00", f"{day} 08:00"
    return (
        f"L{number}", "Ann Lee", inquiry, mql, *decided, contacted, "", "", "", "Fair", "vetted", "1", "Ready"
    )  # fmt: skip
