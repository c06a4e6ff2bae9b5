"""Workshops whose teams judged drawn leads blind, each by a card of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from alignment.actions.calibrations import judge_lead, open_calibration, propose_points, reveal_calibration
from alignment.actions.clauses import propose_all
from alignment.actions.leads import add_lead_set
from alignment.bridging import to_judge
from alignment.calibrations import Calibration
from alignment.facts import LeadSetAdded
from alignment.judgements import Judgement
from alignment.people import Team
from alignment.present import present_scorecard
from data.adding_leads import SAMPLE_NAME, add_csv
from data.profiles import profiles
from data.room import Room
from data.samples import sample_leads
from data.settings import settings
from data.starter import classic_scorecard
from definitions.bridge.card import verdicts
from definitions.bridge.scorecards import card_of
from definitions.calibration.drawing import draw
from definitions.drawn_leads import OwnCard
from definitions.profiles import Integers
from definitions.scorecard import Scorecard
from tests.pages.rooms import HOST

WANTED = {Team.MARKETING: 13, Team.SALES: 19, Team.EXECUTIVES: 16}
"""The threshold by which each team judges; the classic scorecard's is 20."""


def with_sample_leads(room: Room) -> Room:
    """The classic scorecard and the sample leads."""
    room.act(propose_all, HOST, classic_scorecard())
    scorecard = _scorecard(room)
    kept = add_csv(settings().leads, sample_leads(), scorecard.criteria, SAMPLE_NAME)
    counts = {"won": kept.won, "lost": kept.lost, "open": kept.open}
    room.act(add_lead_set, HOST, LeadSetAdded(lead_set=kept.hash, name=SAMPLE_NAME, rows=kept.rows, **counts))
    return room


def calibrating(room: Room, seed: int = 1) -> Room:
    """Sixteen of the sample leads are before everybody; nobody has judged any."""
    if not room.workshop().lead_sets:
        with_sample_leads(room)
    lead_set = next(iter(room.workshop().lead_sets))
    scorecard = _scorecard(room)
    drawn = to_judge(
        draw(profiles(settings().leads, lead_set, scorecard.criteria), scorecard, seed), scorecard
    )
    room.act(open_calibration, HOST, "Before", lead_set, seed, drawn)
    return room


def judged(room: Room, leads: int = 16, cards: bool = False, wanted: Mapping[Team, int] = WANTED) -> Room:
    """Everybody judged the first leads by their team's threshold, and perhaps proposed it too."""
    present = card_of(_scorecard(room))
    for person in room.workshop().voters():
        card = replace(present, threshold=wanted[person.team])
        says = verdicts(card, _answers(room))
        for lead in range(leads):
            said = Judgement.QUALIFIED if says[lead] else Judgement.NOT
            room.act(judge_lead, person.id, calibration(room).id, lead, said)
        if cards:
            own = OwnCard(points=card.points, threshold=card.threshold, gates=card.gates)
            room.act(propose_points, person.id, calibration(room).id, own)
    return room


def bridged(room: Room, leads: int = 16, cards: bool = False) -> Room:
    """The calibration is judged and revealed."""
    judged(calibrating(room), leads, cards)
    room.act(reveal_calibration, HOST, calibration(room).id)
    return room


def calibration(room: Room) -> Calibration:
    """The latest calibration."""
    return list(room.workshop().calibrations.values())[-1]


def _answers(room: Room) -> Integers:
    return np.array([lead.answers for lead in calibration(room).drawn.leads], dtype=np.int64)


def _scorecard(room: Room) -> Scorecard:
    found = present_scorecard(room.workshop())
    assert found is not None
    return found
