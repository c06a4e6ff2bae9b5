"""Discussing: resolve a thread, and catch up with what is new. Comments are made in ``clauses``."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action
from alignment.actions.clauses import comment_on, existing
from alignment.facts import CaughtUp, CommentResolved
from alignment.people import Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.workshop import Workshop


@action(By.TEAM)
def resolve_comment(
    workshop: Workshop, actor: Participant, clause_id: str, comment_id: str, *, now: datetime
) -> Facts:
    """Mark a thread as resolved: who began it, the clause's author, or a facilitator."""
    clause = existing(workshop, clause_id)
    first = comment_on(clause, comment_id)
    if first.reply_to is not None:
        raise NotUnderstood("A reply is resolved together with the comment that it answers.")
    if not actor.facilitator and actor.id not in (first.by, clause.author):
        raise NotAllowed("Only who began it, the clause's author or a facilitator can resolve this.")
    if first.resolved_by is not None:
        raise NotNow("This is resolved already.")
    return (CommentResolved(clause_id=clause.id, comment_id=first.id),)


@action(By.MEMBER)
def catch_up(workshop: Workshop, actor: Participant, upto: int, *, now: datetime) -> Facts:
    """Note that one has read what others did, up to the head one has seen; refused if nothing was new.

    So the record grows only when it changes what is new to somebody. Pages do this by a button, or once a
    visit; never at each rerun.
    """
    if not 0 < upto <= workshop.head:
        raise NotUnderstood("The record does not go that far.")
    since = workshop.caught_up.get(actor.id, 0)
    others = (seq for who, seq in workshop.latest_news.items() if who != actor.id)
    if upto <= since or not any(seq > since for seq in others):
        raise NotNow("Nothing is new since you last looked.")
    return (CaughtUp(upto=upto),)
