"""Opening a workshop and inviting people to it."""

from __future__ import annotations

from datetime import datetime, timedelta

from alignment.actions.action import By, Facts, action, built, next_id
from alignment.facts import InvitationMade, InvitationRevoked, WorkshopOpened
from alignment.people import Participant, Team
from alignment.refused import NotNow, NotUnderstood
from alignment.workshop import Workshop
from definitions.texts import seen

LONGEST_DAYS = 90


def open_workshop(
    *,
    name: str,
    company: str,
    offering: str,
    opener_name: str,
    opener_team: Team,
    slug: str,
    opener_email: str | None = None,
    demo: bool = False,
    made_at: datetime | None = None,
) -> Facts:
    """The first fact of a new workshop. Who may open one is for the server to say."""
    typed = {"name": name, "company": company, "offering": offering, "opener_name": opener_name}
    for field, text in typed.items():
        if not seen(text):
            raise NotUnderstood(f"Please fill in {_FIELD_WORDS[field]}.")
    fact = built(
        WorkshopOpened,
        **typed,
        slug=slug,
        opener_id="p1",
        opener_team=opener_team,
        opener_email=opener_email,
        demo=demo,
        made_at=made_at,
    )
    return (fact,)


_FIELD_WORDS = {
    "name": "the workshop's name",
    "company": "your company",
    "offering": "what is sold",
    "opener_name": "your name",
}


@action(By.FACILITATOR)
def invite_by_link(
    workshop: Workshop, actor: Participant, team: Team, token_hash: str, days: int, *, now: datetime
) -> Facts:
    """A link for one team, which expires after some days. The token itself is not kept."""
    return (_invitation(workshop, team, days, now, token_hash=token_hash),)


@action(By.FACILITATOR)
def invite_by_email(
    workshop: Workshop, actor: Participant, email: str, team: Team, days: int, *, now: datetime
) -> Facts:
    """A way in for whoever signs in with an e-mail address."""
    address = email.strip().casefold()
    if "@" not in address.strip("@") or len(address) > 254 or any(c.isspace() for c in address):
        raise NotUnderstood("That does not look like an e-mail address.")
    return (_invitation(workshop, team, days, now, email=address),)


def _invitation(
    workshop: Workshop,
    team: Team,
    days: int,
    now: datetime,
    token_hash: str | None = None,
    email: str | None = None,
) -> InvitationMade:
    if not 1 <= days <= LONGEST_DAYS:
        raise NotUnderstood(f"An invitation can be open for 1 to {LONGEST_DAYS} days.")
    return InvitationMade(
        invitation_id=next_id(workshop, "i"),
        team=team,
        expires_at=now + timedelta(days=days),
        token_hash=token_hash,
        email=email,
    )


@action(By.FACILITATOR)
def revoke_invitation(workshop: Workshop, actor: Participant, invitation_id: str, *, now: datetime) -> Facts:
    """Close a way in at once."""
    invitation = workshop.invitations.get(invitation_id)
    if invitation is None or not invitation.open(now):
        raise NotNow("This link is closed already.")
    return (InvitationRevoked(invitation_id=invitation_id),)
