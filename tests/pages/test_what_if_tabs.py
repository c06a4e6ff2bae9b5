"""The tabs of the what-if page: scenarios, golden leads, checks and what is counted in them."""

from __future__ import annotations

import csv
import io
import re

import pytest
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.actions.golden_leads import keep_golden_lead
from alignment.actions.leads import add_lead_set
from alignment.actions.scenarios import save_scenario
from alignment.present import present_scorecard
from data.lead_sets import add_sample
from data.room import Room
from data.samples import sample_leads
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.scorecard import Verdict, score
from definitions.threshold import Threshold
from definitions.what_if import Bands, WhatIf
from tests.pages.rooms import (
    HOST,
    HOSTILE,
    clause,
    everybody_votes,
    keys,
    person,
    put_to_vote,
    screen,
    shown,
    staffed_room,
)

PAGE = "pages/simulate/what_if.py"
SLIDER = "what_if.threshold.0.25"
LOWER = WhatIf().with_bands(Bands(15, 12))
BEST = {"Budget": "Ready", "Role": "Decision maker", "Need": "Clear", "Timing": "Within six months"}


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    return room


def opened(room: Room, tab: str, name: str = "Sal") -> AppTest:
    """Somebody's page with one tab open."""
    app = screen(room, name, PAGE)
    app.session_state["what_if.tab"] = tab
    return app.run()


def naive(points: int) -> dict[str, int]:
    """What a threshold does to the sample, lead by lead with the classic points."""
    scorecard = [content for content in classic_scorecard() if isinstance(content, Criterion)]
    rows = list(csv.DictReader(io.StringIO(sample_leads().decode())))
    worth = [sum(c.points(row[c.name]) for c in scorecard) for row in rows]
    sent = [row["Outcome"] for row, total in zip(rows, worth, strict=True) if total >= points]
    wins = sum(row["Outcome"] == "won" for row in rows)
    won = sent.count("won")
    kept = round(100 * won / wins)
    return {"sent": len(sent), "kept": kept, "missed": wins - won, "lost": sent.count("lost")}


def test_the_numbers_on_the_page_are_those_counted_lead_by_lead(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.slider(key=SLIDER).set_value(17).run()
    found = {metric.label: metric.value for metric in app.metric}
    expected = naive(17)
    assert found["To sales a week"] == str(round(expected["sent"] / (181 / 7)))
    assert found["Wins kept"] == f"{expected['kept']}\u00a0%"
    assert (found["Wins missed"], found["Wasted calls"]) == (str(expected["missed"]), str(expected["lost"]))


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


def test_who_flips_is_paged_and_a_group_shows_both_receipts(room: Room) -> None:
    app = opened(room, "Who flips")
    assert "No lead gets another verdict" in shown(app)
    app.slider(key=SLIDER).set_value(15).run()
    groups = [each for each in app.expander if "→" in each.label]
    assert len(groups) == 6
    folded = re.search(r"what_if\.flip\.\w+", repr(app.session_state))
    assert folded is not None
    app.session_state[folded.group()] = True
    words = shown(app.run())
    assert "By the draft" in words
    assert "As tried here" in words
    assert "L\\-0" in words


def test_capacity_says_when_the_promise_cannot_be_kept(room: Room) -> None:
    app = opened(room, "Capacity")
    assert "can be kept" in shown(app)
    app.number_input(key="what_if.people").set_value(1)
    app.number_input(key="what_if.each").set_value(2).run()
    assert "cannot be kept" in shown(app)


def test_money_is_counted_once_both_prices_are_said(room: Room) -> None:
    app = opened(room, "Money")
    charts = len(app.get("vega_lite_chart"))
    app.number_input(key="what_if.cost").set_value(100.0)
    app.number_input(key="what_if.margin").set_value(2000.0).run()
    assert len(app.get("vega_lite_chart")) == charts + 1
    assert "decided leads" in shown(app)


def test_a_price_with_cents_is_shown_as_it_was_typed(room: Room) -> None:
    app = opened(room, "Money")
    app.number_input(key="what_if.cost").set_value(12.5).run()
    field = app.number_input(key="what_if.cost")
    assert field.proto.format % field.value == "12.5"


def test_what_predicts_is_said_in_words(room: Room) -> None:
    words = shown(opened(room, "What predicts"))
    assert "criteria predict winning here" in words
    assert "Timing predicts nothing here" in words


def test_the_classic_scorecard_shows_three_contradictions_and_two_gaps_each_with_its_repair(
    room: Room,
) -> None:
    app = opened(room, "Checks")
    words = shown(app)
    assert "Five findings" in words
    assert words.count("Qualifies without what it should have") == 3
    assert words.count("Numbers that no answer covers") == 2
    repairs = sorted(key for key in keys(app) if key.startswith(("what_if.try.", "what_if.mend.")))
    assert repairs == [*("what_if.mend.3", "what_if.mend.4"), *(f"what_if.try.{n}" for n in range(3))]


def test_a_repair_of_a_gate_is_tried(room: Room) -> None:
    app = opened(room, "Checks")
    app.button(key="what_if.try.0").click().run()
    assert shown(app).count("Qualifies without what it should have") == 2
    assert "what_if.propose" in keys(app)


def test_a_repair_that_adds_an_answer_is_proposed(room: Room) -> None:
    app = opened(room, "Checks")
    app.button(key="what_if.mend.3").click().run()
    assert len(clause(room, "Timing").revisions) + len(clause(room, "Size").revisions) == 3
    assert shown(app).count("Numbers that no answer covers") == 1


def test_an_overtaken_repair_is_refused_in_words(room: Room) -> None:
    app = opened(room, "Checks")
    for name in ("Timing", "Size"):
        changed = clause(room, name).content.model_copy(update={"question": "Or so?"})
        room.act(revise_clause, HOST, clause(room, name).id, 1, changed)
    app.button(key="what_if.mend.3").click().run()
    assert "changed this clause while you were" in app.error[0].value


def test_an_observer_sees_the_findings_without_the_forms(room: Room) -> None:
    app = opened(room, "Checks", "Obi")
    assert "Numbers that no answer covers" in shown(app)
    assert not [key for key in keys(app) if key.startswith("what_if.mend")]


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


def test_what_a_lead_would_need_is_said_beside_its_receipt(room: Room) -> None:
    assert "would need to qualify" in shown(opened(room, "One lead"))


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


def test_points_and_threshold_are_proposed_by_one_action(room: Room) -> None:
    app = screen(room, "Sal", PAGE)
    app.session_state[f"what_if.criterion.{clause(room, 'Budget').id}"] = True
    app.slider(key=SLIDER).set_value(16).run()
    app.number_input(key=f"what_if.points.{clause(room, 'Budget').id}.Ready").set_value(4).run()
    app.button(key="what_if.propose").click().run()
    assert [len(clause(room, name).revisions) for name in ("Budget", "Threshold")] == [2, 2]
    assert clause(room, "Threshold").content == Threshold(qualified_from=16, nurture_from=12)
    scorecard = present_scorecard(room.workshop())
    assert scorecard is not None
    assert score(scorecard, BEST).points == 19
