"""A room in which leads are judged blind."""

from __future__ import annotations

from alignment.actions.calibrations import (
    judge_lead,
    open_calibration,
    propose_points,
    reveal_calibration,
)
from alignment.actions.leads import add_lead_set
from alignment.calibrations import Calibration
from alignment.judgements import Judgement
from tests.alignment.rooms import LEADS, Room, staffed_room
from tests.alignment.stages import DRAWN, SALS_CARD, calibration_id

YES, NO, UNSURE = Judgement.QUALIFIED, Judgement.NOT, Judgement.UNSURE
SECRET = "The budget is a bluff."


def judging_room() -> Room:
    """Sal judged all four leads and proposed points, Mark two leads; the others have judged none."""
    room = staffed_room()
    room.act(add_lead_set, "p1", LEADS)
    room.act(open_calibration, "p1", "Before", LEADS.lead_set, 7, DRAWN)
    for lead, judgement in enumerate((YES, YES, NO, UNSURE)):
        judge(room, "Sal", lead, judgement, SECRET)
    judge(room, "Mark", 0, YES)
    judge(room, "Mark", 2, YES)
    room.act(propose_points, room.id("Sal"), calibration_id(room), SALS_CARD)
    return room


def judge(room: Room, name: str, lead: int, judgement: Judgement | None, reason: str = "") -> None:
    """Somebody judges a lead."""
    room.act(judge_lead, room.id(name), calibration_id(room), lead, judgement, reason)


def reveal(room: Room) -> Room:
    """The host reveals what everybody said."""
    room.act(reveal_calibration, "p1", calibration_id(room))
    return room


def latest(room: Room) -> Calibration:
    """The newest calibration."""
    return room.workshop.calibrations[calibration_id(room)]
