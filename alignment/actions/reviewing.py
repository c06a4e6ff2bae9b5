"""Reviewing a frozen text before it is signed: let it pass, or send it back."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.action import By, Facts, action, built
from alignment.actions.definition import WHILE_FROZEN, text_before
from alignment.drafts import Frozen
from alignment.facts import DraftReviewed, DraftSentBack
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop


@action(By.REVIEWER, WHILE_FROZEN)
def review_draft(
    workshop: Workshop, actor: Participant, text_sha256: str, note: str = "", *, now: datetime
) -> Facts:
    """Say that one has reviewed the text; after the last review it can be signed."""
    draft = _awaiting(workshop, actor, text_sha256, now)
    return (built(DraftReviewed, version=draft.version, sha256=draft.sha256, note=note),)


@action(By.REVIEWER, WHILE_FROZEN)
def send_back(
    workshop: Workshop, actor: Participant, text_sha256: str, reason: str, *, now: datetime
) -> Facts:
    """Do not let the text pass, and say why; the draft is on the table again."""
    draft = _awaiting(workshop, actor, text_sha256, now)
    if not reason.strip():
        raise NotUnderstood("Sending it back needs a reason, so that the others know what to change.")
    return (built(DraftSentBack, version=draft.version, sha256=draft.sha256, reason=reason),)


def _awaiting(workshop: Workshop, actor: Participant, text_sha256: str, now: datetime) -> Frozen:
    draft = text_before(workshop, text_sha256, now)
    if actor.id in draft.reviews:
        raise NotNow("You have reviewed this text already.")
    return draft
