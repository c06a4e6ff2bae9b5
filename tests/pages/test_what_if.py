"""The what-if page: moving the threshold and the points, and proposing what was tried."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, revise_clause, withdraw_clause
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Answer, Criterion
from definitions.threshold import Threshold
from pages.simulate.tabs import TABS
from tests.pages.rooms import HOST, HOSTILE, clause, keys, propose, screen, shown, staffed_room
from tests.pages.what_ifs import PAGE, numbers, tab, with_sample

SLIDER = "what_if.threshold.0.25"


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    return room


def unfold(app: AppTest, room: Room, name: str) -> AppTest:
    """Open a criterion's part beside the curve."""
    app.session_state[f"what_if.criterion.{clause(room, name).id}"] = True
    return app.run()


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "not in a workshop" in shown(screen(room, None, PAGE))


def test_without_criteria_the_page_says_to_draft_some() -> None:
    assert "no criteria yet" in shown(screen(staffed_room(), "Sal", PAGE))


def test_a_lower_threshold_sends_more_leads_and_keeps_more_wins(room: Room) -> None:
    app = with_sample(room)
    before = numbers(app)
    app.slider(key=SLIDER).set_value(15).run()
    after = numbers(app)
    assert int(after["To sales a week"]) > int(before["To sales a week"])
    assert int(after["Wins missed"]) < int(before["Wins missed"])
    assert app.subheader[0].value.startswith("From 15 points")
    assert "Changes the verdict of" in shown(app)


def test_each_large_number_has_its_interval(room: Room) -> None:
    captions = [caption.value for caption in with_sample(room).caption]
    assert len([words for words in captions if re.match(r"\d+ to \d+\s(%|of \d)", words)]) == 4


def test_other_points_answer_at_once_and_stay_when_the_page_is_left(room: Room) -> None:
    app = unfold(with_sample(room), room, "Budget")
    before = numbers(app)
    app.number_input(key=f"what_if.points.{clause(room, 'Budget').id}.None").set_value(5).run()
    after = numbers(app)
    assert int(after["To sales a week"]) > int(before["To sales a week"])
    app.switch_page("pages/simulate/leads.py").run()
    app.switch_page(PAGE).run()
    assert numbers(app) == after


def test_a_gate_sends_fewer_leads(room: Room) -> None:
    app = unfold(with_sample(room), room, "Need")
    before = numbers(app.slider(key=SLIDER).set_value(12).run())
    app.selectbox(key=f"what_if.gate.{clause(room, 'Need').id}").set_value("Clear").run()
    assert int(numbers(app)["To sales a week"]) < int(before["To sales a week"])


def test_a_proposed_threshold_is_a_revision_with_the_band_kept(room: Room) -> None:
    app = with_sample(room)
    app.slider(key=SLIDER).set_value(16).run()
    app.button(key="what_if.propose").click().run()
    assert clause(room, "Threshold").content == Threshold(qualified_from=16, nurture_from=12)
    assert len(clause(room, "Threshold").revisions) == 2
    assert "This is the draft as it stands" in shown(app)


def test_the_nurture_band_can_be_moved_and_taken_away(room: Room) -> None:
    app = with_sample(room)
    for value in (10, None):
        app.number_input(key="what_if.nurture").set_value(value).run()
        app.button(key="what_if.propose").click().run()
        assert clause(room, "Threshold").content == Threshold(qualified_from=20, nurture_from=value)


def test_without_a_threshold_clause_one_is_proposed(room: Room) -> None:
    room.act(withdraw_clause, HOST, clause(room, "Threshold").id)
    app = with_sample(room)
    assert "Nobody has proposed a threshold yet" in shown(app)
    app.button(key="what_if.propose").click().run()
    assert clause(room, "Threshold").content == Threshold(qualified_from=20)
    assert not clause(room, "Threshold").left_out


def test_proposed_points_and_gates_are_revisions_of_the_changed_criteria_only(room: Room) -> None:
    app = unfold(with_sample(room), room, "Budget")
    app.number_input(key=f"what_if.points.{clause(room, 'Budget').id}.Ready").set_value(8).run()
    unfold(app, room, "Need")
    app.selectbox(key=f"what_if.gate.{clause(room, 'Need').id}").set_value("Clear").run()
    app.button(key="what_if.propose").click().run()
    revisions = {c.name: len(c.revisions) for c in room.workshop().clauses.values()}
    assert [name for name, number in revisions.items() if number == 2] == ["Budget", "Need"]
    budget = clause(room, "Budget").content
    assert isinstance(budget, Criterion)
    assert budget.points("Ready") == 8


def test_who_is_overtaken_is_told_and_keeps_what_they_tried(room: Room) -> None:
    app = with_sample(room)
    app.slider(key=SLIDER).set_value(16).run()
    room.act(revise_clause, HOST, clause(room, "Threshold").id, 1, Threshold(qualified_from=18))
    app.button(key="what_if.propose").click().run()
    assert "changed this clause while you were" in app.error[0].value
    assert app.slider(key=SLIDER).value == 16
    app.button(key="what_if.propose").click().run()
    assert clause(room, "Threshold").content == Threshold(qualified_from=16, nurture_from=12)


def test_back_to_the_draft_forgets_what_was_tried(room: Room) -> None:
    app = with_sample(room)
    app.slider(key=SLIDER).set_value(16).run()
    app.button(key="what_if.back").click().run()
    assert app.slider(key=SLIDER).value == 20
    assert "what_if.back" not in keys(app)


def test_a_revision_by_somebody_else_moves_the_handle_of_who_tries_nothing(room: Room) -> None:
    app = with_sample(room)
    room.act(revise_clause, HOST, clause(room, "Threshold").id, 1, Threshold(qualified_from=18))
    app.run()
    assert app.slider(key=SLIDER).value == 18


def test_an_observer_can_try_but_not_propose(room: Room) -> None:
    with_sample(room)
    app = screen(room, "Obi", PAGE)
    app.slider(key=SLIDER).set_value(16).run()
    assert "proposing is for members" in shown(app)
    assert "what_if.propose" not in keys(app)


def test_typed_names_and_answers_show_as_typed(room: Room) -> None:
    answers = (Answer(label=HOSTILE, points=3), Answer(label="No", points=0))
    propose(room, Criterion(name="<i>a</i> | b", question="?", answers=answers))
    app = unfold(with_sample(room), room, "<i>a</i> | b")
    assert "<i>" not in shown(app)
    assert "<b>" not in shown(app)


def test_a_moved_handle_reads_no_lead_again(room: Room) -> None:
    app = with_sample(room)
    for file in settings().leads.iterdir():
        file.unlink()
    app.slider(key=SLIDER).set_value(12).run()
    assert not app.error
    assert app.subheader[0].value.startswith("From 12 points")


@pytest.mark.parametrize("name", TABS)
def test_each_tab_opens_and_only_the_open_one_is_built(room: Room, name: str) -> None:
    app = with_sample(room)
    app.slider(key=SLIDER).set_value(16).run()
    tab(app, name)
    assert not app.exception
    assert [found.label for found in app.tabs if found.children] == [name]
