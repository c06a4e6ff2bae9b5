"""What happens to disputed clauses: escalate, rule, reopen."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, built
from alignment.actions.clauses import clause_to_change, existing
from alignment.clashes import refuse_clash
from alignment.clauses import Status
from alignment.escalating import before_decider
from alignment.facts import ClauseEscalated, ClauseReopened, RulingMade
from alignment.narrowing import refuse_beyond
from alignment.outcomes import Outcome
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.standing import status
from alignment.workshop import Workshop


@action(By.FACILITATOR, WHILE_DRAFTING)
def escalate(
    workshop: Workshop, actor: Participant, clause_id: str, note: str = "", *, now: datetime
) -> Facts:
    """Put a disputed clause before the decider."""
    clause = clause_to_change(workshop, clause_id)
    if clause.escalation is not None:
        raise NotNow("This clause is before the decider already.")
    if status(workshop, clause, now) is not Status.DISPUTED:
        raise NotNow("Only a disputed clause goes to the decider: let the teams vote first.")
    if workshop.decider is None:
        raise Refused("There is no decider yet. Name one on the people page first.")
    return (built(ClauseEscalated, clause_id=clause.id, note=note),)


@action(By.DECIDER, WHILE_DRAFTING)
def rule(
    workshop: Workshop,
    actor: Participant,
    clause_id: str,
    outcome: Outcome | None,
    revision: int,
    reason: str,
    *,
    now: datetime,
) -> Facts:
    """Settle a clause before the decider: the wording of one revision stands, or it is left out."""
    clause = clause_to_change(workshop, clause_id)
    if clause.escalation is None and before_decider(workshop, clause, now) is None:
        raise NotNow("This clause is not before the decider.")
    if status(workshop, clause, now) is not Status.DISPUTED:
        raise NotNow("The teams agree on this clause by now: there is nothing to rule on.")
    if outcome is None:
        raise NotUnderstood("Please choose a ruling first.")
    if not reason.strip():
        raise NotUnderstood("A ruling needs a reason, for those who see it otherwise.")
    if not 1 <= revision <= len(clause.revisions):
        raise NotUnderstood("There is no such wording of this clause.")
    if outcome is Outcome.STANDS:
        refuse_clash(workshop, clause.revisions[revision - 1].content, clause)
    return (built(RulingMade, clause_id=clause.id, outcome=outcome, revision=revision, reason=reason),)


@action(By.DECIDER, WHILE_DRAFTING)
def reopen(
    workshop: Workshop, actor: Participant, clause_id: str, reason: str = "", *, now: datetime
) -> Facts:
    """Take a ruling back; the clause is a draft again."""
    clause = existing(workshop, clause_id)
    if clause.ruling is None:
        raise NotNow("There is no ruling on this clause.")
    refuse_beyond(workshop, clause.id)
    refuse_clash(workshop, clause.content, clause)
    return (built(ClauseReopened, clause_id=clause.id, reason=reason),)
