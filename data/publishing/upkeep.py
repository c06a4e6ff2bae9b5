"""What changed since the last version, and when the definition is looked at again, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from data.publishing.dates import day
from data.publishing.escaping import escaped_line
from data.publishing.tables import table
from definitions.document import Document, SignedDocument
from definitions.enclosures import ClauseChange, Fate
from definitions.handoffs.wording import upkeep_sentences
from definitions.phrases import listed
from definitions.review_date import months_after

ONE_LINE = {Fate.ADDED: "New", Fate.REMOVED: "No longer part of the definition"}


def changes(document: Document) -> Iterator[str]:
    """What changed since the version before, where there is one."""
    since = document.since
    if since is None:
        return
    yield f"## What changed since version {since.version}"
    if not since.changes:
        yield "No clause says anything else than before."
    for fate, words in ONE_LINE.items():
        names = [escaped_line(change.name) for change in since.changes if change.fate is fate]
        if names:
            yield f"{words}: {listed(names)}."
    for change in since.changes:
        if change.fate is Fate.CHANGED:
            yield from _changed(change)
    yield f"Version {since.version} has the fingerprint (SHA-256) `{since.sha256}`."


def _changed(change: ClauseChange) -> Iterator[str]:
    yield f"### Changed: {escaped_line(change.name)}"
    rows = [(escaped_line(d.what), _cell(d.before), _cell(d.after)) for d in change.details]
    yield table(("What", "Before", "Now"), rows) if rows else "Its details."


def _cell(text: str) -> str:
    return escaped_line(" ".join(text.split())) or "–"


def review_due(signed: SignedDocument) -> datetime | None:
    """By when the definition is reviewed; ``None`` for one that is not in force."""
    if signed.published_at is None:
        return None
    return months_after(signed.published_at, signed.document.care.review_months)


def review(signed: SignedDocument) -> Iterator[str]:
    """When the definition is looked at again, and what makes that sooner."""
    every, sooner = upkeep_sentences(signed.document.care)
    due = review_due(signed)
    first = f" The first review is due by {day(due)}." if due is not None else ""
    yield "## Review"
    yield f"{every}{first} {sooner}"
