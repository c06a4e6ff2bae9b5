"""What facts about the projector do to the workshop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from alignment.facts import Recorded, SceneShown, TimerStarted, TimerStopped
from alignment.presenting import Presenting
from alignment.workshop import Workshop


def shown(workshop: Workshop, entry: Recorded[SceneShown]) -> Workshop:
    """Another scene; a timer was for the one before."""
    presenting = Presenting(entry.fact.scene, entry.fact.subject)
    return replace(workshop, presenting=presenting)


def timer_started(workshop: Workshop, entry: Recorded[TimerStarted]) -> Workshop:
    """A timer that runs until a moment."""
    return _until(workshop, entry.fact.ends_at)


def timer_stopped(workshop: Workshop, entry: Recorded[TimerStopped]) -> Workshop:
    """No timer."""
    return _until(workshop, None)


def _until(workshop: Workshop, moment: datetime | None) -> Workshop:
    return replace(workshop, presenting=replace(workshop.presenting, timer_ends_at=moment))
