"""Where clauses stand, and what of a ballot a person may see. Derived when read."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from alignment.agreement import Result, count
from alignment.clauses import SETTLED, Clause, Status
from alignment.people import Participant
from alignment.rounds import Ballot, Round
from alignment.workshop import Workshop


def status(workshop: Workshop, clause: Clause, now: datetime) -> Status:
    """Where a clause stands at a moment."""
    if clause.left_out:
        return Status.LEFT_OUT
    if clause.ruling is not None:
        return Status.RULED
    if clause.in_force is not None:
        return clause.in_force
    if clause.round is None:
        return Status.DRAFT
    if not clause.round.decided(now):
        return Status.OPEN
    return Status.AGREED if result(workshop, clause.round).met else Status.DISPUTED


def result(workshop: Workshop, round_: Round) -> Result:
    """A round's result among those who may vote now."""
    return count(workshop.voters(), round_.ballots, round_.mode)


def tally(workshop: Workshop, now: datetime) -> Counter[Status]:
    """How many clauses stand where."""
    return Counter(status(workshop, clause, now) for clause in workshop.clauses.values())


def unsettled(workshop: Workshop, now: datetime) -> tuple[Clause, ...]:
    """The clauses that keep the draft from being frozen, in the order they were proposed."""
    return tuple(c for c in workshop.clauses.values() if status(workshop, c, now) not in SETTLED)


def sees_result(round_: Round, viewer: Participant | None, now: datetime) -> bool:
    """Whether a viewer may see how others voted in a round."""
    if round_.unsealed(now):
        return True
    if round_.seal.opens_by_voting and viewer is not None:
        return viewer.votes and viewer.id in round_.ballots
    return False


def ballot_of(clause: Clause, viewer: Participant | None) -> Ballot | None:
    """The viewer's own vote on the present wording."""
    if clause.round is None or viewer is None:
        return None
    return clause.round.ballots.get(viewer.id)


def waits_for_vote(workshop: Workshop, clause: Clause, viewer: Participant, now: datetime) -> bool:
    """Whether the clause's ballot is open and the viewer may vote and has not."""
    round_ = clause.round
    if round_ is None or not viewer.votes or beyond_voting(clause) or workshop.frozen is not None:
        return False
    return round_.open(now) and viewer.id not in round_.ballots


def objection_answered(clause: Clause, person: Participant) -> bool:
    """Whether the present wording answers an objection that a person had to the last one they voted on."""
    voted = [r for r in clause.rounds[clause.past_rounds :] if person.id in r.ballots]
    if not voted or clause.round is None or clause.round.revision <= voted[-1].revision:
        return False
    return voted[-1].ballots[person.id].objects


def beyond_voting(clause: Clause) -> bool:
    """Whether no vote can change where the clause stands: ruled, left out or carried over."""
    return clause.left_out or clause.ruling is not None or clause.in_force is not None
