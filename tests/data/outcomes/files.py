"""Files of outcomes for tests, read as any file is."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from data.importing import Options, Understood, understand
from definitions.business_hours import BusinessHours
from definitions.criteria import Answer, Criterion
from definitions.handoff import Handoff, ReasonKind, RejectReason

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
BUDGET = Criterion(
    name="Budget", question="?", answers=(Answer(label="Ready", points=5), Answer(label="None", points=0))
)
HANDOFF = Handoff(
    business_hours=BusinessHours(time_zone="Europe/Berlin"),
    reject_reasons=(
        RejectReason(kind=ReasonKind.DEFINITIONAL, words="No budget", clause="Budget"),
        RejectReason(kind=ReasonKind.CLERICAL, words="Wrong phone number"),
    ),
)
HEADER = (
    *(
        "Lead id",
        "Name",
        "Inquiry at",
        "MQL at",
        "Decided at",
        "Decision",
        "Rejection reason",
        "First contact at",
    ),
    *("Closed at", "Outcome", "Revenue", "Source", "Qualified by", "Definition version", "Budget"),
)
ROWS = (
    ("L1", "Ann Lee", "2026-05-04 08:00", "2026-05-04T09:00:00+02:00", "2026-05-05 10:00", "Accepted", "",
     "2026-05-06 11:00", "2026-06-01", "Won", "12000.50", "Fair", "vetted", "1", "Ready"),
    ("L2", "Bo Day", "2026-05-05 08:00", "2026-05-05T09:00:00Z", "2026-05-07 10:00", "Rejected",
     "no budget", "", "", "", "", "Web", "self-qualified", "1", "None"),
    ("L3", "Cy Fox", "2026-05-06 08:00", "soon", "", "", "", "", "", "", "a lot", "Web",
     "unqualified", "2", "Perhaps"),
    ("L4", "Di Roe", "2026-05-06 08:00", "2026-05-07 09:00", "2026-05-08 09:00", "Rejected", "too far away",
     "", "2026-07-01", "Lost", "", "Fair", "vetted", "2", "Ready"),
    ("L1", "Ann Lee", "2026-05-04 08:00", "2027-05-04 09:00", "", "", "", "", "", "", "", "", "", "10", ""),
)  # fmt: skip


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *rows])
    return text.getvalue().encode()


def understood(
    folder: Path, header: Sequence[str] = HEADER, rows: Sequence[Sequence[str]] = ROWS, name: str = "crm.csv"
) -> Understood:
    """What the importer understands of a file with these rows."""
    folder.mkdir(exist_ok=True)
    source = folder / name
    source.write_bytes(as_csv(header, rows))
    return understand(source, Options(), folder / "work", file_name=name)
