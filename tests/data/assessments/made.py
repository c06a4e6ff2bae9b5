"""Assessments for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from data.assessments.assessment import Assessment, Channel, Event, EventKind, new_assessment_id
from definitions.scorecard import Verdict

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def made(minute: int = 0, workshop_id: str = "w", **more: Any) -> Assessment:
    """An assessment, so many minutes after nine."""
    usual = {
        "id": new_assessment_id(),
        "workshop_id": workshop_id,
        "made_at": START + timedelta(minutes=minute),
        "by_id": "p2",
        "channel": Channel.VETTED,
        "version": 1,
        "sha256": "a" * 64,
        "reference": f"Lead {minute}",
        "source": "Fair",
        "answers": {"Budget": "Ready", "Need": None},
        "points": 5,
        "verdict": Verdict.QUALIFIED,
    }
    return Assessment(**{**usual, **more})


def event(about: Assessment, kind: EventKind = EventKind.ACCEPTED, minute: int = 60, **more: Any) -> Event:
    """Something that became of an assessed lead."""
    at = START + timedelta(minutes=minute)
    return Event(new_assessment_id(), about.id, about.workshop_id, at, "p3", kind, **more)
