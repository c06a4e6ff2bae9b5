"""Rows of the made-up outcomes that are spoiled on purpose, as real files are."""

from __future__ import annotations

from random import Random

Lead = dict[str, str]
DUPLICATES, SWAPPED, FUTURE, CONTACT_LATE, BOTH, LONG_AGO, UNREADABLE, UNDATED = 3, 4, 2, 3, 2, 1, 3, 6


def spoil(random: Random, leads: list[Lead]) -> list[Lead]:
    """The leads, some of them with a fault, each with one only."""
    worked = [lead for lead in leads if lead.get("SQL at")]
    won = [lead for lead in worked if lead.get("Won at") and not lead.get("Rejected at")]
    lost = [lead for lead in worked if lead.get("Lost at") and not lead.get("Rejected at")]
    for lead in won[5 : 5 + CONTACT_LATE]:
        lead["First contact at"] = _year_of(lead["Won at"], lead["Won at"][:4], "T23:30")
    for lead in won[20 : 20 + BOTH]:
        lead["Lost at"] = lead["Won at"]
    for lead in lost[10 : 10 + SWAPPED]:
        lead["Accepted at"], lead["SQL at"] = lead["SQL at"], lead["Accepted at"]
    for lead in lost[30 : 30 + FUTURE]:
        lead["Lost at"] = _year_of(lead["Lost at"], "2062")
    for lead in lost[40 : 40 + LONG_AGO]:
        lead["MQL at"] = _year_of(lead["MQL at"], "1999")
    for lead, text in zip(lost[50 : 50 + UNREADABLE], ("soon", "31.02.2026", "see notes"), strict=True):
        lead["First contact at"] = text
    for lead in lost[60 : 60 + UNDATED]:
        lead["Accepted at"] = ""
    twice = [leads[int(random.random() * len(leads))] for _ in range(DUPLICATES)]
    return [*leads, *(dict(lead) for lead in twice)]


def _year_of(written: str, year: str, clock: str = "") -> str:
    """A moment in another year, or at another time of day."""
    return year + written[4:10] + (clock or written[10:16]) + written[16:]
