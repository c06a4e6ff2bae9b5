"""The written definition: freeze, take back, sign, decline, open a new draft, share."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from alignment.actions.action import ANY_TIME, WHILE_DRAFTING, By, Facts, action, built
from alignment.composing import document, frozen_document
from alignment.drafts import Frozen
from alignment.facts import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftThawed,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.golden_runs import blocking
from alignment.people import VOTING_TEAMS, Participant
from alignment.refused import NotNow, NotUnderstood, Refused
from alignment.sharing import Sharing
from alignment.standing import unsettled
from alignment.workshop import Phase, Workshop
from definitions.document import scorecard, sha256
from definitions.texts import same_name

WHILE_FROZEN = frozenset({Phase.FROZEN})
WHILE_PUBLISHED = frozenset({Phase.PUBLISHED})


@action(By.FACILITATOR, WHILE_DRAFTING)
def freeze(workshop: Workshop, actor: Participant, signatories: Collection[str], *, now: datetime) -> Facts:
    """Fix the text for signing, once every clause is agreed, ruled or left out."""
    waiting = unsettled(workshop, now)
    if waiting:
        verb = "is" if len(waiting) == 1 else "are"
        names = ", ".join(clause.name for clause in waiting[:5])
        raise NotNow(
            f"Not every clause is settled: {names}{' …' if len(waiting) > 5 else ''} {verb} still open."
        )
    signers = _signers(workshop, signatories)
    text = document(workshop, signers, now)
    card = scorecard(text)
    if card.threshold.qualified_from > card.highest:
        raise NotNow(
            f"No lead could ever qualify: the threshold is {card.threshold.qualified_from} points, and the "
            f"criteria give at most {card.highest}."
        )
    for flipped in blocking(workshop, card):
        raise NotNow(flipped.sentence)
    frozen = DraftFrozen(
        version=workshop.version,
        document=text.model_dump(mode="json"),
        sha256=sha256(text),
        signatories=tuple(person.id for person in signers),
    )
    return (frozen,)


def _signers(workshop: Workshop, chosen: Collection[str]) -> list[Participant]:
    """Those who must sign, in the order of joining: at least one a team, and the decider."""
    if workshop.decider is None:
        raise Refused("There is no decider yet. Name one on the people page first.")
    signers = [p for p in workshop.voters() if p.id in chosen or p.id == workshop.decider.id]
    for team in VOTING_TEAMS:
        if not any(person.team is team for person in signers):
            raise NotUnderstood(f"Somebody must sign for {team.value}. Choose at least one person a team.")
    return signers


@action(By.FACILITATOR, WHILE_FROZEN)
def thaw(workshop: Workshop, actor: Participant, reason: str, *, now: datetime) -> Facts:
    """Take a frozen draft back to the table; signatures given to it lapse."""
    draft = _frozen(workshop)
    if not reason.strip():
        raise NotUnderstood("Say why the draft is taken back; those who signed will read it.")
    return (built(DraftThawed, version=draft.version, reason=reason),)


@action(By.SIGNATORY, WHILE_FROZEN)
def sign(
    workshop: Workshop, actor: Participant, text_sha256: str, typed_name: str, *, now: datetime
) -> Facts:
    """Type one's name under the statement. The last signature publishes the definition."""
    draft = _awaiting(workshop, actor, text_sha256)
    if not same_name(typed_name, actor.name):
        raise NotUnderstood(f"Please type your name as it stands here: {actor.name}.")
    words = next(s.statement for s in frozen_document(draft).signers if s.person_id == actor.id)
    signature = built(
        SignatureGiven, version=draft.version, sha256=draft.sha256, typed_name=typed_name, statement=words
    )
    if draft.missing == (actor.id,):
        return (signature, DefinitionPublished(version=draft.version, sha256=draft.sha256))
    return (signature,)


@action(By.SIGNATORY, WHILE_FROZEN)
def decline(workshop: Workshop, actor: Participant, text_sha256: str, reason: str, *, now: datetime) -> Facts:
    """Do not sign, and say why; the draft is on the table again."""
    draft = _awaiting(workshop, actor, text_sha256)
    if not reason.strip():
        raise NotUnderstood("Declining needs a reason, so that the others know what to change.")
    return (built(SignatureDeclined, version=draft.version, sha256=draft.sha256, reason=reason),)


@action(By.FACILITATOR, WHILE_PUBLISHED)
def open_draft(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Begin the next version from the one in force, which stays in force until the next is signed."""
    return (DraftOpened(version=len(workshop.published) + 1),)


@action(By.FACILITATOR, ANY_TIME)
def share(workshop: Workshop, actor: Participant, sharing: Sharing, *, now: datetime) -> Facts:
    """Choose who may read the published definition."""
    if sharing is workshop.sharing:
        raise NotNow("That is so already.")
    return (SharingChanged(sharing=sharing),)


def _frozen(workshop: Workshop) -> Frozen:
    if workshop.frozen is None:
        raise NotNow("There is no frozen draft now.")
    return workshop.frozen


def _awaiting(workshop: Workshop, actor: Participant, text_sha256: str) -> Frozen:
    draft = _frozen(workshop)
    if text_sha256 != draft.sha256:
        raise NotNow("The text has changed since you opened it. Read the new one first.")
    if actor.id in draft.signatures:
        raise NotNow("You have signed this text already.")
    return draft
