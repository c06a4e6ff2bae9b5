"""The bridge search as a whole: what it offers, what it recommends, and that it treats everybody alike."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bridge_rooms import Conflict, simulated
from definitions.bridge.candidates import Bridge, Evidence, Method
from definitions.bridge.card import Card, verdicts
from definitions.bridge.climbing import PENALTY, climbed, neighbours
from definitions.bridge.leaning import heard, observed
from definitions.bridge.learned import learned
from definitions.bridge.population import population
from definitions.bridge.room import Room, limits_of
from definitions.bridge.search import find_bridge
from definitions.bridge.starting import start_card
from tests.definitions.bridge.rooms import ROOMS, SEEDS, room, shuffled

QUICK = settings(max_examples=15, deadline=None)


def lowest(bridge: Bridge) -> list[float]:
    return [each.lowest for each in bridge.candidates]


@QUICK
@given(ROOMS, st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(found: Room, random: object) -> None:
    order = list(range(len(found.teams)))
    random.shuffle(order)  # type: ignore[attr-defined]
    other = find_bridge(shuffled(found, np.array(order)))
    assert lowest(other) == pytest.approx(lowest(find_bridge(found)))


@QUICK
@given(SEEDS, st.permutations(range(3)))
def test_the_names_of_teams_change_nothing(seed: int, names: list[int]) -> None:
    found = room(seed)
    bridge = find_bridge(found)
    other = find_bridge(replace(found, teams=np.array(names)[found.teams]))
    for one, two in zip(bridge.candidates, other.candidates, strict=True):
        assert [two.expected[name] for name in names] == pytest.approx(one.expected)
        assert [two.judged[name] for name in names] == pytest.approx(one.judged)


@QUICK
@given(ROOMS)
def test_the_learned_bridge_is_worth_no_less_than_any_other_candidate(found: Room) -> None:
    bridge, start = find_bridge(found), start_card(found)
    people = population(found)
    leaning = learned(found, start, people)

    def value(card: Card) -> float:
        return float(leaning.value(verdicts(card, people.leads))) - PENALTY * card.distance(start)

    best = value(bridge.candidate(Method.LEARNED).card)
    others = [value(bridge.candidate(m).card) for m in (Method.MEAN, Method.THRESHOLD, Method.EXACT)]
    assert best >= max(others) - 1e-9


@QUICK
@given(ROOMS)
def test_what_is_said_of_a_candidate_is_true_of_its_card(found: Room) -> None:
    bridge, limits = find_bridge(found), limits_of(found)
    votes = observed(found)
    for each in bridge.candidates:
        assert each.judged == votes.by_team(verdicts(each.card, found.answers), found.team_count)
        assert each.distance == each.card.distance(bridge.start)
        assert bool(each.changes) == (each.card != bridge.start)
        assert limits.lowest <= each.card.flat.min() <= each.card.flat.max() <= limits.highest


@QUICK
@given(ROOMS)
def test_nothing_on_a_frontier_is_better_for_both_teams(found: Room) -> None:
    bridge = find_bridge(found)
    for line in bridge.frontiers:
        firsts, seconds = [c.first for c in line.compromises], [c.second for c in line.compromises]
        assert firsts == sorted(set(firsts))
        assert seconds == sorted(set(seconds), reverse=True)
        for each in bridge.candidates:
            a, b = each.expected[line.first_team], each.expected[line.second_team]
            assert any(c.first >= a - 1e-8 and c.second >= b - 1e-8 for c in line.compromises)


@QUICK
@given(SEEDS)
def test_each_step_up_is_better_and_the_top_has_no_better_neighbour(seed: int) -> None:
    found = room(seed)
    start, people, limits = start_card(found), population(found), limits_of(found)
    leaning = learned(found, start, people)

    def value(card: Card) -> float:
        return float(leaning.value(verdicts(card, people.leads))) - PENALTY * card.distance(start)

    way = climbed(start, start, people.leads, leaning, limits)
    values = [value(card) for card in way]
    assert values == sorted(values)
    around = neighbours(way[-1], limits)
    near = (around.card(place, found.sizes) for place in range(len(around.thresholds)))
    assert max(value(card) for card in near) <= values[-1] + 1e-8


def test_where_all_agree_with_the_present_scorecard_it_is_kept() -> None:
    found = room(2, cards=False)
    votes = np.tile(verdicts(found.present, found.answers).astype(float), (len(found.teams), 1))
    bridge = find_bridge(replace(found, votes=votes))
    assert bridge.recommendation.candidate is bridge.candidate(Method.PRESENT)
    assert min(bridge.candidate(Method.PRESENT).judged) == 1.0


@pytest.mark.parametrize("seed", range(12))
def test_the_threshold_alone_is_recommended_unless_more_gains_two_points(seed: int) -> None:
    bridge = find_bridge(simulated(seed, Conflict.MEDIUM).room)
    simple, whole = bridge.candidate(Method.THRESHOLD), bridge.candidate(Method.LEARNED)
    present, chosen = bridge.candidate(Method.PRESENT), bridge.recommendation.candidate
    near = bridge.candidate(Method.NEAR)
    best = whole if whole.lowest - simple.lowest >= 0.02 else simple
    if best.lowest - present.lowest < 0.02:
        assert chosen is present
    elif near.lowest - present.lowest >= 0.02 and best.lowest - near.lowest < 0.02:
        assert chosen is near
    else:
        assert chosen is best


@pytest.mark.parametrize(
    ("leads", "evidence"),
    [(7, Evidence.NOT_ENOUGH), (8, Evidence.HURRY), (15, Evidence.HURRY), (16, Evidence.ENOUGH)],
)
def test_eight_leads_are_needed_and_sixteen_are_enough(leads: int, evidence: Evidence) -> None:
    bridge = find_bridge(room(4, leads=leads))
    assert bridge.evidence is evidence
    assert (bridge.recommendation.candidate is None) == (evidence is Evidence.NOT_ENOUGH)


def test_one_team_that_has_judged_too_little_is_enough_to_recommend_nothing() -> None:
    found = room(4)
    votes = found.votes.copy()
    votes[found.teams == 1, 7:] = np.nan
    bridge = find_bridge(replace(found, votes=votes))
    assert bridge.recommendation.candidate is None
    assert "the fewest has judged 7" in bridge.recommendation.reason


@pytest.mark.parametrize("leads", [0, 16])
def test_without_any_judgement_only_cards_are_shown(leads: int) -> None:
    found = room(4)
    votes = np.full((len(found.teams), leads), np.nan)
    found = replace(found, answers=found.answers[:leads], votes=votes)
    bridge = find_bridge(found)
    assert [each.method for each in bridge.candidates] == [Method.PRESENT, Method.MEAN]
    assert np.isnan(bridge.candidates[0].lowest)
    assert bridge.frontiers == ()
    assert heard(found) == ()


def test_forty_people_eight_criteria_and_sixteen_leads_take_less_than_a_second() -> None:
    found = room(1, people=40, criteria=8)
    find_bridge(room(1))  # the solver is loaded at the first search
    begun = time.process_time()
    find_bridge(found)
    assert time.process_time() - begun < 1.0
