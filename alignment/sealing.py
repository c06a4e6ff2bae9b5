"""Seals: what a reader may not know yet of a fact, and what they are told of it instead."""

from __future__ import annotations

from datetime import datetime

from alignment.facts import (
    AnyFact,
    BallotCast,
    LeadJudged,
    ObjectionLifted,
    OwnWordsWritten,
    PointsProposed,
    Recorded,
    UnderstandingAnswered,
)
from alignment.people import Participant
from alignment.standing import sees_result
from alignment.workshop import Workshop

Vote = BallotCast | ObjectionLifted


def told_instead(
    workshop: Workshop, entry: Recorded[AnyFact], reader: Participant | None, now: datetime
) -> str | None:
    """What a reader from whom a fact is kept is told instead; ``None`` where there is no seal for them."""
    fact = entry.fact
    if reader is not None and reader.id == entry.actor:
        return None
    if isinstance(fact, Vote):
        clause = workshop.clauses[fact.clause_id]
        open_to_all = sees_result(clause.rounds[fact.round - 1], reader, now)
        return None if open_to_all else f"voted on {clause.name}"
    if isinstance(fact, OwnWordsWritten) and workshop.own_words[fact.round - 1].open:
        return "answered a question in their own words"
    if isinstance(fact, LeadJudged) and workshop.calibrations[fact.calibration_id].open:
        return "judged a lead"
    if isinstance(fact, PointsProposed) and workshop.calibrations[fact.calibration_id].open:
        return "proposed points of their own"
    if isinstance(fact, UnderstandingAnswered):
        return f"judged a lead by version {fact.version}"
    return None
