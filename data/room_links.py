"""The links that stand on the projector, one a team: everybody in the room can read them there.

Their tokens follow from the server's secret, so that any process can show them again; as with every link
only the hash is in the record.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime

from alignment.people import VOTING_TEAMS, Team
from alignment.workshop import Workshop
from data.access import link_token, token_hash
from data.access.secret_key import secret_key


def next_token(workshop: Workshop, team: Team) -> str:
    """The token for a team's next link on the projector: 43 characters, none made before."""
    return _token(workshop.id, team, _made(workshop, team))


def room_links(workshop: Workshop, now: datetime) -> dict[Team, str]:
    """The last part of each team's newest open link that was made for the projector."""
    ways = {way.token_hash for way in workshop.invitations.values() if way.open(now)}
    links = {}
    for team in VOTING_TEAMS:
        tokens = (_token(workshop.id, team, number) for number in range(_made(workshop, team)))
        found = [token for token in tokens if token_hash(token) in ways]
        if found:
            links[team] = link_token(workshop.id, found[-1])
    return links


def invitation_of(workshop: Workshop, link: str) -> str | None:
    """The id of the invitation that a link on the projector is for."""
    wanted = token_hash(link.rpartition(".")[2])
    return next((way.id for way in workshop.invitations.values() if way.token_hash == wanted), None)


def _made(workshop: Workshop, team: Team) -> int:
    return sum(way.team is team for way in workshop.invitations.values())


def _token(workshop_id: str, team: Team, number: int) -> str:
    said = f"on the projector\n{workshop_id}\n{team.value}\n{number}".encode()
    made = hmac.new(secret_key(), said, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")
