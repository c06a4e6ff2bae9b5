"""Calibrate: leads are drawn and judged blind, one after another."""

from __future__ import annotations

from time import sleep

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.calibrations import judge_lead, reveal_calibration
from data.room import Room
from data.starter import classic_scorecard
from pages.start.calibration import judging
from tests.pages.calibrations import (
    DRAWN,
    NO,
    PAGE,
    UNSURE,
    YES,
    choice,
    judge,
    judged,
    latest,
    opened,
    with_leads,
)
from tests.pages.hostile import TEXTS
from tests.pages.rooms import HOST, HOSTILE, keys, person, propose, screen, shown, words

pytestmark = pytest.mark.usefixtures("quick_clicks")


def progress(app: AppTest) -> str:
    return str(app.get("progress")[0].proto.text)


def test_the_facilitator_sees_which_kinds_are_drawn_and_puts_them_before_everybody(room: Room) -> None:
    app = screen(with_leads(room), "Hana", PAGE)
    assert "16 leads will be drawn:" in words(app)
    assert "4 close to the threshold" in words(app)
    app.select_slider(key="calibrate.opening.count").set_value(8).run()
    assert "2 close to the threshold" in words(app)
    app.button(key="calibrate.opening.go").click().run()
    assert (latest(room).name, len(latest(room).drawn.leads)) == ("Before the definition", 8)
    assert progress(app) == "0 of 8 judged"


def test_what_is_shown_is_what_is_drawn_until_others_are_asked_for(room: Room) -> None:
    app = screen(with_leads(room), "Hana", PAGE)
    noted = f"calibrate.opening.seed.{room.id}"
    first = app.session_state["notes"][noted]
    app.button(key="calibrate.opening.others").click().run()
    second = app.session_state["notes"][noted]
    app.button(key="calibrate.opening.go").click().run()
    assert first != second
    assert latest(room).seed == second


def test_a_calibration_without_a_name_is_refused_and_nothing_opens(room: Room) -> None:
    app = screen(with_leads(room), "Hana", PAGE)
    app.text_input(key="calibrate.opening.name").set_value("  ").run()
    app.button(key="calibrate.opening.go").click().run()
    assert app.error
    assert not room.workshop().calibrations


def test_without_criteria_or_leads_the_facilitator_is_led_to_them(room: Room) -> None:
    app = screen(room, "Hana", PAGE)
    assert "Propose the criteria first" in words(app)
    propose(room, *classic_scorecard())
    app = screen(room, "Hana", PAGE)
    app.button(key="calibrate.sample").click().run()
    assert "leads will be drawn" in words(app)


@pytest.mark.parametrize("name", ["Sal", "Obi"])
def test_before_it_begins_the_others_are_told_who_begins(room: Room, name: str) -> None:
    app = screen(room, name, PAGE)
    assert "There is nothing to judge yet. Hana begins it." in words(app)
    assert not [key for key in keys(app) if key.startswith("calibrate")]


def test_one_lead_after_another_is_judged_with_a_reason_if_one_likes(room: Room) -> None:
    app = screen(opened(room), "Sal", PAGE)
    assert "Lead 1 of 8" in app.subheader[0].value
    app.text_area(key=choice(room, "Sal", 0, "reason")).set_value(" Too small. ")
    app.button(key=choice(room, "Sal", 0, NO)).click().run()
    assert (judged(room, "Sal")[0].judgement, judged(room, "Sal")[0].reason) == (NO, "Too small.")
    assert "Lead 2 of 8" in app.subheader[0].value
    assert progress(app) == "1 of 8 judged"


def test_a_lead_is_its_questions_and_answers_and_a_missing_answer_is_said(room: Room) -> None:
    propose(room, *classic_scorecard())
    app = screen(opened(room), "Sal", PAGE)
    assert "Budget: What is the status of the budget for this purchase?" in shown(app)
    for _ in range(6):
        app.button(key="calibrate.later").click().run()
    assert "not answered" in shown(app)
    assert "sure" not in "".join(html.proto.body for html in app.get("html"))


def test_keys_one_two_three_judge(room: Room) -> None:
    app = screen(opened(room), "Sal", PAGE)
    assert [app.button(key=choice(room, "Sal", 0, each)).proto.shortcut for each in (YES, NO, UNSURE)] == [
        "1",
        "2",
        "3",
    ]


def test_a_judgement_can_be_changed_and_the_last_one_counts(room: Room) -> None:
    judge(opened(room), "Sal", [YES] * 8)
    app = screen(room, "Sal", PAGE)
    assert "You have judged every lead" in app.success[0].value
    app.button(key=f"calibrate.change.{latest(room).id}.2").click().run()
    app.button(key=choice(room, "Sal", 2, UNSURE)).click().run()
    assert judged(room, "Sal")[2].judgement is UNSURE
    assert "You have judged every lead" in app.success[0].value


def test_the_same_judgement_again_is_no_second_fact_and_no_refusal(room: Room) -> None:
    judge(opened(room), "Sal", [YES])
    app = screen(room, "Sal", PAGE)
    before = room.workshop().head
    app.button(key="calibrate.back").click().run()
    app.button(key=choice(room, "Sal", 0, YES)).click().run()
    assert (room.workshop().head, len(app.error)) == (before, 0)
    assert "Lead 2 of 8" in app.subheader[0].value


def test_a_second_click_on_the_heels_of_the_first_judges_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = screen(opened(room), "Sal", PAGE)
    app.button(key=choice(room, "Sal", 0, YES)).click().run()
    monkeypatch.setattr(judging, "DOUBLE_CLICK", 60.0)
    app.button(key=choice(room, "Sal", 1, YES)).click().run()
    assert set(judged(room, "Sal")) == {0}
    assert "Lead 2 of 8" in app.subheader[0].value


def test_a_key_that_reaches_the_lead_before_too_judges_only_the_lead_on_the_screen(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a browser the buttons of the lead before may still listen to the keys."""
    app = screen(opened(room), "Sal", PAGE)
    before = app.button(key=choice(room, "Sal", 0, NO)).click()
    also = before._widget_state
    app.button(key=choice(room, "Sal", 0, NO)).set_value(False)
    app.button(key=choice(room, "Sal", 0, YES)).click().run()
    monkeypatch.setattr(judging, "DOUBLE_CLICK", 0.2)
    sleep(0.25)
    app.button(key=choice(room, "Sal", 1, NO)).click()
    states = app._tree.get_widget_states()
    states.widgets.insert(0, also)
    app._run(states)
    assert {lead: said.judgement for lead, said in judged(room, "Sal").items()} == {0: YES, 1: NO}


def test_two_tabs_count_once_and_go_on_where_the_other_stopped(room: Room) -> None:
    one, other = screen(opened(room), "Sal", PAGE), screen(room, "Sal", PAGE)
    one.button(key=choice(room, "Sal", 0, YES)).click().run()
    other.button(key=choice(room, "Sal", 0, NO)).click().run()
    assert {lead: said.judgement for lead, said in judged(room, "Sal").items()} == {0: NO}
    assert "Lead 2 of 8" in screen(room, "Sal", PAGE).subheader[0].value


def test_a_judgement_after_the_reveal_is_refused_and_its_reason_is_still_there(room: Room) -> None:
    app = screen(opened(room), "Sal", PAGE)
    app.text_area(key=choice(room, "Sal", 0, "reason")).set_value("Half a thought")
    room.act(reveal_calibration, HOST, latest(room).id)
    app.button(key=choice(room, "Sal", 0, YES)).click().run()
    app.run()
    assert not judged(room, "Sal")
    assert "Half a thought" in [text.value for text in app.text]


def test_home_leads_to_the_leads_that_wait(room: Room) -> None:
    app = screen(opened(with_leads(room)), "Sal")
    assert "Judge the leads: 0 of 6 have finished." in words(app)
    assert "calibrate" in [link.proto.page for link in app.main.get("page_link")]


def test_hostile_text_is_shown_as_it_was_typed(room: Room) -> None:
    hostile = DRAWN.model_copy(
        update={"criteria": (HOSTILE, "Role"), "labels": ((f"{HOSTILE} best", "None"), DRAWN.labels[1])}
    )
    opened(room, hostile, name=HOSTILE)
    assert "&lt;b&gt;x&lt;/b&gt; **y**" in shown(screen(room, "Sal", PAGE))
    judge(room, "Sal", [YES] * 8, HOSTILE)
    judge(room, "Mark", [NO] * 8, HOSTILE)
    room.act(reveal_calibration, HOST, latest(room).id)
    app = screen(room, "Eve", PAGE)
    assert not any("<b>x</b>" in html.proto.body for html in app.get("html"))
    assert not any("<b>x</b>" in each.value for each in (*app.markdown, *app.caption))


@pytest.mark.parametrize("kind", TEXTS)
def test_the_page_opens_whatever_people_typed(room: Room, kind: str) -> None:
    short, reason = " ".join(TEXTS[kind].split())[:150], TEXTS[kind][:900]
    hostile = DRAWN.model_copy(
        update={"criteria": (short, "Role"), "labels": ((short, "None"), DRAWN.labels[1])}
    )
    opened(room, hostile, name=short)
    judge(room, "Sal", [YES, NO] * 4, reason)
    judge(room, "Mark", [NO] * 8, reason)
    screen(room, "Sal", PAGE)
    room.act(reveal_calibration, HOST, latest(room).id)
    app = screen(room, "Eve", PAGE)
    assert "Leads to talk about" in [each.value for each in app.subheader]


def test_a_stranger_meets_the_gate(room: Room) -> None:
    room.act(judge_lead, person(room, "Sal"), latest(opened(room)).id, 0, YES)
    assert "You are not in a workshop here" in shown(screen(room, None, PAGE))
