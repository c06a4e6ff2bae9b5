"""The tabs of the what-if page: checks and what is counted in them."""

from __future__ import annotations

import csv
import io
import re

import pytest

from alignment.actions.clauses import propose_all, revise_clause
from alignment.actions.leads import add_lead_set
from alignment.present import present_scorecard
from data.adding_leads import add_sample
from data.room import Room
from data.samples import sample_leads
from data.settings import settings
from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.scorecard import score
from definitions.threshold import Threshold
from tests.pages.rooms import HOST, clause, keys, screen, shown
from tests.pages.what_ifs import BEST, PAGE, SLIDER, opened


@pytest.fixture
def room(room: Room) -> Room:
    room.act(propose_all, HOST, classic_scorecard())
    room.act(add_lead_set, HOST, add_sample(settings().leads))
    return room


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


def test_what_a_lead_would_need_is_said_beside_its_receipt(room: Room) -> None:
    assert "would need to qualify" in shown(opened(room, "One lead"))


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
