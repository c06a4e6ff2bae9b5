"""The threshold on the page of threshold and handoff."""

from __future__ import annotations

from data.room import Room
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
