"""The definition in force: say that one has read it, and that it was reviewed and stays."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built
from alignment.actions.definition import WHILE_PUBLISHED
from alignment.facts import ReadingAcknowledged, ReviewHeld
from alignment.people import Participant
from alignment.reading import has_read
from alignment.refused import NotNow
from alignment.workshop import Workshop


@action(By.MEMBER)
def acknowledge_reading(
    workshop: Workshop, actor: Participant, version: int, text_sha256: str, *, now: datetime
) -> Facts:
    """Say that one has read the version in force, the text with this fingerprint."""
    present = workshop.in_force
    if present is None:
        raise NotNow("No definition is in force yet.")
    if (version, text_sha256) != (present.version, present.draft.sha256):
        raise NotNow(f"That text is not in force any more. Read version {present.version} first.")
    if has_read(workshop, present, actor):
        raise NotNow("You have said so already, or signed this version.")
    return (ReadingAcknowledged(version=version, sha256=text_sha256),)


@action(By.FACILITATOR, WHILE_PUBLISHED)
def hold_review(workshop: Workshop, actor: Participant, note: str = "", *, now: datetime) -> Facts:
    """Say that the definition was reviewed and stays as it is; the next review is due later."""
    return (built(ReviewHeld, version=workshop.version, note=note),)
