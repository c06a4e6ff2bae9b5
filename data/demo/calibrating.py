"""How the demo's people judged the same leads blind, before they voted: each by what matters to them."""

from __future__ import annotations

from alignment.actions.calibrations import (
    judge_lead,
    open_calibration,
    propose_points,
    reveal_calibration,
)
from alignment.facts import LeadSetAdded
from alignment.judgements import Judgement
from alignment.present import present_scorecard
from data.demo.script import Script
from data.profiles import profiles
from data.settings import settings
from definitions.calibration.to_judge import to_judge
from definitions.drawn_leads import DrawnLeads, OwnCard
from definitions.profiles import NOT_ANSWERED

HOST = "p1"
SEED = 4
CRITERIA = ("Budget", "Role", "Need", "Timing", "Size")
WEIGHTS = {
    "Mara": ((2, 2, 1), (3, 3, 1), (4, 0), (3, 2), (2, 1)),
    "Ben": ((2, 1, 1), (3, 2, 2), (3, 1), (2, 2), (2, 1)),
    "Chiara": ((2, 2, 0), (3, 2, 1), (4, 1), (3, 2), (3, 1)),
    "Jonas": ((5, 2, 0), (4, 2, 0), (4, 0), (5, 0), (3, 0)),
    "Priya": ((4, 3, 0), (5, 2, 0), (5, 0), (5, 0), (2, 0)),
    "Tomás": ((5, 2, 0), (3, 2, 0), (5, 0), (5, 1), (2, 1)),
    "Ruth": ((4, 2, 0), (3, 2, 1), (5, 0), (3, 1), (5, 0)),
    "Elena": ((4, 3, 0), (3, 2, 1), (4, 0), (2, 1), (5, 0)),
    "David": ((3, 2, 0), (4, 2, 1), (4, 0), (3, 1), (5, 1)),
}
"""What each answer is worth to each person, in the order of ``CRITERIA``."""
ENOUGH = {
    "Mara": 6, "Ben": 5, "Chiara": 7,
    "Jonas": 12, "Priya": 11, "Tomás": 11,
    "Ruth": 10, "Elena": 9, "David": 9,
}  # fmt: skip
"""From how many points on each person says yes."""
SILENT = "Ben"
"""Who proposed no points."""
REASONS = {
    ("Jonas", Judgement.NOT): "No date, no visit. This belongs in nurture.",
    ("Priya", Judgement.NOT): "I would call once and hear that they are only reading.",
    ("Mara", Judgement.QUALIFIED): "They told us their problem. That is why we have sales people.",
    ("Ruth", Judgement.UNSURE): "It depends on what the order is worth, and nobody asked.",
}
"""What somebody writes with their first judgement of a kind."""


def calibrate(play: Script, leads: LeadSetAdded) -> None:
    """Sixteen of the sample leads are drawn, judged alone, and revealed."""
    scorecard = present_scorecard(play.workshop)
    assert scorecard is not None
    found = profiles(settings().leads, leads.lead_set, scorecard.criteria)
    drawn = to_judge(found, scorecard, SEED)
    play.act(open_calibration, HOST, "Before the definition", leads.lead_set, SEED, drawn)
    with play.quickly():
        for name in WEIGHTS:
            _judge(play, name, drawn)
    play.act(reveal_calibration, HOST, tuple(play.workshop.calibrations)[-1])


def _judge(play: Script, name: str, drawn: DrawnLeads) -> None:
    person, calibration = play.person(name), tuple(play.workshop.calibrations)[-1]
    reasons = {said: reason for (who, said), reason in REASONS.items() if who == name}
    for lead, shown in enumerate(drawn.leads):
        judgement = _judgement(name, shown.answers)
        play.act(judge_lead, person, calibration, lead, judgement, reasons.pop(judgement, ""))
    if name != SILENT:
        card = OwnCard(points=WEIGHTS[name], threshold=ENOUGH[name], gates=(NOT_ANSWERED,) * len(CRITERIA))
        play.act(propose_points, person, calibration, card)


def _judgement(name: str, answers: tuple[int, ...]) -> Judgement:
    """Yes from enough points on, unsure just below, and unsure too where too little is known."""
    worth = zip(WEIGHTS[name], answers, strict=True)
    points = sum(points[answer] for points, answer in worth if answer != NOT_ANSWERED)
    if points >= ENOUGH[name]:
        return Judgement.QUALIFIED
    missing = sum(answer == NOT_ANSWERED for answer in answers)
    near = points == ENOUGH[name] - 1 or (missing > 1 and points >= ENOUGH[name] - 2)
    return Judgement.UNSURE if near else Judgement.NOT
