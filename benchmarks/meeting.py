"""A meeting to be measured: many people joined, the classic clauses proposed, no ballot open yet."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle

from alignment.actions.clauses import propose_all
from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.people import VOTING_TEAMS, Team
from data.rehearsal import Rehearsal
from data.room import Room
from data.rooms import Rooms, new_id
from data.starter import classic_scorecard, terms

HOST = "p1"
SOME_TERMS = 6


def meeting(rooms: Rooms, participants: int) -> Room:
    """A host and so many participants, in three teams of one size."""
    now = rooms.clock() - timedelta(hours=1)
    opening = open_workshop(
        name="A full room", company="Northwind Tools", offering="Tools and service for workshops",
        opener_name="Host", opener_team=Team.OBSERVERS, slug=f"full-{new_id().lower()}",
    )  # fmt: skip
    story = Rehearsal(new_id(), opening, now)
    for team in VOTING_TEAMS:
        story.act(invite_by_link, HOST, team, f"hash of {team}", 30, now=now)
    for number, team in zip(range(1, participants + 1), cycle(VOTING_TEAMS), strict=False):
        story.act(join_by_link, None, f"hash of {team}", f"Person {number}", now=now)
    story.act(propose_all, HOST, [*classic_scorecard(), *terms()[:SOME_TERMS]], now=now)
    return rooms.keep(story.workshop.id, story.entries)
