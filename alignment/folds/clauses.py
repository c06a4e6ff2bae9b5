"""What facts about clauses and rulings do to the workshop."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from alignment.clauses import Clause, Comment, Escalation, Revision, Ruling
from alignment.facts import (
    ClauseEscalated,
    ClauseProposed,
    ClauseReopened,
    ClauseRestored,
    ClauseRevised,
    ClauseWithdrawn,
    CommentMade,
    CommentResolved,
    Recorded,
    RulingMade,
)
from alignment.workshop import Workshop


def proposed(workshop: Workshop, entry: Recorded[ClauseProposed]) -> Workshop:
    """One more clause, as a draft."""
    author = entry.fact.words_of or entry.actor
    first = Revision(1, entry.fact.content, author, entry.at)
    return with_clause(workshop, Clause(entry.fact.clause_id, (first,)))


def revised(workshop: Workshop, entry: Recorded[ClauseRevised]) -> Workshop:
    """A new wording: what was said of the old one does not settle it any more."""
    fact = entry.fact
    clause = workshop.clauses[fact.clause_id]
    wording = Revision(fact.revision, fact.content, entry.actor, entry.at, fact.note)
    clause = replace(clause, revisions=(*clause.revisions, wording), escalation=None, in_force=None)
    return with_clause(workshop, clause)


def withdrawn(workshop: Workshop, entry: Recorded[ClauseWithdrawn]) -> Workshop:
    """The clause is left out."""
    clause = workshop.clauses[entry.fact.clause_id]
    return with_clause(workshop, replace(clause, withdrawn_reason=entry.fact.reason, in_force=None))


def restored(workshop: Workshop, entry: Recorded[ClauseRestored]) -> Workshop:
    """The clause is a draft again, with its wordings and comments; its rounds are over."""
    return with_clause(workshop, _fresh(workshop.clauses[entry.fact.clause_id], entry))


def commented(workshop: Workshop, entry: Recorded[CommentMade]) -> Workshop:
    """One more comment; a reply opens its thread again."""
    clause = workshop.clauses[entry.fact.clause_id]
    number = clause.revisions[-1].number
    fact = entry.fact
    made = Comment(fact.comment_id, entry.actor, entry.at, fact.text, number, fact.reply_to, entry.seq)
    clause = _resolved(clause, fact.reply_to, None)
    return with_clause(workshop, replace(clause, comments=(*clause.comments, made)))


def comment_resolved(workshop: Workshop, entry: Recorded[CommentResolved]) -> Workshop:
    """Nothing more is asked of anybody in a thread."""
    clause = workshop.clauses[entry.fact.clause_id]
    return with_clause(workshop, _resolved(clause, entry.fact.comment_id, entry.actor))


def _resolved(clause: Clause, comment_id: str | None, by: str | None) -> Clause:
    """The clause with one thread resolved by somebody, or open again."""
    comments = (replace(c, resolved_by=by) if c.id == comment_id else c for c in clause.comments)
    return replace(clause, comments=tuple(comments))


def escalated(workshop: Workshop, entry: Recorded[ClauseEscalated]) -> Workshop:
    """The clause waits for the decider."""
    clause = workshop.clauses[entry.fact.clause_id]
    escalation = Escalation(entry.actor, entry.at, entry.fact.note)
    return with_clause(
        workshop, replace(clause, escalation=escalation, times_escalated=clause.times_escalated + 1)
    )


def ruled(workshop: Workshop, entry: Recorded[RulingMade]) -> Workshop:
    """The decider's word settles the clause; voting is over."""
    fact = entry.fact
    clause = workshop.clauses[fact.clause_id]
    ruling = Ruling(entry.actor, entry.at, fact.outcome, fact.revision, fact.reason)
    return with_clause(workshop, replace(_voting_over(clause, entry), ruling=ruling))


def reopened(workshop: Workshop, entry: Recorded[ClauseReopened]) -> Workshop:
    """The ruling is taken back."""
    return with_clause(workshop, _fresh(workshop.clauses[entry.fact.clause_id], entry))


def _fresh(clause: Clause, entry: Recorded[ClauseRestored] | Recorded[ClauseReopened]) -> Clause:
    """The clause as a draft, in the words of whoever brought it back."""
    clause = on_the_table(clause, entry.at)
    *before, wording = clause.revisions
    return replace(clause, revisions=(*before, replace(wording, by=entry.actor)))


def on_the_table(clause: Clause, at: datetime) -> Clause:
    """The clause as a draft: its present wording becomes the newest, for a ballot of its own."""
    now = clause.revision
    wording = replace(now, number=clause.revisions[-1].number + 1, at=at)
    return replace(
        clause,
        revisions=(*clause.revisions, wording),
        escalation=None,
        ruling=None,
        withdrawn_reason=None,
        in_force=None,
        past_rounds=len(clause.rounds),
    )


def _voting_over(clause: Clause, entry: Recorded[RulingMade]) -> Clause:
    if not clause.rounds or clause.rounds[-1].closed_at is not None:
        return clause
    return replace(clause, rounds=(*clause.rounds[:-1], replace(clause.rounds[-1], closed_at=entry.at)))


def with_clause(workshop: Workshop, clause: Clause) -> Workshop:
    """The workshop with one clause as given."""
    return replace(workshop, clauses={**workshop.clauses, clause.id: clause})
