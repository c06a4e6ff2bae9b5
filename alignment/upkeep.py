"""When the definition in force is looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta

from alignment.workshop import Phase, Workshop
from definitions.handoff import Handoff, Upkeep
from definitions.review_date import months_after

SOON = timedelta(days=30)


def care(workshop: Workshop) -> Upkeep:
    """What was agreed on reviews, challenges and trip-wires in the definition in force, or the defaults."""
    if workshop.in_force is None:
        return Upkeep()
    clauses = workshop.in_force.draft.document["clauses"]
    handoff = next((c["content"] for c in clauses if c["content"]["kind"] == "handoff"), None)
    return Handoff.model_validate(handoff).care if handoff is not None else Upkeep()


def review_due(workshop: Workshop) -> datetime | None:
    """When the definition in force is due for a review; ``None`` while none is in force."""
    if workshop.in_force is None:
        return None
    since = workshop.review_held or workshop.in_force.at
    return months_after(since, care(workshop).review_months)


def review_is_due(workshop: Workshop, now: datetime) -> bool:
    """Whether the time for a review has come and no new draft has been begun."""
    due = review_due(workshop)
    return due is not None and workshop.phase is Phase.PUBLISHED and now >= due


def review_is_near(workshop: Workshop, now: datetime) -> bool:
    """Whether a review is due, or will be within 30 days, and no new draft has been begun."""
    due = review_due(workshop)
    return due is not None and workshop.phase is Phase.PUBLISHED and now >= due - SOON
