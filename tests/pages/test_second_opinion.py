"""The second opinion in the tab on what predicts: only when asked, beside the draft's points."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.actions.leads import add_lead_set
from alignment.facts import LeadSetAdded
from alignment.present import present_scorecard
from data.adding_leads import add_csv, add_sample
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.threshold import Threshold
from pages.simulate.second_opinion import ASKED, _fitted
from tests.pages.rooms import HOST, clause, screen, shown

PAGE = "pages/simulate/what_if.py"
SLIDER = "what_if.threshold.0.25"


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def with_leads(room: Room, raw: bytes) -> None:
    """The workshop has leads of this CSV."""
    scorecard = present_scorecard(room.workshop())
    assert scorecard is not None
    kept = add_csv(settings().leads, raw, scorecard.criteria)
    counts = {"won": kept.won, "lost": kept.lost, "open": kept.open}
    room.act(add_lead_set, HOST, LeadSetAdded(lead_set=kept.hash, name="Leads", rows=kept.rows, **counts))


def asked(room: Room, name: str = "Sal") -> AppTest:
    """Somebody's page with the tab open, and the second opinion asked for."""
    app = screen(room, name, PAGE)
    app.session_state["what_if.tab"] = "What predicts"
    app.run()
    return app.toggle(key=ASKED).set_value(True).run()


def test_fitted_points_stand_beside_those_of_the_draft(room: Room) -> None:
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    words = shown(asked(room))
    assert "points fitted to the outcomes put the win first" in words
    assert "| Criterion | Answer | In the draft | Fitted |" in words
    assert "Fitted to" in words


def test_nothing_is_fitted_until_somebody_asks(room: Room) -> None:
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    app = screen(room, "Sal", PAGE)
    app.session_state["what_if.tab"] = "What predicts"
    assert "points fitted to the outcomes" not in shown(app.run())


def test_a_moved_threshold_fits_nothing_again(room: Room) -> None:
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    app, fits = asked(room), _fitted.cache_info().misses
    app.slider(key=SLIDER).set_value(16).run()
    room.act(revise_clause, HOST, clause(room, "Threshold").id, 1, Threshold(qualified_from=18))
    assert "Fitted to" in shown(app.run())
    assert _fitted.cache_info().misses == fits


def test_without_signal_it_says_that_no_criterion_helps(room: Room) -> None:
    rows = [f"{budget},{outcome}" for budget in ("Ready", "None") for outcome in ("won", "lost")] * 100
    with_leads(room, "\n".join(["Budget,Outcome", *rows]).encode())
    words = shown(asked(room))
    assert "No criterion helps here" in words
    assert "| Criterion | Answer |" not in words


def test_with_few_wins_it_says_that_there_is_not_enough_data(room: Room) -> None:
    with_leads(room, b"Budget,Outcome\nReady,won\nNone,lost\n")
    assert "Not enough data for a second opinion" in shown(asked(room, "Obi"))
