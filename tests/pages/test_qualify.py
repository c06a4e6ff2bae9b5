"""Qualify a lead: questions one after another, the verdict as it grows, and what is kept."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.definition import open_draft
from alignment.actions.people import remove_participant
from data.assessments.assessment import Channel
from data.room import Room
from definitions.scorecard import Verdict
from pages.use.qualifying import asking
from tests.pages.assessed import NEED, PROBLEMS, TIMING, in_force, kept
from tests.pages.definitions import agree, freeze_for, settled_room, sign_by
from tests.pages.rooms import HOST, HOSTILE, keys, person, screen, shown, words

PAGE = "pages/use/qualify.py"
LIST = "pages/use/assessments.py"


@pytest.fixture(autouse=True)
def quick_clicks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test clicks faster than a person."""
    monkeypatch.setattr(asking, "DOUBLE_CLICK", 0.0)


def begun(room: Room, name: str = "Sal", reference: str = "Globex") -> AppTest:
    app = screen(room, name, PAGE)
    app.text_input(key=f"qualify.reference.{room.id}").set_value(reference)
    app.text_input(key=f"qualify.source.{room.id}").set_value("Fair")
    app.button(key="qualify.begin").click().run()
    return app


def answer(app: AppTest, criterion: str, label: str | None) -> None:
    name = "unknown" if label is None else f"answer.{label}"
    app.button(key=f"qualify.{criterion}.{name}").click().run()
    assert not app.exception


def test_a_lead_is_qualified_question_by_question_and_kept_with_its_version() -> None:
    room = in_force()
    app = begun(room)
    assert "Can still qualify: needs 5 of the 12 points left." in words(app)
    answer(app, "Budget", "Ready")
    assert "5 points** so far" in words(app)
    assert "Qualified, whatever the other answers." in words(app)
    answer(app, "Need", "One of ours")
    answer(app, "Timing", None)
    assert "Not known yet:** Timing" in words(app)
    assert "Hand it over to sales" in words(app)
    assert "Sales decides by **" in words(app)
    app.text_area(key=f"qualify.note.{room.id}").set_value(f"They called us. {HOSTILE}").run()
    app.button(key="qualify.keep").click().run()
    assert not app.error
    (lead,) = kept(room)
    assert (lead.reference, lead.source, lead.channel, lead.by_id) == (
        "Globex",
        "Fair",
        Channel.VETTED,
        person(room, "Sal"),
    )
    assert lead.answers == {"Budget": "Ready", "Need": "One of ours", "Timing": None}
    assert (lead.points, lead.verdict, lead.version) == (9, Verdict.QUALIFIED, 1)
    assert lead.note == f"They called us. {HOSTILE}"
    assert "Kept, with the version" in "".join(each.value for each in app.success)
    app.button(key="qualify.next_lead").click().run()
    assert f"qualify.reference.{room.id}" in keys(app)


def test_a_gate_that_is_failed_is_said_at_once_and_what_it_would_need_at_the_end() -> None:
    app = begun(in_force())
    answer(app, "Budget", "None")
    assert "Not qualified, whatever the other answers: Budget needs “Ready”." in words(app)
    answer(app, "Need", None)
    answer(app, "Timing", None)
    assert "What it would need" in words(app)
    assert "Budget “Ready” instead of “None”" in words(app)
    assert "it is not handed over" in words(app)


def test_one_goes_back_to_change_an_answer_and_nothing_else_is_lost() -> None:
    room = in_force()
    app = begun(room)
    answer(app, "Budget", "None")
    app.button(key="qualify.back").click().run()
    assert app.button(key="qualify.Budget.answer.None").proto.type == "primary"
    answer(app, "Budget", "Ready")
    app.button(key="qualify.later").click().run()
    answer(app, "Timing", "Soon")
    answer(app, "Need", "One of ours")
    app.selectbox(key="qualify.change").select("Timing").run()
    answer(app, "Timing", "Late")
    app.button(key="qualify.keep").click().run()
    assert kept(room)[0].answers == {"Budget": "Ready", "Need": "One of ours", "Timing": "Late"}


def test_the_problems_are_at_hand_and_the_chosen_ones_are_in_the_note() -> None:
    room = in_force()
    app = begun(room)
    answer(app, "Budget", "Ready")
    assert "They complain of month ends." in words(app)
    for problem in PROBLEMS:
        app.button(key=f"qualify.problem.{problem.name}").click().run()
    assert "· chosen" in app.button(key=f"qualify.problem.{PROBLEMS[0].name}").label
    app.button(key=f"qualify.problem.{PROBLEMS[0].name}").click().run()
    answer(app, "Need", "One of ours")
    answer(app, "Timing", "Soon")
    app.button(key="qualify.keep").click().run()
    assert kept(room)[0].note == f"Problems: {PROBLEMS[1].name}"


def test_what_is_begun_survives_a_change_of_page() -> None:
    room = in_force()
    app = begun(room)
    answer(app, "Budget", "Ready")
    app.switch_page(LIST).run()
    app.switch_page(PAGE).run()
    assert "Question 2 of 3" in shown(app)
    assert "5 points** so far" in words(app)


@pytest.mark.parametrize("reference", ["", "  "])
def test_a_lead_without_a_name_is_refused_and_the_source_stays(reference: str) -> None:
    room = in_force()
    app = begun(room, reference=reference)
    assert "Say which company or lead this is" in app.error[0].value
    assert app.text_input(key=f"qualify.source.{room.id}").value == "Fair"


def test_somebody_removed_meanwhile_keeps_nothing() -> None:
    room = in_force()
    app = begun(room)
    for name, label in (("Budget", "Ready"), ("Need", None), ("Timing", None)):
        answer(app, name, label)
    room.act(remove_participant, HOST, person(room, "Sal"))
    app.button(key="qualify.keep").click().run()
    assert kept(room) == []


def test_a_click_that_was_meant_for_the_question_before_answers_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = begun(in_force())
    answer(app, "Budget", "Ready")
    monkeypatch.setattr(asking, "DOUBLE_CLICK", 60.0)
    answer(app, "Need", "One of ours")
    assert "Question 2 of 3" in shown(app)


def test_a_new_version_meanwhile_is_said_and_answers_that_fit_stay() -> None:
    room = in_force()
    app = begun(room)
    answer(app, "Budget", "Ready")
    answer(app, "Need", "One of ours")
    room.act(open_draft, HOST)
    agree(room, TIMING.model_copy(update={"name": "Place"}))
    freeze_for(room, "Mark", "Dee", "Eve")
    sign_by(room, "Mark", "Dee", "Eve")
    app.run()
    assert "Version 2 of the definition came into force meanwhile" in app.warning[0].value
    assert "5 points** so far" not in words(app)
    assert "9 points** so far" in words(app)
    answer(app, "Timing", "Soon")
    answer(app, "Place", "Soon")
    app.button(key="qualify.keep").click().run()
    (lead,) = kept(room)
    assert (lead.version, lead.points) == (2, 15)


def test_hostile_texts_are_shown_as_typed() -> None:
    app = begun(in_force(), reference=HOSTILE)
    answer(app, "Budget", "Ready")
    answer(app, "Need", HOSTILE)
    answer(app, "Timing", "Soon")
    assert "<b>" not in shown(app)
    assert "$z$" not in shown(app)


def test_an_observer_is_told_who_qualifies_and_before_a_definition_so_is_everybody() -> None:
    app = screen(in_force(), "Obi", PAGE)
    assert "the three teams qualify leads" in words(app)
    assert not any(key.startswith("qualify.") for key in keys(app))
    app = screen(settled_room(NEED), "Sal", PAGE)
    assert "No definition is in force yet" in words(app)
