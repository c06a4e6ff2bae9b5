"""What waits for a person: one list, most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from alignment.clauses import Status
from alignment.people import Participant
from alignment.standing import status, waits_for_vote
from alignment.workshop import Phase, Workshop


class Errand(StrEnum):
    """What a person is waited for to do."""

    SIGN = "sign"
    RULE = "rule"
    VOTE = "vote"


@dataclass(frozen=True)
class Waiting:
    """One thing that waits for a person; ``clause_id`` is empty where it is about the whole text."""

    errand: Errand
    clause_id: str = ""


def waiting_for(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    """Everything that waits for a person: texts to sign, rulings, then ballots in the order proposed."""
    if not person.here:
        return ()
    return (
        *_signatures(workshop, person),
        *_rulings(workshop, person, now),
        *_votes(workshop, person, now),
    )


def clauses_to_watch(workshop: Workshop, person: Participant, now: datetime) -> tuple[str, ...]:
    """The clauses of which a single vote, anybody's, can change what waits for a person."""
    decides = workshop.decider_id == person.id
    return tuple(
        clause.id
        for clause in workshop.clauses.values()
        if waits_for_vote(workshop, clause, person, now) or (decides and clause.escalation is not None)
    )


def _signatures(workshop: Workshop, person: Participant) -> tuple[Waiting, ...]:
    if workshop.frozen is None or person.id not in workshop.frozen.missing:
        return ()
    return (Waiting(Errand.SIGN),)


def _rulings(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    if workshop.decider_id != person.id or workshop.phase is not Phase.DRAFTING:
        return ()
    escalated = [clause for clause in workshop.clauses.values() if clause.escalation]
    disputed = [c for c in escalated if status(workshop, c, now) is Status.DISPUTED]
    return tuple(Waiting(Errand.RULE, clause.id) for clause in disputed)


def _votes(workshop: Workshop, person: Participant, now: datetime) -> tuple[Waiting, ...]:
    if workshop.phase is not Phase.DRAFTING:
        return ()
    clauses = workshop.clauses.values()
    return tuple(Waiting(Errand.VOTE, c.id) for c in clauses if waits_for_vote(workshop, c, person, now))
