"""Workshops in which leads are judged blind."""

from __future__ import annotations

from alignment.actions.calibrations import judge_lead, open_calibration, propose_points, reveal_calibration
from alignment.actions.leads import add_lead_set
from alignment.calibrations import Calibration, Judged
from alignment.judgements import Judgement
from data.adding_leads import add_sample
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.drawn_leads import DrawnLead, DrawnLeads, OwnCard
from tests.pages.rooms import HOST, person, propose

PAGE = "pages/start/calibrate.py"
YES, NO, UNSURE = Judgement.QUALIFIED, Judgement.NOT, Judgement.UNSURE
DRAWN = DrawnLeads(
    criteria=("Budget", "Role"),
    labels=(("Ready", "None"), ("Decides", "Advises", "Neither")),
    leads=tuple(
        DrawnLead(answers=answers, stratum="sure")
        for answers in ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, -1), (1, -1))
    ),
)
CARD = OwnCard(points=((5, 0), (3, 2, 0)), threshold=7, gates=(0, -1))
SECRET = "The budget is a bluff."


def with_leads(room: Room) -> Room:
    """The classic scorecard is proposed and the sample leads are there."""
    propose(room, *classic_scorecard())
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    return room


def opened(room: Room, drawn: DrawnLeads = DRAWN, name: str = "Before") -> Room:
    """Eight leads are before everybody."""
    if not room.workshop().lead_sets:
        room.act(add_lead_set, HOST, add_sample(settings().leads))
    room.act(open_calibration, HOST, name, next(iter(room.workshop().lead_sets)), 7, drawn)
    return room


def latest(room: Room) -> Calibration:
    """The newest calibration."""
    return list(room.workshop().calibrations.values())[-1]


def judge(room: Room, name: str, judgements: list[Judgement], reason: str = "") -> None:
    """Somebody judges the first leads so."""
    for lead, judgement in enumerate(judgements):
        room.act(judge_lead, person(room, name), latest(room).id, lead, judgement, reason)


def judged(room: Room, name: str) -> dict[int, Judged]:
    """What somebody said, as the record has it."""
    return dict(latest(room).judged.get(person(room, name), {}))


def revealed(room: Room, name: str = "Before") -> Room:
    """Marketing says yes to all but one lead, sales wants a budget; Sal gave reasons and points."""
    opened(room, name=name)
    for each in ("Hana", "Mark"):
        judge(room, each, [YES] * 7 + [NO])
    judge(room, "Sal", [YES, YES, YES, NO, NO, NO, YES, NO], SECRET)
    judge(room, "Dee", [YES, YES, NO, NO, NO, NO, UNSURE, NO])
    room.act(propose_points, person(room, "Sal"), latest(room).id, CARD)
    room.act(reveal_calibration, HOST, latest(room).id)
    return room


def choice(room: Room, name: str, lead: int, judgement: str) -> str:
    """The key of a field about a lead on somebody's page."""
    return f"calibrate.{room.id}.{person(room, name)}.{latest(room).id}.{lead}.{judgement}"
