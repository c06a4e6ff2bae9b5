"""What a fact is about, for those who want to hear of changes to one clause only."""

from __future__ import annotations

from alignment.facts import AnyFact, BallotCast, CommentMade, ObjectionLifted

WORKSHOP = "workshop"
"""The topic of every fact that may change more than one clause's own card."""


def topic(fact: AnyFact) -> str:
    """``clause:<id>`` for votes and comments on a clause, ``workshop`` for everything else."""
    if isinstance(fact, BallotCast | CommentMade | ObjectionLifted):
        return f"clause:{fact.clause_id}"
    return WORKSHOP
