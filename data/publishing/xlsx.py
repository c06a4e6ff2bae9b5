"""The scorecard as a workbook that computes: one lead at a time, and many."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import xlsxwriter

from data.publishing.workbooks import answers, definition, many_leads, one_lead
from data.publishing.workbooks.book import Book
from definitions.document import SignedDocument

READY = 200
"""Rows that are ready for leads; more come by copying one down."""
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def xlsx(signed: SignedDocument, leads: int = READY) -> bytes:
    """The workbook: its formulas give the verdicts that ``definitions.scorecard.score`` gives."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        book = Book(workbook, signed, leads)
        workbook.set_properties(_properties(signed))
        for sheet in (one_lead, many_leads, answers, definition):
            sheet.write(book)
    return made.getvalue()


def _properties(signed: SignedDocument) -> dict[str, object]:
    """What the file says of itself; its time is that of its content, so that the file is repeatable."""
    given = max((signature.signed_at for signature in signed.signatures), default=NO_TIME)
    return {
        "title": f"Scorecard, version {signed.document.version}",
        "comments": f"Fingerprint {signed.sha256}",
        "created": (signed.published_at or given).astimezone(UTC).replace(tzinfo=None),
    }
