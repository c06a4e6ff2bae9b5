"""Links that a host gives away, for tests."""

from __future__ import annotations

from alignment.actions.joining import make_device_link
from alignment.actions.opening import invite_by_link
from alignment.people import Team
from data.access import link_token, new_token, token_hash
from data.room import Room


def team_link(room: Room, team: Team = Team.SALES, days: int = 7) -> str:
    """The last part of a fresh link for a team."""
    token = new_token()
    room.act(invite_by_link, "p1", team, token_hash(token), days)
    return link_token(room.id, token)


def personal_link(room: Room, participant_id: str) -> str:
    """The last part of a fresh personal link."""
    token = new_token()
    room.act(make_device_link, participant_id, token_hash(token))
    return link_token(room.id, token)
