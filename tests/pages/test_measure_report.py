"""Measure: the report to take along, and trip-wires that challenge their clauses."""

from __future__ import annotations

import pytest

from alignment.actions.outcomes import add_outcome_set
from alignment.challenging import open_challenges
from alignment.workshop import Phase
from data.outcomes.sample import add_sample_outcomes
from data.room import Room
from data.settings import settings
from definitions.handoff import Handoff, Upkeep
from tests.pages.definitions import published_room
from tests.pages.rooms import HOST, clause, keys, screen, shown, words

MEASURE = "pages/use/measure.py"


@pytest.fixture
def measured() -> Room:
    """Version 1 is in force, its handoff strict, and the made-up outcomes are there."""
    room = published_room(Handoff(upkeep=Upkeep(definitional_above=1, acceptance_below=99)))
    room.act(add_outcome_set, HOST, add_sample_outcomes(settings().leads, room.clock()))
    return room


def test_figures_out_of_their_band_are_shown_and_a_facilitator_lets_them_challenge(measured: Room) -> None:
    app = screen(measured, "Hana", MEASURE)
    assert "Trip-wire: Budget." in shown(app)
    app.button(key="measure.wires.go").click()
    app.run()
    assert not app.exception
    made = [each for each in measured.workshop().challenges.values() if each.by_figures]
    assert clause(measured, "Budget").id in {each.clause_id for each in made}
    assert measured.workshop().phase is Phase.DRAFTING
    assert "measure.wires.go" not in keys(app)
    head = measured.head
    screen(measured, "Hana", MEASURE)
    assert measured.head == head


def test_others_see_them_and_cannot_challenge_with_them(measured: Room) -> None:
    app = screen(measured, "Obi", MEASURE)
    assert "Trip-wire: Budget." in shown(app)
    assert "measure.wires.go" not in keys(app)
    assert "A facilitator can challenge" in words(app)
    assert not open_challenges(measured.workshop())


def test_everybody_can_take_the_report_along(measured: Room) -> None:
    app = screen(measured, "Obi", MEASURE)
    forms = [button.proto.label for button in app.get("download_button")]
    assert {"PDF, one page", "Word", "Excel: all figures, with charts"} <= set(forms)
