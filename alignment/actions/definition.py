"""The written definition: freeze, take back, sign, decline, open a new draft, share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from alignment.actions.action import ANY_TIME, WHILE_DRAFTING, By, Facts, action, built
from alignment.challenging import in_force
from alignment.composing import document, frozen_document
from alignment.drafts import Frozen
from alignment.facts import (
    DefinitionPublished,
    DraftFrozen,
    DraftOpened,
    DraftThawed,
    DraftWidened,
    RequestRenewed,
    SharingChanged,
    SignatureDeclined,
    SignatureGiven,
)
from alignment.golden_runs import blocking
from alignment.people import Participant
from alignment.refused import NotNow, NotUnderstood
from alignment.requests import DAYS_TO_SIGN, EXPIRED, expiry, not_yet, reviewers_of, signers_of
from alignment.sharing import Sharing
from alignment.standing import unsettled
from alignment.workshop import Phase, Workshop
from definitions.document import scorecard, sha256
from definitions.evidence import Measured
from definitions.scorecard import Scorecard
from definitions.texts import same_name

WHILE_FROZEN = frozenset({Phase.FROZEN})
WHILE_PUBLISHED = frozenset({Phase.PUBLISHED})


@action(By.FACILITATOR, WHILE_DRAFTING)
def freeze(
    workshop: Workshop,
    actor: Participant,
    signatories: Sequence[str],
    measured: Measured | None = None,
    *,
    reviewers: Collection[str] = (),
    in_order: bool = False,
    days: int | None = DAYS_TO_SIGN,
    now: datetime,
) -> Facts:
    """Fix the text for signing, once every clause is agreed, ruled or left out.

    ``measured``: the evidence from a lead set of the workshop, which is enclosed and signed with the rest.
    ``in_order``: they sign as they are named, the decider last if not named. ``days``: how long reviews and
    signatures are asked for; ``None``: without an end.
    """
    _refuse_unsettled(workshop, now)
    signers = signers_of(workshop, signatories, in_order)
    text = document(workshop, signers, now)
    card = scorecard(text)
    _refuse_scorecard(workshop, card)
    if measured is not None:
        _check_evidence(workshop, measured, card)
        text = text.model_copy(update={"evidence": measured.evidence})
    frozen = DraftFrozen(
        version=workshop.version,
        document=text.model_dump(mode="json"),
        sha256=sha256(text),
        signatories=tuple(person.id for person in signers),
        reviewers=reviewers_of(workshop, reviewers),
        in_order=in_order,
        expires_at=expiry(days, now),
    )
    return (frozen,)


def _refuse_unsettled(workshop: Workshop, now: datetime) -> None:
    """Every clause must be settled before the text is fixed."""
    waiting = unsettled(workshop, now)
    if waiting:
        verb = "is" if len(waiting) == 1 else "are"
        names = ", ".join(clause.name for clause in waiting[:5])
        raise NotNow(
            f"Not every clause is settled: {names}{' …' if len(waiting) > 5 else ''} {verb} still open."
        )


def _refuse_scorecard(workshop: Workshop, card: Scorecard) -> None:
    """Some lead must be able to qualify, and the golden leads must be judged as expected."""
    if card.threshold.qualified_from > card.highest:
        raise NotNow(
            f"No lead could ever qualify: the threshold is {card.threshold.qualified_from} points, and the "
            f"criteria give at most {card.highest}."
        )
    for flipped in blocking(workshop, card):
        raise NotNow(flipped.sentence)


def _check_evidence(workshop: Workshop, measured: Measured, card: Scorecard) -> None:
    """Evidence is for the scorecard that is frozen, and from leads that are here."""
    entry = workshop.lead_sets.get(measured.evidence.sha256)
    if entry is None or entry.fact.name != measured.evidence.lead_set:
        raise NotNow("The leads that the evidence is from are not in this workshop any more. Try again.")
    if measured.scorecard != card:
        raise NotNow("The scorecard has changed since the evidence was counted. Look at the text again.")


@action(By.FACILITATOR, WHILE_FROZEN)
def renew_request(workshop: Workshop, actor: Participant, days: int | None, *, now: datetime) -> Facts:
    """Ask for the missing reviews and signatures for some more days; ``None``: without an end."""
    return (RequestRenewed(version=frozen_now(workshop).version, expires_at=expiry(days, now)),)


@action(By.FACILITATOR, WHILE_FROZEN)
def thaw(workshop: Workshop, actor: Participant, reason: str, *, now: datetime) -> Facts:
    """Take a frozen draft back to the table; signatures given to it lapse."""
    draft = frozen_now(workshop)
    if not reason.strip():
        raise NotUnderstood("Say why the draft is taken back; those who signed will read it.")
    return (built(DraftThawed, version=draft.version, reason=reason),)


@action(By.SIGNATORY, WHILE_FROZEN)
def sign(
    workshop: Workshop, actor: Participant, text_sha256: str, typed_name: str, *, now: datetime
) -> Facts:
    """Type one's name under the statement. The last signature publishes the definition."""
    draft = _awaiting(workshop, actor, text_sha256, now)
    why_not = not_yet(workshop, draft, actor)
    if why_not is not None:
        raise NotNow(why_not)
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
    draft = _awaiting(workshop, actor, text_sha256, now)
    if not reason.strip():
        raise NotUnderstood("Declining needs a reason, so that the others know what to change.")
    return (built(SignatureDeclined, version=draft.version, sha256=draft.sha256, reason=reason),)


@action(By.FACILITATOR, WHILE_PUBLISHED)
def open_draft(
    workshop: Workshop, actor: Participant, clauses: Sequence[str] = (), note: str = "", *, now: datetime
) -> Facts:
    """Begin the next version from the one in force, which stays in force until the next is signed.

    With ``clauses`` only those are on the table again; without, the whole text.
    """
    for clause_id in clauses:
        in_force(workshop, clause_id)
    only = tuple(dict.fromkeys(clauses))
    return (built(DraftOpened, version=len(workshop.published) + 1, clauses=only, note=note),)


@action(By.FACILITATOR, WHILE_DRAFTING)
def widen_draft(workshop: Workshop, actor: Participant, *, now: datetime) -> Facts:
    """Let every clause change in a draft that was opened for a few."""
    if not workshop.only:
        raise NotNow("This draft is of the whole text already.")
    return (DraftWidened(version=workshop.version),)


@action(By.FACILITATOR, ANY_TIME)
def share(workshop: Workshop, actor: Participant, sharing: Sharing, *, now: datetime) -> Facts:
    """Choose who may read the published definition."""
    if sharing is workshop.sharing:
        raise NotNow("That is so already.")
    return (SharingChanged(sharing=sharing),)


def frozen_now(workshop: Workshop) -> Frozen:
    """The draft that is frozen now; refused if there is none."""
    if workshop.frozen is None:
        raise NotNow("There is no frozen draft now.")
    return workshop.frozen


def text_before(workshop: Workshop, text_sha256: str, now: datetime) -> Frozen:
    """The frozen draft, if it is the text that somebody has before them and is still asked about."""
    draft = frozen_now(workshop)
    if text_sha256 != draft.sha256:
        raise NotNow("The text has changed since you opened it. Read the new one first.")
    if draft.expired(now):
        raise NotNow(EXPIRED)
    return draft


def _awaiting(workshop: Workshop, actor: Participant, text_sha256: str, now: datetime) -> Frozen:
    draft = text_before(workshop, text_sha256, now)
    if actor.id in draft.signatures:
        raise NotNow("You have signed this text already.")
    return draft
