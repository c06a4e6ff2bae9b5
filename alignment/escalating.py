"""Clauses before the decider: put there by a facilitator, or by two rounds that ended without agreement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alignment.calendars import agreed_hours
from alignment.clauses import Clause, Status
from alignment.people import Participant
from alignment.rounds import Round
from alignment.standing import result, status
from alignment.workshop import Workshop
from definitions.business_days import after_business_days

ROUNDS = 2
"""How many rounds the teams have before a clause goes to the decider by itself."""
DAYS_TO_RULE = 3
"""Business days that the decider has, by the calendar of the handoff where one is agreed."""


@dataclass(frozen=True)
class BeforeDecider:
    """A clause that waits for the decider; ``by`` is ``None`` if it went there by itself."""

    since: datetime
    due: datetime
    by: str | None = None
    note: str = ""

    def overdue(self, now: datetime) -> bool:
        """Whether the decider's time is over."""
        return now > self.due


@dataclass(frozen=True)
class EscalationRate:
    """How many clauses ever came before the decider, of those that were voted on."""

    escalated: int
    voted: int

    @property
    def share(self) -> float | None:
        """The rate, 0 to 1; ``None`` before anything was voted on."""
        return self.escalated / self.voted if self.voted else None


def before_decider(workshop: Workshop, clause: Clause, now: datetime) -> BeforeDecider | None:
    """Since when, and until when, a disputed clause waits for the decider; ``None`` if it does not."""
    if status(workshop, clause, now) is not Status.DISPUTED:
        return None
    given = clause.escalation
    if given is not None:
        return BeforeDecider(given.at, _due(workshop, given.at, now), given.by, given.note)
    failed = _failed(workshop, clause, clause.rounds[clause.past_rounds :])
    if len(failed) < ROUNDS or failed[-1] is not clause.round:
        return None
    since = failed[-1].decided_at
    return BeforeDecider(since, _due(workshop, since, now))


def _due(workshop: Workshop, since: datetime, now: datetime) -> datetime:
    return after_business_days(since, DAYS_TO_RULE, agreed_hours(workshop, now))


def _failed(workshop: Workshop, clause: Clause, rounds: tuple[Round, ...]) -> list[Round]:
    """Rounds that ended without agreement, the latest included; one that a new wording cut short did not."""
    following = (*clause.rounds[1:], None)
    ended = [
        round_
        for round_, after in zip(clause.rounds, following, strict=True)
        if after is None or round_.decided(after.opened_at)
    ]
    return [round_ for round_ in ended if round_ in rounds and not result(workshop, round_).met]


def escalation_rate(workshop: Workshop, now: datetime) -> EscalationRate:
    """How often clauses came before the decider, those included that were settled since."""
    voted = [c for c in workshop.clauses.values() if any(round_.ballots for round_ in c.rounds)]
    return EscalationRate(sum(_ever_escalated(workshop, clause, now) for clause in voted), len(voted))


def _ever_escalated(workshop: Workshop, clause: Clause, now: datetime) -> bool:
    if clause.times_escalated or before_decider(workshop, clause, now):
        return True
    ended = clause.rounds if clause.round and clause.round.decided(now) else clause.rounds[:-1]
    return len(_failed(workshop, clause, ended)) >= ROUNDS


def affected(workshop: Workshop, clause: Clause) -> tuple[Participant, ...]:
    """Those whom the end of a dispute concerns: who wrote, voted on or discussed the clause."""
    writers = {revision.by for revision in clause.revisions}
    voters = {person for round_ in clause.rounds for person in round_.ballots}
    speakers = {comment.by for comment in clause.comments}
    return tuple(person for person in workshop.people if person.id in writers | voters | speakers)
