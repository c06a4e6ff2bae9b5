"""The large workshop at its stages: drafting with disputes, simulating, frozen for signing, published."""

from __future__ import annotations

from alignment.actions.ballots import cast_ballot, close_ballot
from alignment.actions.clauses import comment, withdraw_clause
from alignment.actions.definition import freeze, sign
from alignment.actions.joining import join_by_link
from alignment.actions.leads import add_lead_set
from alignment.actions.people import name_decider
from alignment.actions.rulings import escalate, rule
from alignment.outcomes import Outcome
from alignment.people import VOTING_TEAMS, Team
from alignment.present import present_scorecard
from alignment.stances import Stance
from benchmarks.many_profiles import csv_of_leads
from benchmarks.rooms import REASON, Story
from data.access import COOKIE_NAME, Identity, seal_cookie
from data.adding_leads import add_csv, add_sample
from data.lead_sets import added
from data.room import Room
from data.rooms import Rooms
from data.settings import settings

HOST = "p1"
SETTLING = 20
"""More facts than it takes to name a decider, rule on a few clauses, or freeze and sign."""


def drafting(rooms: Rooms, participants: int = 40, facts: int = 5_000) -> Room:
    """Every third ballot is closed, most of them disputed; the last to join has not voted yet."""
    story = Story(participants - 1, facts, rooms.clock())
    clauses = list(story.rehearsal.workshop.clauses)
    closed = clauses[::3]
    story.fill(facts - len(closed) - SETTLING)
    for clause_id in closed:
        story.act(close_ballot, HOST, clause_id)
    decider = _name_decider(story)
    story.act(add_lead_set, HOST, add_sample(settings().leads))
    for clause_id in closed[:3]:
        story.act(escalate, HOST, clause_id)
    story.act(rule, decider, closed[0], Outcome.STANDS, 1, REASON)
    story.act(withdraw_clause, HOST, clauses[-1], REASON)
    story.act(join_by_link, None, f"hash of {Team.SALES}", f"Person {participants}")
    while story.rehearsal.workshop.head < facts:
        story.act(comment, HOST, closed[1], REASON)
    return kept(rooms, story)


def simulating(rooms: Rooms, participants: int = 40, facts: int = 5_000, leads: int = 20_000) -> Room:
    """As while drafting, with leads of as many profiles instead of the sample."""
    story = Story(participants, facts, rooms.clock())
    scorecard = present_scorecard(story.rehearsal.workshop)
    assert scorecard is not None
    raw = csv_of_leads(scorecard.criteria, leads)
    story.act(add_lead_set, HOST, added(add_csv(settings().leads, raw, scorecard.criteria)))
    story.fill(facts)
    return kept(rooms, story)


def frozen(rooms: Rooms, participants: int = 40, facts: int = 5_000) -> Room:
    """Everybody agrees with everything, and one of each team is to sign."""
    return kept(rooms, _settled(rooms, participants, facts))


def published(rooms: Rooms, participants: int = 40, facts: int = 5_000) -> Room:
    """The definition in force: every clause agreed, and signed by one of each team."""
    story = _settled(rooms, participants, facts)
    draft = story.rehearsal.workshop.frozen
    assert draft is not None
    for person_id in draft.signatories:
        story.act(sign, person_id, draft.sha256, story.rehearsal.workshop.name_of(person_id))
    return kept(rooms, story)


def _settled(rooms: Rooms, participants: int, facts: int) -> Story:
    story = Story(participants, facts, rooms.clock())
    workshop = story.rehearsal.workshop
    voters = workshop.voters()
    story.fill(facts - len(voters) * len(workshop.clauses) - SETTLING)
    for clause_id in workshop.clauses:
        for voter in voters:
            story.act(cast_ballot, voter.id, clause_id, Stance.AGREE, "As it stands now.")
    _name_decider(story)
    signatories = {workshop.voters(team)[0].id for team in VOTING_TEAMS}
    story.act(freeze, HOST, signatories)
    return story


def _name_decider(story: Story) -> str:
    decider = story.rehearsal.workshop.voters(Team.SALES)[0].id
    story.act(name_decider, HOST, decider)
    return decider


def cookies(room: Room) -> tuple[str, ...]:
    """The Cookie header of each participant's browser, in the order of joining."""
    people = room.workshop().participants
    return tuple(f"{COOKIE_NAME}={seal_cookie((Identity(room.id, person),))}" for person in people)


def kept(rooms: Rooms, story: Story) -> Room:
    """A story written to the record in one transaction."""
    return rooms.keep(story.rehearsal.workshop.id, story.rehearsal.entries)
