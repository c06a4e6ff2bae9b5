"""What reading and reviewing the definition in force do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import ReadingAcknowledged, Recorded, ReviewHeld
from alignment.workshop import Workshop


def acknowledged(workshop: Workshop, entry: Recorded[ReadingAcknowledged]) -> Workshop:
    """One more person has read a version."""
    version = entry.fact.version
    readers = {**workshop.read.get(version, {}), entry.actor: entry.at}
    return replace(workshop, read={**workshop.read, version: readers})


def review_held(workshop: Workshop, entry: Recorded[ReviewHeld]) -> Workshop:
    """The version in force stays as it is until the next review."""
    return replace(workshop, review_held=entry.at)
