"""Definitions in force to qualify leads by, for tests of pages."""

from __future__ import annotations

from typing import Any

from alignment.actions.self_qualification import change_self_qualification
from data.assessments.assessment import Assessment, Channel
from data.room import Room
from data.rooms import rooms
from definitions.criteria import Answer, AnsweredBy, Criterion
from definitions.handoff import Handoff
from definitions.problems import Problem
from definitions.self_qualification import ProspectForm, usual_question
from tests.data.assessments.made import made
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, HOSTILE

NEED = Criterion(
    name="Need",
    question="Which of our problems do they have?",
    answers=(Answer(label="One of ours", points=4), Answer(label=HOSTILE, points=1)),
    about_problems=True,
)
TIMING = Criterion(
    name="Timing",
    question=f"When do they buy? {HOSTILE}",
    answered_by=AnsweredBy.PROSPECT,
    answers=(Answer(label="Soon", points=3), Answer(label="Late", points=0)),
)
PROBLEMS = (
    Problem(name="Slow closing", signs="They complain of month ends.", solution="We close in a day."),
    Problem(name=f"Lost orders {HOSTILE}", solution="We find them."),
)
FORM = ProspectForm(questions=(usual_question(TIMING),))


def in_force() -> Room:
    """Budget (a gate), Need and Timing; five points qualify; a handoff and two problems."""
    return published_room(NEED, TIMING, *PROBLEMS, Handoff(nurture="A letter a month."))


def with_form(open_: bool = True) -> Room:
    """The same, with the form for prospects."""
    room = in_force()
    room.act(change_self_qualification, HOST, open_, FORM)
    return room


def keep(room: Room, minute: int = 0, **more: Any) -> Assessment:
    """An assessment by the version in force."""
    version = room.workshop().in_force
    assert version is not None
    kept = made(minute, room.id, sha256=version.draft.sha256, **more)
    rooms().ledger.assessments.add(kept)
    return kept


def from_prospect(room: Room, minute: int = 0, **more: Any) -> Assessment:
    """What a prospect answered."""
    usual: dict[str, Any] = {
        "channel": Channel.SELF_QUALIFIED,
        "by_id": "",
        "reference": "Globex",
        "contact": {"email": "ann@example.org"},
        "answers": {"Timing": "Soon"},
        "waits": True,
    }
    return keep(room, minute, **{**usual, **more})


def kept(room: Room) -> list[Assessment]:
    """Every assessment, the newest first."""
    return list(rooms().ledger.assessments.all_of(room.id))
