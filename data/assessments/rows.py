"""Assessments and events as rows of their tables, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from data.assessments.assessment import Assessment, Channel, Event, EventKind
from definitions.scorecard import Verdict
from definitions.texts import fold_name


def as_row(assessment: Assessment) -> dict[str, Any]:
    """The row of an assessment."""
    return {
        **asdict(assessment),
        "made_at": stamp(assessment.made_at),
        "channel": assessment.channel.value,
        "verdict": assessment.verdict.value,
        "answers": json.dumps(dict(assessment.answers)),
        "contact": json.dumps(dict(assessment.contact)),
        "sought": _sought(assessment),
    }


def as_event_row(event: Event) -> dict[str, Any]:
    """The row of an event."""
    return {**asdict(event), "at": stamp(event.at), "kind": event.kind.value}


def read_assessment(row: Mapping[str, Any]) -> Assessment:
    """The assessment of a row."""
    kept = {name: value for name, value in row.items() if name != "sought"}
    return Assessment(
        **{
            **kept,
            "made_at": datetime.fromisoformat(row["made_at"]),
            "channel": Channel(row["channel"]),
            "answers": json.loads(row["answers"]),
            "contact": json.loads(row["contact"]),
            "verdict": Verdict(row["verdict"]),
        }
    )


def read_event(row: Mapping[str, Any]) -> Event:
    """The event of a row."""
    return Event(**{**row, "at": datetime.fromisoformat(row["at"]), "kind": EventKind(row["kind"])})


def stamp(moment: datetime) -> str:
    """A moment as it is kept: as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _sought(assessment: Assessment) -> str:
    contact = assessment.contact.values()
    return fold_name(" \n".join((assessment.reference, assessment.source, *contact, assessment.note)))
