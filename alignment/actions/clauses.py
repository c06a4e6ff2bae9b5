"""Drafting: propose, revise, comment, leave out and bring back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from alignment.actions.action import WHILE_DRAFTING, By, Facts, action, built, next_id
from alignment.actions.ballots import VOTING_TIME, next_round
from alignment.clashes import alike, clash, refuse_clash
from alignment.clauses import Clause, Comment
from alignment.facts import (
    ClauseProposed,
    ClauseRestored,
    ClauseRevised,
    ClauseWithdrawn,
    CommentMade,
)
from alignment.narrowing import refuse_beyond
from alignment.people import Participant
from alignment.places import refuse_unknown_place
from alignment.refused import NotAllowed, NotNow, NotUnderstood, Overtaken, Refused
from alignment.workshop import Workshop
from definitions.contents import Content

MOST_CLAUSES = 500


@action(By.TEAM, WHILE_DRAFTING)
def propose_clause(workshop: Workshop, actor: Participant, content: Content, *, now: datetime) -> Facts:
    """A new clause, as a draft."""
    refuse_unknown_place(content)
    refuse_clash(workshop, content)
    room_for(workshop, 1)
    return (ClauseProposed(clause_id=next_id(workshop, "c"), content=content),)


@action(By.TEAM, WHILE_DRAFTING)
def propose_all(
    workshop: Workshop, actor: Participant, contents: Iterable[Content], *, now: datetime
) -> Facts:
    """Several new clauses at once; those that exist already by name are passed over."""
    fresh = _fresh(workshop, contents)
    if not fresh:
        raise NotNow("All of these are in the workshop already.")
    room_for(workshop, len(fresh))
    return tuple(
        ClauseProposed(clause_id=next_id(workshop, "c", ahead), content=content)
        for ahead, content in enumerate(fresh, start=1)
    )


@action(By.TEAM, WHILE_DRAFTING)
def revise_clause(
    workshop: Workshop,
    actor: Participant,
    clause_id: str,
    based_on: int,
    content: Content,
    note: str = "",
    *,
    now: datetime,
) -> Facts:
    """A new wording. If the present one is being or was voted on, a ballot opens; a draft stays one."""
    return revised(workshop, clause_id, based_on, content, note, now)


def revised(
    workshop: Workshop, clause_id: str, based_on: int, content: Content, note: str, now: datetime
) -> Facts:
    """The facts of a new wording of one clause; refused if it cannot be revised so."""
    clause = clause_to_change(workshop, clause_id)
    latest = clause.revisions[-1]
    if latest.number != based_on:
        raise Overtaken(
            f"{workshop.name_of(latest.by)} changed this clause while you were writing. Your text is kept "
            "here: compare it with the new wording and send it again if it still stands."
        )
    if content == clause.content:
        raise NotNow("Nothing changed: the wording is the same as before.")
    if content.kind != clause.kind:
        raise NotUnderstood(f"A {clause.kind} cannot become a {content.kind}. Propose that as a new clause.")
    refuse_unknown_place(content)
    refuse_clash(workshop, content, clause)
    number = latest.number + 1
    wording = built(ClauseRevised, clause_id=clause.id, revision=number, content=content, note=note)
    if not clause.rounds or (clause.round is None and clause.in_force is None):
        return (wording,)
    last = clause.rounds[-1]
    return (wording, next_round(clause, number, last.seal, now + VOTING_TIME, last.mode))


@action(By.TEAM, WHILE_DRAFTING)
def withdraw_clause(
    workshop: Workshop, actor: Participant, clause_id: str, reason: str = "", *, now: datetime
) -> Facts:
    """Leave a clause out: its author before anybody voted, or a facilitator at any time."""
    clause = clause_to_change(workshop, clause_id)
    voted = any(round_.ballots for round_ in clause.rounds)
    if not actor.facilitator and (clause.author != actor.id or voted):
        raise NotAllowed("Only its author, before anybody voted, or a facilitator can leave a clause out.")
    return (built(ClauseWithdrawn, clause_id=clause.id, reason=reason),)


@action(By.TEAM, WHILE_DRAFTING)
def restore_clause(workshop: Workshop, actor: Participant, clause_id: str, *, now: datetime) -> Facts:
    """Bring back a clause that was withdrawn, as a draft."""
    clause = existing(workshop, clause_id)
    if clause.withdrawn_reason is None:
        raise NotNow("This clause was not withdrawn.")
    if not actor.facilitator and clause.author != actor.id:
        raise NotAllowed("Only its author or a facilitator can bring a clause back.")
    refuse_beyond(workshop, clause.id)
    refuse_clash(workshop, clause.content, clause)
    return (ClauseRestored(clause_id=clause.id),)


@action(By.TEAM)
def comment(
    workshop: Workshop,
    actor: Participant,
    clause_id: str,
    text: str,
    reply_to: str | None = None,
    *,
    now: datetime,
) -> Facts:
    """Say something about a clause, or reply to a comment, which opens a resolved thread again."""
    clause = existing(workshop, clause_id)
    if not text.strip():
        raise NotUnderstood("Please write something first.")
    answered = comment_on(clause, reply_to) if reply_to is not None else None
    made = built(
        CommentMade,
        clause_id=clause.id,
        comment_id=next_id(workshop, "m"),
        text=text,
        reply_to=(answered.reply_to or answered.id) if answered is not None else None,
    )
    return (made,)


def comment_on(clause: Clause, comment_id: str) -> Comment:
    """The comment with this id; refused if the clause has none."""
    found = next((comment for comment in clause.comments if comment.id == comment_id), None)
    if found is None:
        raise NotUnderstood("There is no such comment on this clause.")
    return found


def existing(workshop: Workshop, clause_id: str) -> Clause:
    """The clause with this id; refused if there is none."""
    clause = workshop.clauses.get(clause_id)
    if clause is None:
        raise NotUnderstood("There is no such clause.")
    return clause


def clause_to_change(workshop: Workshop, clause_id: str) -> Clause:
    """The clause with this id; refused if it is left out or ruled on."""
    clause = existing(workshop, clause_id)
    refuse_beyond(workshop, clause.id)
    if clause.ruling is not None:
        raise NotNow("The decider has ruled on this clause. Ask the decider to reopen it.")
    if clause.left_out:
        raise NotNow("This clause is left out. Bring it back first.")
    return clause


def _fresh(workshop: Workshop, contents: Iterable[Content]) -> list[Content]:
    fresh: list[Content] = []
    for content in contents:
        if clash(workshop, content) is None and not any(alike(content, other) for other in fresh):
            fresh.append(content)
    return fresh


def room_for(workshop: Workshop, more: int) -> None:
    """Refuse more clauses than a workshop holds, and any in a draft of a few clauses."""
    refuse_beyond(workshop)
    if len(workshop.clauses) + more > MOST_CLAUSES:
        raise Refused(f"A workshop holds at most {MOST_CLAUSES} clauses, those that were left out included.")
