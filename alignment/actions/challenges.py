"""Challenging clauses of the definition in force; enough challenges open a draft of those clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.actions.definition import WHILE_PUBLISHED
from alignment.challenges import Challenge, OutOfBand
from alignment.challenging import because, challenged_enough, in_force, own
from alignment.clauses import Clause
from alignment.facts import (
    ChallengeAnswered,
    ChallengeWithdrawn,
    ClauseChallenged,
    DraftOpened,
    FiguresChallenged,
    Recorded,
)
from alignment.folding import step
from alignment.people import Participant
from alignment.refused import NotAllowed, NotNow, NotUnderstood
from alignment.workshop import Phase, Workshop


@action(By.VOTER, WHILE_PUBLISHED)
def challenge(workshop: Workshop, actor: Participant, clause_id: str, reason: str, *, now: datetime) -> Facts:
    """Say why a clause in force is wrong. With enough people's challenges the next draft opens."""
    if not clause_id:
        raise NotUnderstood("Please choose a clause first.")
    clause = in_force(workshop, clause_id)
    if own(workshop, clause.id, actor) is not None:
        raise NotNow("You challenge this clause already. Withdraw that challenge to make another.")
    if not reason.strip():
        raise NotUnderstood("A challenge needs a reason, so that the others can judge it.")
    made = built(ClauseChallenged, **_about(workshop, clause), reason=reason)
    return _with_draft(workshop, (made,), actor.id, now)


def challenge_by_figures(
    workshop: Workshop,
    actor: str | None,
    clause_id: str,
    sentence: str,
    figures: Mapping[str, str],
    key: str,
    *,
    now: datetime,
) -> Facts:
    """What a trip-wire does: figures out of their band challenge a clause, once a ``key``.

    Nobody's wish and so nobody's right: the server calls it. By itself it opens a draft of the clause.
    """
    return challenge_by_all_figures(workshop, actor, (OutOfBand(clause_id, sentence, figures, key),), now=now)


def challenge_by_all_figures(
    workshop: Workshop, actor: str | None, found: Sequence[OutOfBand], *, now: datetime
) -> Facts:
    """What several trip-wires do at once: one draft opens, of all the clauses they challenge."""
    made: Facts = ()
    keys: set[str] = set()
    for each in found:
        clause = in_force(workshop, each.clause_id)
        if tripped(workshop, each.key) or each.key in keys:
            continue
        keys.add(each.key)
        about = {**_about(workshop, clause), "challenge_id": next_id(workshop, "x", len(made) + 1)}
        values = tuple(each.figures.items())
        fact = built(FiguresChallenged, **about, key=each.key, sentence=each.sentence, figures=values)
        made = (*made, fact)
    if not made:
        raise NotNow("These figures have challenged the clause already.")
    return _with_draft(workshop, made, "", now)


def tripped(workshop: Workshop, key: str) -> bool:
    """Whether a trip-wire has challenged a clause under this key already."""
    return any(challenge.key == key for challenge in workshop.challenges.values() if challenge.by_figures)


@action(By.MEMBER)
def withdraw_challenge(workshop: Workshop, actor: Participant, challenge_id: str, *, now: datetime) -> Facts:
    """Take one's own challenge back."""
    found = _open(workshop, challenge_id)
    if found.by != actor.id:
        raise NotAllowed("Only who made a challenge can withdraw it.")
    return (ChallengeWithdrawn(challenge_id=found.id, clause_id=found.clause_id),)


@action(By.FACILITATOR)
def answer_challenge(
    workshop: Workshop, actor: Participant, challenge_id: str, answer: str, *, now: datetime
) -> Facts:
    """Close a challenge with an answer; the clause stays as it is."""
    found = _open(workshop, challenge_id)
    if not answer.strip():
        raise NotUnderstood("Say why the clause stays as it is; whoever challenged it will read it.")
    return (built(ChallengeAnswered, challenge_id=found.id, clause_id=found.clause_id, answer=answer),)


def _about(workshop: Workshop, clause: Clause) -> dict[str, object]:
    version = len(workshop.published)
    return {"challenge_id": next_id(workshop, "x"), "clause_id": clause.id, "version": version}


def _with_draft(workshop: Workshop, made: Facts, by: str, now: datetime) -> Facts:
    """Challenges and, if they are those that were missing, the draft that they open."""
    after = workshop
    for fact in made:
        after = step(workshop.id, after, Recorded(after.head + 1, now, by, fact))
    clauses = challenged_enough(after)
    if not clauses or workshop.phase is not Phase.PUBLISHED:
        return made
    note = because(after, clauses)
    return (*made, DraftOpened(version=len(workshop.published) + 1, clauses=clauses, note=note))


def _open(workshop: Workshop, challenge_id: str) -> Challenge:
    found = workshop.challenges.get(challenge_id)
    if found is None:
        raise NotUnderstood("There is no such challenge.")
    if not found.open:
        raise NotNow("This challenge is closed already.")
    return found
