"""The bridge page: what could unite the teams, from their blind judgements, one click from a proposal."""

from __future__ import annotations

import streamlit as st

from alignment.actions.ballots import open_all_ballots
from alignment.actions.calibrations import judge_lead, open_calibration, reveal_calibration
from alignment.actions.clauses import revise_clause
from alignment.actions.definition import freeze
from alignment.actions.leads import add_lead_set
from alignment.judgements import Judgement
from alignment.people import Team
from alignment.present import present_scorecard
from data.room import Room
from data.settings import settings
from definitions.threshold import Threshold
from pages.decide.bridges.picture import names_apart
from tests.alignment.rooms import LEADS
from tests.alignment.stages import DRAWN
from tests.pages.bridged import bridged, calibrating, calibration, judged
from tests.pages.rooms import HOST, clause, everybody_votes, keys, person, screen, shown, words

PAGE = "pages/decide/bridge.py"
PROPOSE_A = "bridge.propose.A"


def threshold(room: Room) -> int:
    found = present_scorecard(room.workshop())
    assert found is not None
    return found.threshold.qualified_from


def test_a_stranger_meets_the_gate(room: Room) -> None:
    assert "not in a workshop" in shown(screen(bridged(room), None, PAGE))


def test_before_a_reveal_the_page_says_so_and_shows_nothing_of_what_was_judged(room: Room) -> None:
    assert "No calibration has been revealed yet" in words(screen(room, "Sal", PAGE))
    judged(calibrating(room))
    app = screen(room, "Hana", PAGE)
    assert "One is going on" in words(app)
    assert not app.get("vega_lite_chart")
    assert " of 16" not in words(app)


def test_too_few_judgements_are_said_in_a_sentence(room: Room) -> None:
    app = screen(bridged(room, leads=5), "Sal", PAGE)
    assert "each team should judge at least 8 leads" in words(app)
    assert "has judged 5" in words(app)
    assert PROPOSE_A not in keys(app)


def test_half_the_leads_are_enough_in_a_hurry_and_that_is_said(room: Room) -> None:
    assert "enough in a hurry" in words(screen(bridged(room, leads=10), "Sal", PAGE))


def test_nobodys_judgements_are_too_few(room: Room) -> None:
    calibrating(room)
    room.act(reveal_calibration, HOST, calibration(room).id)
    assert "has judged 0" in words(screen(room, "Sal", PAGE))


def test_one_teams_judgements_are_no_bridge(room: Room) -> None:
    calibrating(room)
    for lead in range(16):
        room.act(judge_lead, person(room, "Sal"), calibration(room).id, lead, Judgement.QUALIFIED)
    room.act(reveal_calibration, HOST, calibration(room).id)
    assert "two teams at least" in words(screen(room, "Sal", PAGE))


def test_without_criteria_on_the_table_there_is_nothing_to_bridge(room: Room) -> None:
    room.act(add_lead_set, HOST, LEADS)
    room.act(open_calibration, HOST, "Before", LEADS.lead_set, 7, DRAWN)
    room.act(reveal_calibration, HOST, calibration(room).id)
    assert "no criteria on the table" in words(screen(room, "Sal", PAGE))


def test_chart_and_words_tell_how_far_each_team_agrees_now_and_with_each_compromise(
    room: Room,
) -> None:
    app = screen(bridged(room), "Sal", PAGE)
    (chart,) = app.get("vega_lite_chart")
    assert "Now: marketing" in chart.proto.alt
    assert " A: marketing" in chart.proto.alt
    said = words(app)
    assert "Recommended: A" in said
    assert "Now** · Marketing 7 of 16, executives 13 of 16, sales 16 of 16" in said
    assert "Threshold 16 instead of 20" in said
    assert said.count("wins kept") == said.count("Expected agreement")
    assert "optimistic by about 2 points" in said
    assert "says nothing about winning" in said


def test_where_the_teams_agree_with_the_scorecard_it_is_kept(room: Room) -> None:
    judged(calibrating(room), wanted=dict.fromkeys(Team, 20))
    room.act(reveal_calibration, HOST, calibration(room).id)
    said = words(screen(room, "Sal", PAGE))
    assert "Keep the present scorecard" in said
    assert "Recommended" not in said


def test_a_compromise_is_one_click_from_a_proposal(room: Room) -> None:
    app = screen(bridged(room), "Sal", PAGE)
    app.button(key=PROPOSE_A).click().run()
    assert not app.exception
    assert threshold(room) == 16
    assert clause(room, "Threshold").revision.by == person(room, "Sal")
    assert clause(room, "Threshold").revision.note == "A compromise from what was judged blind in “Before”."
    assert "Now** · Marketing 10 of 16" in words(app)


def test_a_compromise_with_a_wording_that_was_overtaken_is_refused_whole(room: Room) -> None:
    app = screen(bridged(room), "Sal", PAGE)
    propose_first = clause(room, "Threshold")
    room.act(revise_clause, HOST, propose_first.id, 1, Threshold(qualified_from=12))
    app.button(key=PROPOSE_A).click().run()
    assert "changed this clause" in app.error[0].value
    assert threshold(room) == 12


def test_observers_read_and_cannot_propose(room: Room) -> None:
    app = screen(bridged(room), "Obi", PAGE)
    assert "for members of the three teams" in words(app)
    assert not [key for key in keys(app) if key.startswith("bridge.propose")]


def test_a_later_calibration_is_shown_first_and_an_earlier_one_can_be_chosen(room: Room) -> None:
    bridged(room)
    first = calibration(room).id
    judged(calibrating(room, seed=2), leads=4)
    room.act(reveal_calibration, HOST, calibration(room).id)
    app = screen(room, "Sal", PAGE)
    assert "has judged 4" in words(app)
    app.selectbox(key="bridge.calibration").set_value(first).run()
    assert "Recommended: A" in words(app)


def test_leads_that_cannot_be_read_leave_the_wins_out_and_nothing_else(room: Room) -> None:
    bridged(room)
    for file in settings().leads.iterdir():
        file.unlink()
    st.cache_resource.clear()
    said = words(screen(room, "Sal", PAGE))
    assert "Wins cannot be shown" in said
    assert "wins kept" not in said
    assert "Recommended: A" in said


def test_a_team_that_judged_nothing_is_named(room: Room) -> None:
    calibrating(room)
    for name in ("Sal", "Mark"):
        for lead in range(16):
            said = Judgement.QUALIFIED if lead % 2 else Judgement.NOT
            room.act(judge_lead, person(room, name), calibration(room).id, lead, said)
    room.act(reveal_calibration, HOST, calibration(room).id)
    assert "Executives judged nothing" in words(screen(room, "Dee", PAGE))


def test_a_frozen_draft_is_read_and_not_proposed_to(room: Room) -> None:
    bridged(room)
    room.act(open_all_ballots, HOST)
    for each in room.workshop().clauses.values():
        everybody_votes(room, each.name)
    room.act(freeze, HOST, [person(room, name) for name in ("Mark", "Sal", "Eve", "Dee")])
    app = screen(room, "Sal", PAGE)
    assert "frozen for signing" in words(app)
    assert PROPOSE_A not in keys(app)


def test_points_that_lie_on_each_other_share_one_name() -> None:
    points = [(0.7, 0.7, "Now"), (0.8, 0.6, "A"), (0.81, 0.61, "B"), (0.9, 0.61, "C")]
    assert names_apart(points) == ["Now", "A, B", "", "C"]
