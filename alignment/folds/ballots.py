"""What facts about ballots do to the workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from alignment.clauses import Clause
from alignment.facts import (
    BallotCast,
    BallotClosed,
    BallotOpened,
    BallotRevealed,
    ObjectionLifted,
    Recorded,
)
from alignment.folds.clauses import with_clause
from alignment.rounds import Ballot, Round
from alignment.workshop import Workshop


def opened(workshop: Workshop, entry: Recorded[BallotOpened]) -> Workshop:
    """A new round of voting."""
    fact = entry.fact
    clause = workshop.clauses[fact.clause_id]
    new = Round(fact.round, fact.revision, fact.seal, entry.at, fact.closes_at, mode=fact.mode)
    return with_clause(workshop, replace(clause, rounds=(*clause.rounds, new)))


def cast(workshop: Workshop, entry: Recorded[BallotCast]) -> Workshop:
    """A vote, which replaces the same person's earlier one in this round."""
    clause = workshop.clauses[entry.fact.clause_id]
    ballot = Ballot(entry.actor, entry.at, entry.fact.stance, entry.fact.reason)
    return with_clause(workshop, _with_ballot(workshop, clause, ballot, entry.at))


def objection_lifted(workshop: Workshop, entry: Recorded[ObjectionLifted]) -> Workshop:
    """A disagreement that no longer stands in the way."""
    clause = workshop.clauses[entry.fact.clause_id]
    ballot = replace(clause.rounds[-1].ballots[entry.actor], lifted=True)
    return with_clause(workshop, _with_ballot(workshop, clause, ballot, entry.at))


def revealed(workshop: Workshop, entry: Recorded[BallotRevealed]) -> Workshop:
    """The result is for everybody to see."""
    clause = workshop.clauses[entry.fact.clause_id]
    return with_clause(workshop, _with_round(clause, replace(clause.rounds[-1], revealed_at=entry.at)))


def closed(workshop: Workshop, entry: Recorded[BallotClosed]) -> Workshop:
    """The voting is over."""
    clause = workshop.clauses[entry.fact.clause_id]
    return with_clause(workshop, _with_round(clause, replace(clause.rounds[-1], closed_at=entry.at)))


def completed(workshop: Workshop, at: datetime) -> Workshop:
    """The workshop after its voters changed: open rounds in which nobody else can vote now are complete."""
    for clause in workshop.clauses.values():
        round_ = clause.round
        if round_ is None or round_.complete_at is not None or not round_.open(at):
            continue
        if round_.ballots and _all_voted(workshop, round_.ballots):
            workshop = with_clause(workshop, _with_round(clause, replace(round_, complete_at=at)))
    return workshop


def _with_ballot(workshop: Workshop, clause: Clause, ballot: Ballot, at: datetime) -> Clause:
    ballots = {**clause.rounds[-1].ballots, ballot.by: ballot}
    complete_at = clause.rounds[-1].complete_at
    if complete_at is None and _all_voted(workshop, ballots):
        complete_at = at
    return _with_round(clause, replace(clause.rounds[-1], ballots=ballots, complete_at=complete_at))


def _all_voted(workshop: Workshop, ballots: Mapping[str, Ballot]) -> bool:
    return all(person.id in ballots for person in workshop.participants.values() if person.votes)


def _with_round(clause: Clause, latest: Round) -> Clause:
    return replace(clause, rounds=(*clause.rounds[:-1], latest))
