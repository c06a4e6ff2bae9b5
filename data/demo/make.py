"""Making one copy of the demo workshop."""

from __future__ import annotations

from datetime import timedelta

from alignment.actions.clauses import propose_all
from alignment.actions.leads import add_lead_set
from data.adding_leads import add_sample
from data.demo import people, voting
from data.demo.calibrating import calibrate
from data.demo.own_words import in_own_words
from data.demo.script import Script
from data.room import Room
from data.rooms import Rooms, new_id
from data.settings import settings
from data.slugs import make_slug
from data.starter import classic_scorecard, terms

EYES = ("Mara Lindqvist", "Jonas Weber", "Ruth Adler")
"""The three people through whose eyes a visitor may look, the first one first."""
DAYS_AGO = timedelta(days=2)
PACE = timedelta(minutes=11)
TERMS = (
    *("Inquiry", "Lead", "Marketing qualified lead", "Sales accepted lead", "Sales qualified lead"),
    "Opportunity",
)


def make_demo(rooms: Rooms) -> Room:
    """A new private copy of the demo workshop, played through by its own actions."""
    now = rooms.clock()
    play = Script(new_id(), people.opening(make_slug("demo"), now), now - DAYS_AGO, PACE)
    people.come_in(play)
    in_own_words(play)
    draft(play)
    leads = add_sample(settings().leads)
    play.act(add_lead_set, voting.HOST, leads)
    calibrate(play, leads)
    vote(play)
    return rooms.keep(play.workshop.id, play.entries)


def draft(play: Script) -> None:
    """The classic scorecard and four terms, proposed by several people."""
    card = classic_scorecard()
    play.act(propose_all, voting.HOST, card[:2])
    play.act(propose_all, play.person("Jonas"), card[2:4])
    play.act(propose_all, voting.HOST, card[4:])
    play.act(propose_all, play.person("Chiara"), [term for term in terms() if term.name in TERMS])


def vote(play: Script) -> None:
    """Everything that was said and voted, in the order in which it happened."""
    voting.agree_on_budget(play)
    voting.rule_on_need(play)
    voting.dispute_timing(play)
    voting.dispute_threshold(play)
    voting.leave_out_company_size(play)
    voting.vote_on_the_rest(play)
    voting.propose_a_project(play)
