"""The disputed clauses, and whose position each is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

from alignment.agreement import Result
from alignment.clauses import Clause, Status
from alignment.people import Participant
from alignment.rounds import Ballot
from alignment.stances import Stance
from alignment.standing import result, status
from alignment.workshop import Workshop


def hardest_first(workshop: Workshop, now: datetime) -> tuple[Clause, ...]:
    """The disputed clauses, that with the fewest agreeing in its least agreeing team first."""
    disputed = [c for c in workshop.clauses.values() if status(workshop, c, now) is Status.DISPUTED]
    return tuple(sorted(disputed, key=lambda clause: _lowest(workshop, clause)))


def ruled(workshop: Workshop) -> tuple[Clause, ...]:
    """The clauses that the decider has ruled on, the latest ruling first."""
    clauses = [clause for clause in workshop.clauses.values() if clause.ruling is not None]
    return tuple(sorted(clauses, key=lambda c: c.ruling.at if c.ruling else workshop.opened_at, reverse=True))


def lowest_share(counted: Result) -> Fraction:
    """The agreeing share, 0 to 1, in the team that agrees least; 0 where a team took no position."""
    return min((team.share or Fraction(0) for team in counted.teams), default=Fraction(0))


def _lowest(workshop: Workshop, clause: Clause) -> Fraction:
    return lowest_share(result(workshop, clause.round)) if clause.round is not None else Fraction(0)


def saying(
    workshop: Workshop, ballots: Iterable[Ballot], *stances: Stance
) -> tuple[tuple[Participant, Ballot], ...]:
    """Those whose votes count and who took one of these stances, in the order of voting."""
    people = ((workshop.participants[ballot.by], ballot) for ballot in ballots if ballot.stance in stances)
    return tuple((person, ballot) for person, ballot in people if person.votes)
