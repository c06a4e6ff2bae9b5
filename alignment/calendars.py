"""The calendar that a workshop has agreed on: the business hours of its handoff."""

from __future__ import annotations

from datetime import datetime

from alignment.clauses import SETTLED
from alignment.standing import status
from alignment.workshop import Workshop
from definitions.business_hours import BusinessHours
from definitions.handoff import Handoff


def agreed_hours(workshop: Workshop, now: datetime) -> BusinessHours | None:
    """The business hours of the handoff that stands; ``None`` where none does, or it names none."""
    for clause in workshop.clauses.values():
        if isinstance(clause.content, Handoff) and not clause.left_out:
            stands = status(workshop, clause, now) in SETTLED
            return clause.content.business_hours if stands else None
    return None
