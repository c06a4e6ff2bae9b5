"""The threshold and handoff page."""

from __future__ import annotations

from data.room import Room
from definitions.handoff import Handoff
from definitions.threshold import Threshold
from tests.alignment.rooms import criterion, threshold
from tests.pages.rooms import clause, keys, propose, screen, shown

PAGE = "pages/draft/handoff.py"


def test_the_page_says_how_many_points_the_criteria_can_give(room: Room) -> None:
    assert "There are no criteria yet" in shown(screen(room, "Sal", PAGE))
    propose(room, criterion(), criterion("Need", best=7))
    assert "The 2 criteria give at most **12 points**" in shown(screen(room, "Sal", PAGE))


def test_the_threshold_is_proposed_with_its_nurture_band(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.threshold.open").click().run()
    app.number_input(key="new.threshold.qualified_from").set_value(9)
    app.number_input(key="new.threshold.nurture_from").set_value(4)
    app.button(key="new.threshold.send").click().run()
    assert clause(room, "Threshold").content == Threshold(qualified_from=9, nurture_from=4)
    assert "new.threshold.open" not in keys(app)


def test_a_threshold_may_have_no_nurture_band(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.threshold.open").click().run()
    app.number_input(key="new.threshold.nurture_from").set_value(None)
    app.button(key="new.threshold.send").click().run()
    assert clause(room, "Threshold").content == Threshold(qualified_from=20, nurture_from=None)


def test_a_nurture_band_above_the_threshold_is_refused(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.threshold.open").click().run()
    app.number_input(key="new.threshold.qualified_from").set_value(9)
    app.number_input(key="new.threshold.nurture_from").set_value(9)
    app.button(key="new.threshold.send").click().run()
    assert "below the threshold" in app.error[0].value
    assert app.number_input(key="new.threshold.qualified_from").value == 9
    assert not room.workshop().clauses


def test_a_second_threshold_is_refused(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.threshold.open").click().run()
    propose(room, threshold())
    app.run()
    assert "new.threshold.send" not in keys(app)
    assert len(room.workshop().clauses) == 1


def test_the_handoff_is_proposed_and_revised(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.button(key="new.handoff.open").click().run()
    app.number_input(key="new.handoff.decide_hours").set_value(8)
    app.button(key="new.handoff.send").click().run()
    c = clause(room, "Handoff")
    assert c.content == Handoff(decide_hours=8)
    app.button(key=f"edit.{c.id}.open").click().run()
    app.number_input(key=f"edit.{c.id}.acceptance_percent").set_value(85)
    app.button(key=f"edit.{c.id}.save").click().run()
    assert clause(room, "Handoff").content == Handoff(decide_hours=8, acceptance_percent=85)
    assert "accepts 85 %" in shown(app).replace("\\", "")


def test_observers_see_that_nobody_has_proposed_one(room: Room) -> None:
    app = screen(room, "Obi", PAGE)
    assert shown(app).count("Nobody has proposed one yet") == 2
    assert not [key for key in keys(app) if key.startswith("new.")]


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))
