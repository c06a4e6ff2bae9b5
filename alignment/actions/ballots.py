"""Voting: open, cast, lift an objection, reveal and close."""

from __future__ import annotations

from datetime import datetime, timedelta

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, built
from alignment.clauses import Clause
from alignment.escalating import before_decider
from alignment.facts import BallotCast, BallotClosed, BallotOpened, BallotRevealed, ObjectionLifted
from alignment.people import Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.rounds import Round
from alignment.stances import Mode, Seal, Stance
from alignment.standing import beyond_voting
from alignment.workshop import Workshop
from definitions.texts import tidy

VOTING_TIME = timedelta(days=7)
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=90)


@action(By.TEAM, WHILE_DRAFTING)
def open_ballot(
    workshop: Workshop,
    actor: Participant,
    clause_id: str,
    seal: Seal = Seal.UNTIL_VOTED,
    lasting: timedelta = VOTING_TIME,
    mode: Mode = Mode.APPROVAL,
    *,
    now: datetime,
) -> Facts:
    """Begin voting on a clause's present wording, for days or minutes: its author or a facilitator."""
    clause = _votable(workshop, clause_id)
    if not actor.facilitator and clause.author != actor.id:
        raise NotAllowed("Only its author or a facilitator can open the ballot on a clause.")
    if seal is Seal.UNTIL_REVEAL and not actor.facilitator:
        raise NotAllowed("Only a facilitator can seal a ballot until the reveal.")
    if clause.round is not None and clause.round.open(now):
        raise NotNow("The ballot on this clause is open already.")
    if clause.escalation is not None:
        raise NotNow("This clause is before the decider. A new wording takes it back to the teams.")
    if not actor.facilitator and before_decider(workshop, clause, now) is not None:
        raise NotNow("Two rounds brought no agreement. A facilitator can open another, or you revise it.")
    return (next_round(clause, clause.revisions[-1].number, seal, _end(now, lasting), mode),)


@action(By.FACILITATOR, WHILE_DRAFTING)
def open_all_ballots(
    workshop: Workshop,
    actor: Participant,
    seal: Seal = Seal.UNTIL_VOTED,
    lasting: timedelta = VOTING_TIME,
    mode: Mode = Mode.APPROVAL,
    *,
    now: datetime,
) -> Facts:
    """Begin voting on every clause that is still a draft."""
    drafts = [c for c in workshop.clauses.values() if not beyond_voting(c) and c.round is None]
    if not drafts:
        raise NotNow("There is no draft clause to vote on.")
    end = _end(now, lasting)
    return tuple(next_round(clause, clause.revisions[-1].number, seal, end, mode) for clause in drafts)


def next_round(
    clause: Clause, revision: int, seal: Seal, closes_at: datetime, mode: Mode = Mode.APPROVAL
) -> BallotOpened:
    """The fact that opens a clause's next round of voting."""
    number = len(clause.rounds) + 1
    return BallotOpened(
        clause_id=clause.id, round=number, revision=revision, seal=seal, closes_at=closes_at, mode=mode
    )


def _end(now: datetime, lasting: timedelta) -> datetime:
    if not SHORTEST <= lasting <= LONGEST:
        raise NotUnderstood(f"A ballot is open for one minute at least and {LONGEST.days} days at most.")
    return now + lasting


@action(By.VOTER, WHILE_DRAFTING)
def cast_ballot(
    workshop: Workshop,
    actor: Participant,
    clause_id: str,
    stance: Stance | None,
    reason: str = "",
    revision: int | None = None,
    *,
    now: datetime,
) -> Facts:
    """Vote, or change a vote. Disagreeing needs a reason.

    ``revision`` is the wording the voter had before them; a vote on one that has changed since is refused.
    """
    clause, round_ = _open_round(workshop, clause_id, now)
    if stance is None:
        raise NotUnderstood("Please choose how you vote first.")
    if revision is not None and revision != round_.revision:
        raise NotNow("The wording has just changed. Read the new one, then vote.")
    if stance is Stance.DISAGREE and not tidy(reason):
        raise NotUnderstood("Disagreeing needs a reason, so that the others can answer it.")
    before = round_.ballots.get(actor.id)
    if before is not None and (before.stance, before.reason, before.lifted) == (stance, tidy(reason), False):
        raise NotNow("That is how you voted already.")
    return (built(BallotCast, clause_id=clause.id, round=round_.number, stance=stance, reason=reason),)


@action(By.VOTER, WHILE_DRAFTING)
def lift_objection(workshop: Workshop, actor: Participant, clause_id: str, *, now: datetime) -> Facts:
    """Go on disagreeing, on record, without standing in the way."""
    clause, round_ = _open_round(workshop, clause_id, now)
    ballot = round_.ballots.get(actor.id)
    if ballot is None or not ballot.objects:
        raise NotNow("You have no open objection to this clause.")
    return (ObjectionLifted(clause_id=clause.id, round=round_.number),)


@action(By.FACILITATOR, WHILE_DRAFTING)
def reveal_ballot(workshop: Workshop, actor: Participant, clause_id: str, *, now: datetime) -> Facts:
    """Show a sealed result to everybody; votes may still change until the ballot closes."""
    clause, round_ = _open_round(workshop, clause_id, now)
    if round_.unsealed(now):
        raise NotNow("This result is for everybody to see already.")
    return (BallotRevealed(clause_id=clause.id, round=round_.number),)


@action(By.FACILITATOR, WHILE_DRAFTING)
def close_ballot(workshop: Workshop, actor: Participant, clause_id: str, *, now: datetime) -> Facts:
    """End the voting on a clause; the result counts as it stands."""
    clause, round_ = _open_round(workshop, clause_id, now)
    return (BallotClosed(clause_id=clause.id, round=round_.number),)


def _open_round(workshop: Workshop, clause_id: str, now: datetime) -> tuple[Clause, Round]:
    clause = _votable(workshop, clause_id)
    if clause.round is None or not clause.round.open(now):
        raise NotNow("The ballot on this clause is not open.")
    return clause, clause.round


def _votable(workshop: Workshop, clause_id: str) -> Clause:
    clause = workshop.clauses.get(clause_id)
    if clause is None:
        raise NotUnderstood("There is no such clause.")
    if beyond_voting(clause):
        raise NotNow("This clause is settled; there is nothing to vote on.")
    return clause
