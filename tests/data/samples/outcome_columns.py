"""The sample outcomes as journeys, read by the csv module alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from data.samples import sample_outcomes
from data.starter import classic_scorecard, usual_handoff
from definitions.business_hours import BusinessHours
from definitions.criteria import Criterion
from definitions.measures.clock_hours import Clock, ran
from definitions.measures.counting import Counted, count
from definitions.measures.journeys import Coded, Event, Journeys, Reason
from definitions.measures.validity import Checked, check
from definitions.outcomes import QualifiedBy

EVENTS = {
    "Inquiry at": Event.INQUIRY,
    "MQL at": Event.MQL,
    "Accepted at": Event.ACCEPTED,
    "Rejected at": Event.REJECTED,
    "Recycled at": Event.RECYCLED,
    "First contact at": Event.CONTACTED,
    "SQL at": Event.SQL,
    "Opportunity at": Event.OPPORTUNITY,
    "Won at": Event.WON,
    "Lost at": Event.LOST,
}
CRITERIA = tuple(each for each in classic_scorecard() if isinstance(each, Criterion))
REASONS = tuple(Reason(each.kind, each.words, each.clause) for each in usual_handoff().reject_reasons)
AS_OF = np.datetime64("2026-09-30T15:00", "s")
AT_WORK = BusinessHours(time_zone="Europe/Berlin")
Row = dict[str, str]


def rows() -> list[Row]:
    """The file's rows."""
    return list(csv.DictReader(io.StringIO(sample_outcomes().decode())))


def sample_journeys() -> Journeys:
    """The journeys; what is no moment counts as none."""
    found = rows()
    return Journeys(
        AS_OF,
        {event: np.array([_moment(row[column]) for row in found]) for column, event in EVENTS.items()},
        source=_coded(found, "Source", sorted({row["Source"] for row in found})),
        qualified_by=_coded(found, "Qualified by", [str(each) for each in QualifiedBy]),
        version=_coded(found, "Definition version", ["1", "2"]),
        reasons=REASONS,
        reason=_codes(found, "Rejection reason", [each.words for each in REASONS]),
        revenue=np.array([float(row["Revenue"] or "nan") for row in found]),
        reference=np.unique([row["Lead"] for row in found], return_inverse=True)[1],
        criteria=tuple(each.name for each in CRITERIA),
        labels=tuple(each.labels for each in CRITERIA),
        answers=tuple(_codes(found, each.name, each.labels) for each in CRITERIA),
        zone=ZoneInfo("Europe/Berlin"),
    )


def sample_checked() -> Checked:
    """The journeys with their faults found."""
    return check(sample_journeys())


def sample_counted() -> Counted:
    """The sample counted, with the usual clocks in Berlin."""
    found, promised = sample_checked(), usual_handoff()
    clocks = {Clock.DECIDE: promised.decide_hours, Clock.CONTACT: promised.contact_hours}
    return count(found, {clock: ran(found, clock, hours, AT_WORK) for clock, hours in clocks.items()})


def _moment(text: str) -> np.datetime64:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return np.datetime64("NaT", "s")
    return np.datetime64(moment.astimezone(UTC).replace(tzinfo=None), "s")


def _coded(found: list[Row], column: str, names: Sequence[str]) -> Coded:
    return Coded(tuple(names), _codes(found, column, names))


def _codes(found: list[Row], column: str, names: Sequence[str]) -> Any:
    places = {name: place for place, name in enumerate(names)} | {"": -1}
    return np.array([places[row[column]] for row in found], np.int16)
