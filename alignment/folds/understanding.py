"""What facts about understanding checks do to the workshop."""

from __future__ import annotations

from dataclasses import replace

from alignment.facts import Recorded, UnderstandingAnswered, UnderstandingAsked
from alignment.understanding import UnderstandingCheck
from alignment.workshop import Workshop


def asked(workshop: Workshop, entry: Recorded[UnderstandingAsked]) -> Workshop:
    """One more check."""
    return _with(workshop, UnderstandingCheck(entry.fact.version, entry.fact.leads, entry.actor, entry.at))


def answered(workshop: Workshop, entry: Recorded[UnderstandingAnswered]) -> Workshop:
    """One person's verdict on one lead."""
    check = workshop.understanding[entry.fact.version]
    own = {**check.answered.get(entry.actor, {}), entry.fact.lead: entry.fact.verdict}
    return _with(workshop, replace(check, answered={**check.answered, entry.actor: own}))


def _with(workshop: Workshop, check: UnderstandingCheck) -> Workshop:
    return replace(workshop, understanding={**workshop.understanding, check.version: check})
