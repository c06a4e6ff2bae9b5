"""A request to review and sign a frozen text: who is asked until when, and whose turn it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from alignment.drafts import Frozen
from alignment.people import VOTING_TEAMS, Participant
from alignment.refused import NotUnderstood, Refused
from alignment.workshop import Workshop
from definitions.phrases import listed

DAYS_TO_SIGN, MOST_DAYS = 14, 365
EXPIRED = "The time to review and sign is over. A facilitator can renew the request or take the draft back."


def signers_of(workshop: Workshop, chosen: Sequence[str], in_order: bool) -> list[Participant]:
    """Those who must sign, as chosen or in the order of joining: at least one a team, and the decider."""
    if workshop.decider is None:
        raise Refused("There is no decider yet. Name one on the people page first.")
    signers = [p for p in workshop.voters() if p.id in chosen or p.id == workshop.decider.id]
    for team in VOTING_TEAMS:
        if not any(person.team is team for person in signers):
            raise NotUnderstood(f"Somebody must sign for {team.value}. Choose at least one person a team.")
    if in_order:
        order = [*chosen, workshop.decider.id]
        signers.sort(key=lambda person: order.index(person.id))
    return signers


def reviewers_of(workshop: Workshop, chosen: Collection[str]) -> tuple[str, ...]:
    """Those who review before anybody signs, in the order of joining: anybody who is here."""
    here = tuple(person.id for person in workshop.people if person.id in chosen)
    if len(here) < len(set(chosen)):
        raise NotUnderstood("Somebody chosen to review is not in the workshop any more. Choose again.")
    return here


def expiry(days: int | None, now: datetime) -> datetime | None:
    """The moment at which a request for reviews and signatures ends; ``None``: it does not."""
    if days is None:
        return None
    if not 1 <= days <= MOST_DAYS:
        raise NotUnderstood(f"A request to sign lasts from one day to {MOST_DAYS} days, or has no end.")
    return now + timedelta(days=days)


def not_yet(workshop: Workshop, draft: Frozen, person: Participant) -> str | None:
    """Why a signatory cannot sign yet, in a sentence; ``None`` if it is their turn."""
    if person.id in draft.next_to_sign:
        return None
    if draft.unreviewed:
        return f"You can sign once it is reviewed. Waiting for {awaited(workshop, draft)}."
    before = draft.missing[: draft.missing.index(person.id)]
    return f"The signatures are given one after another. You sign after {names(workshop, before)}."


def awaited(workshop: Workshop, draft: Frozen) -> str:
    """Whose reviews or signatures are waited for, as it follows "wait for": "Mark to sign, then Dee"."""
    if draft.unreviewed:
        return f"{names(workshop, draft.unreviewed)} to review it"
    following = draft.missing[1:] if draft.in_order else ()
    then = f", then {names(workshop, following)}" if following else ""
    return f"{names(workshop, draft.next_to_sign)} to sign{then}"


def names(workshop: Workshop, people: tuple[str, ...]) -> str:
    """The names of people as they stand in a sentence."""
    return listed([workshop.name_of(person) for person in people])
