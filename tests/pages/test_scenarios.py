"""What is kept of what was tried: scenarios and golden leads, on the tabs of the what-if page."""

from __future__ import annotations

import pytest

from alignment.actions.clauses import propose_all
from alignment.actions.golden_leads import keep_golden_lead
from alignment.actions.leads import add_lead_set
from alignment.actions.scenarios import save_scenario
from data.adding_leads import add_sample
from data.room import Room
from data.settings import settings
from data.starter import classic_scorecard
from definitions.scorecard import Verdict
from definitions.what_if import Bands, WhatIf
from tests.pages.rooms import (
    HOST,
    HOSTILE,
    everybody_votes,
    keys,
    person,
    put_to_vote,
    screen,
    shown,
    staffed_room,
)
from tests.pages.what_ifs import BEST, PAGE, SLIDER, opened

LOWER = WhatIf().with_bands(Bands(15, 12))


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    return room


def test_a_scenario_is_saved_under_a_name_and_tried_again_with_one_click(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.slider(key=SLIDER).set_value(15).run()
    app.text_input(key="what_if.scenario_name").set_value("More calls")
    app.button(key="what_if.save").click().run()
    (kept,) = room.workshop().scenarios.values()
    assert (kept.name, kept.scenario.what_if) == ("More calls", LOWER)
    app.button_group(key="what_if.scenario").set_value("draft").run()
    assert app.slider(key=SLIDER).value == 20
    app.button_group(key="what_if.scenario").set_value(kept.id).run()
    assert app.slider(key=SLIDER).value == 15
    assert "Saved by Sal" in shown(app)


def test_a_scenario_without_a_name_is_refused_and_nothing_is_lost(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.slider(key=SLIDER).set_value(15).run()
    app.button(key="what_if.save").click().run()
    assert app.error
    assert app.slider(key=SLIDER).value == 15
    assert not room.workshop().scenarios


def test_a_scenario_is_removed_by_who_saved_it_and_by_nobody_else_but_the_host(room: Room) -> None:
    room.act(save_scenario, person(room, "Sal"), "More calls", LOWER)
    (scenario_id,) = room.workshop().scenarios
    other = screen(room, "Eve", PAGE)
    other.button_group(key="what_if.scenario").set_value(scenario_id).run()
    assert f"what_if.remove.{scenario_id}" not in keys(other)
    app = screen(room, "Sal", PAGE)
    app.button_group(key="what_if.scenario").set_value(scenario_id).run()
    app.button(key=f"what_if.remove.{scenario_id}").click().run()
    assert not room.workshop().scenarios
    assert app.slider(key=SLIDER).value == 15


def test_an_observer_tries_scenarios_but_saves_none(room: Room) -> None:
    room.act(save_scenario, HOST, HOSTILE, LOWER)
    app = screen(room, "Obi", PAGE)
    app.slider(key=SLIDER).set_value(16).run()
    assert "what_if.save" not in keys(app)


def test_scenarios_stand_side_by_side_with_what_they_change(room: Room) -> None:
    room.act(save_scenario, HOST, "More | calls", LOWER)
    room.act(save_scenario, HOST, "Fewer", WhatIf().with_gate("Need", "Clear"))
    words = shown(opened(room, "Compare"))
    head = next(line for line in words.splitlines() if "Draft" in line and line.startswith("|"))
    assert head.count(" | ") == 3
    assert "15 points" in words
    assert "Need" in next(line for line in words.splitlines() if "Other points" in line)


def test_a_lead_is_kept_as_golden_by_its_answers_only(room: Room) -> None:
    app = opened(room, "One lead")
    app.text_input(key="golden.name").set_value("The far-away one")
    app.button(key="golden.keep").click().run()
    (kept,) = room.workshop().golden_leads.values()
    assert kept.name == "The far-away one"
    assert "L-0001" not in str(kept)
    assert "Every golden lead gets its verdict" in shown(app)


def test_a_golden_lead_without_a_name_is_refused(room: Room) -> None:
    app = opened(room, "One lead")
    app.button(key="golden.keep").click().run()
    assert app.error
    assert not room.workshop().golden_leads


def test_a_change_that_flips_a_golden_lead_is_said_at_once(room: Room) -> None:
    room.act(keep_golden_lead, HOST, "The big one", BEST, Verdict.QUALIFIED)
    app = screen(room, "Sal", PAGE)
    app.slider(key=SLIDER).set_value(25).run()
    assert "Golden leads that get another verdict" in shown(app)


def test_a_golden_lead_is_dropped_by_who_kept_it(room: Room) -> None:
    room.act(keep_golden_lead, person(room, "Sal"), "The big one", BEST, Verdict.QUALIFIED)
    (golden_id,) = room.workshop().golden_leads
    for name, may in (("Eve", False), ("Sal", True)):
        app = opened(room, "Golden leads", name)
        app.session_state[f"golden.{golden_id}"] = True
        app.run()
        assert (f"golden.{golden_id}.drop" in keys(app)) == may
    app.button(key=f"golden.{golden_id}.drop").click().run()
    assert not room.workshop().golden_leads


@pytest.mark.parametrize("page", [PAGE, "pages/publish/sign_off.py"])
def test_a_flipped_golden_lead_blocks_freezing_until_it_is_acknowledged(page: str) -> None:
    room = staffed_room()
    room.act(keep_golden_lead, HOST, "The big one", BEST, Verdict.NURTURE)
    put_to_vote(room, *classic_scorecard())
    for each in room.workshop().clauses.values():
        everybody_votes(room, each.name)
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    (golden_id,) = room.workshop().golden_leads
    app = screen(room, "Hana", page) if page != PAGE else opened(room, "Golden leads", "Hana")
    assert "freeze.go" not in keys(app)
    app.button(key=f"golden.{golden_id}.accept").click().run()
    assert "Say why the other verdict is right" in app.error[0].value
    app.text_input(key=f"golden.{golden_id}.reason").set_value("It grew.")
    app.button(key=f"golden.{golden_id}.accept").click().run()
    assert room.workshop().golden_leads[golden_id].acknowledged is not None
    assert "freeze.go" in keys(screen(room, "Hana", "pages/publish/sign_off.py"))
