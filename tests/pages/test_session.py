"""What every page does alike: saying once that something worked, also in a card."""

from __future__ import annotations

from alignment.stances import Stance
from data.room import Room
from data.starter import classic_scorecard
from tests.pages.rooms import clause, put_to_vote, screen

BUDGET = classic_scorecard()[0]


def test_what_worked_is_said_once(room: Room) -> None:
    put_to_vote(room, BUDGET)
    place = f"ballot.{clause(room, BUDGET.name).id}"
    app = screen(room, "Sal", "pages/draft/criteria.py")
    app.segmented_control(key=f"{place}.stance").set_value(Stance.AGREE).run()
    app.button(key=f"{place}.vote").click().run()
    assert [toast.value for toast in app.toast] == ["Your vote is in\\."]
    app.run()
    assert not app.toast


def test_what_was_refused_is_not_said_to_have_worked(room: Room) -> None:
    put_to_vote(room, BUDGET)
    place = f"ballot.{clause(room, BUDGET.name).id}"
    app = screen(room, "Sal", "pages/draft/criteria.py")
    app.segmented_control(key=f"{place}.stance").set_value(Stance.DISAGREE).run()
    app.button(key=f"{place}.vote").click().run()
    assert app.error
    assert not app.toast
