"""Making one copy of the demo after the signature: two versions signed, in use, and measured."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alignment.actions.clauses import propose_all
from alignment.actions.leads import add_lead_set
from alignment.actions.outcomes import add_outcome_set
from alignment.actions.promises import state_promise
from alignment.workshop import Workshop
from data.adding_leads import add_sample
from data.assessments.store import Assessments
from data.demo import people, versions, voting
from data.demo.assessed import assess_some
from data.demo.make import draft
from data.demo.own_words import in_own_words
from data.demo.script import Script
from data.outcomes.sample import add_sample_outcomes
from data.room import Room
from data.rooms import Rooms, new_id
from data.settings import settings
from data.slugs import make_slug
from data.starter import problems
from definitions.measures.gains import Gain

ZONE = ZoneInfo("Europe/Berlin")
OPENED = datetime(2025, 12, 1, 9, 30, tzinfo=ZONE)
"""Fixed, as the sample outcomes are: of January to September 2026, from 18 May under version 2."""
LEADS_ADDED, MEASURED = (datetime(2026, month, day, 10, tzinfo=ZONE) for month, day in ((9, 8), (10, 2)))
PACE = timedelta(minutes=11)
PROBLEMS = 3
STATED = {
    Gain.CYCLE: (47.0, 41.0, "Sales report, fourth quarter of 2025 and third quarter of 2026."),
    Gain.QUOTA: (38.0, None, "Elena's review of 2025; the year 2026 is not over."),
}


def make_signed_demo(rooms: Rooms) -> Room:
    """A new private copy of the demo workshop as it goes on, played through by its own actions."""
    play = Script(new_id(), people.opening(make_slug("demo"), rooms.clock()), OPENED, PACE)
    people.come_in(play)
    in_own_words(play)
    draft(play)
    play.act(propose_all, play.person("Priya"), problems()[:PROBLEMS])
    versions.agree_on_the_first(play)
    versions.challenge_the_budget(play)
    versions.agree_on_the_second(play)
    versions.challenge_again(play)
    _measure(play)
    room = rooms.keep(play.workshop.id, play.entries)
    assess_some(play.workshop, Assessments(rooms.ledger.engine), rooms.clock())
    return room


def is_signed_demo(workshop: Workshop) -> bool:
    """Whether a workshop is a copy of the demo after the signature."""
    return workshop.demo and workshop.opened_at == OPENED


def _measure(play: Script) -> None:
    play.wait_until(LEADS_ADDED)
    play.act(add_lead_set, voting.HOST, add_sample(settings().leads))
    play.wait_until(MEASURED)
    play.act(add_outcome_set, voting.HOST, add_sample_outcomes(settings().leads, play.now))
    for gain, stated in STATED.items():
        play.act(state_promise, play.person("Elena"), gain, *stated)
