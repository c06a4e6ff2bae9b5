"""The people of the demo: nine in three teams, all made up."""

from __future__ import annotations

from datetime import datetime

from alignment.actions.joining import join_by_link
from alignment.actions.opening import invite_by_link, open_workshop
from alignment.actions.people import name_decider
from alignment.facts import AnyFact
from alignment.people import VOTING_TEAMS, Team
from data.access.tokens import new_token, token_hash
from data.demo.script import Script

TEAMS = {
    Team.MARKETING: ("Mara Lindqvist", "Ben Okafor", "Chiara Rossi"),
    Team.SALES: ("Jonas Weber", "Priya Nair", "Tomás Silva"),
    Team.EXECUTIVES: ("Ruth Adler", "Elena Petrova", "David Kim"),
}
DECIDER = "Ruth"


def opening(slug: str, made_at: datetime) -> tuple[AnyFact, ...]:
    """The demo workshop's first fact; ``made_at``: now, though the story begins earlier."""
    return open_workshop(
        name="What is a qualified lead?",
        company="Brightwater Pumps (made up)",
        offering="Sensors and software that say when an industrial pump is about to fail",
        opener_name=TEAMS[Team.MARKETING][0],
        opener_team=Team.MARKETING,
        slug=slug,
        demo=True,
        made_at=made_at,
    )


def come_in(play: Script) -> None:
    """Invitations, eight people who follow them, and the decider."""
    for team in VOTING_TEAMS:
        token = token_hash(new_token())
        play.act(invite_by_link, "p1", team, token, 14)
        for name in TEAMS[team]:
            if name != TEAMS[Team.MARKETING][0]:
                play.act(join_by_link, None, token, name)
    play.act(name_decider, "p1", play.person(DECIDER))
