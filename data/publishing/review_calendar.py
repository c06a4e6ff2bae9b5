"""The review as a calendar file: the day, and a reminder two weeks before."""

from __future__ import annotations

from datetime import UTC, timedelta

from icalendar import Alarm, Calendar, Event

from data.publishing.upkeep import review_due
from definitions.document import SignedDocument

REMIND_BEFORE = timedelta(days=14)
MADE_BY = "-//Common Terms//Review//EN"


def ics(signed: SignedDocument) -> bytes:
    """The day of the review, all day long (UTC); without any entry for a definition that is not in force."""
    entries = Calendar.new(prodid=MADE_BY, uid=f"reviews-{signed.sha256}")
    due = review_due(signed)
    if due is not None and signed.published_at is not None:
        words = _words(signed)
        event = Event.new(
            uid=f"review-{signed.sha256}",
            stamp=signed.published_at.astimezone(UTC),
            start=due.astimezone(UTC).date(),
            summary=words,
            description=(
                f"Version {signed.document.version} is to be reviewed. Fingerprint (SHA-256): {signed.sha256}"
            ),
        )
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words)
        alarm.add("trigger", -REMIND_BEFORE)
        event.add_component(alarm)
        entries.add_component(event)
    return bytes(entries.to_ical())


def _words(signed: SignedDocument) -> str:
    return f"Review: what a qualified lead is at {signed.document.company}"
