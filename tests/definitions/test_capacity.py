"""Capacity and the handoff's promise, against leads that are worked one after the other."""

from datetime import date, time
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definitions.business_hours import BusinessHours
from definitions.capacity import Team, capacity_sentence, workload
from definitions.handoff import Handoff, Supply
from definitions.profiles import Profiles
from definitions.promise import promise, promise_sentence, supply_sentence
from definitions.scorecard import Scorecard
from definitions.simulation import curve, figures
from definitions.threshold import Threshold
from tests.definitions.cards import SCORECARDS, card, drawn_profiles, one_by_one, qualifies

CARD = card([(5, 3, 0)], Threshold(qualified_from=5))


def monthly(*leads: int) -> Profiles:
    """So many leads with the best answer in January, February, ... 2026."""
    size = len(leads)
    none = np.zeros(size, dtype=np.int64)
    return Profiles(
        criteria=("A",),
        labels=(("best", "middle", "worst"),),
        months=tuple(f"2026-{month:02}" for month in range(1, size + 1)),
        answers=none.reshape(-1, 1),
        month=np.arange(size),
        leads=np.array(leads),
        won=none,
        lost=none,
        revenue=np.zeros(size),
    )


@given(SCORECARDS, st.integers(0, 3), st.integers(0, 400), st.integers(1, 9))
def test_a_threshold_can_be_worked_if_its_leads_a_week_are_within_capacity(
    scorecard: Scorecard, people: int, each: int, seed: int
) -> None:
    profiles = drawn_profiles(seed)
    found = workload(profiles, curve(profiles, scorecard), Team(people, each))
    assert found is not None
    for place, threshold in enumerate(found.thresholds.tolist()):
        there = figures(profiles, Scorecard(scorecard.criteria, Threshold(qualified_from=threshold)))
        assert there.leads_per_week is not None
        assert (found.leads[place], found.low[place], found.high[place]) == pytest.approx(
            there.leads_per_week
        )
        assert found.fits[place] == (found.leads[place] <= people * each)
        assert found.surely[place] <= found.fits[place]
    fitting = found.thresholds[found.fits]
    assert found.lowest == (fitting.min() if len(fitting) else None)


@given(SCORECARDS, st.integers(1, 9))
def test_the_flow_is_the_qualified_leads_by_the_weeks_of_the_calendar(
    scorecard: Scorecard, seed: int
) -> None:
    profiles = drawn_profiles(seed)
    leads = one_by_one(profiles)
    qualified = sum(month is not None and qualifies(scorecard, lead) for lead, month, _ in leads)
    found = promise(profiles, scorecard, Team(1, 5), Handoff())
    assert found is not None
    assert found.a_week == pytest.approx(qualified / ((31 + 28 + 31 + 30) / 7))


def test_a_queue_that_grows_breaks_the_clock_when_arithmetic_says() -> None:
    """Of 20 leads a week 10 are worked: after w weeks the queue is 10 w, which is w weeks of work."""
    found = promise(monthly(20 * 31, 20 * 28), CARD, Team(1, 70), Handoff(decide_hours=24, contact_hours=56))
    assert found is not None
    assert found.a_week == pytest.approx(140)
    assert (found.hours, found.kept_weeks, found.possible) == (80, pytest.approx(2.0), False)
    assert found.late == ("2026-01", "2026-02")
    assert "After about 2 weeks a new lead waits longer than the 80 business hours" in promise_sentence(found)


def test_a_team_that_works_what_comes_keeps_its_promise() -> None:
    found = promise(monthly(31, 28), CARD, Team(2, 5), Handoff())
    assert found is not None
    assert (found.kept_weeks, found.late, found.possible, found.at_once) == (inf, (), True, 18)
    assert (
        promise_sentence(found) == "The promise can be kept: 7 leads a week for sales, and 10 can be worked."
    )


def test_a_month_with_too_many_leads_is_named_although_the_mean_can_be_worked() -> None:
    found = promise(monthly(100, 0, 10), CARD, Team(1, 12), Handoff())
    assert found is not None
    assert (found.kept_weeks, found.late, found.possible) == (inf, ("2026-01",), False)
    assert "in January 2026 a lead would have waited longer" in promise_sentence(found)


def test_a_month_without_leads_lets_the_queue_go_down() -> None:
    gap = monthly(100, 0, 100)
    without = Profiles(
        **{
            **vars(gap),
            "months": ("2026-01", "2026-03"),
            "month": np.array([0, 1]),
            **{key: vars(gap)[key][[0, 2]] for key in ("answers", "leads", "won", "lost", "revenue")},
        }
    )
    team = Team(1, 13)
    assert promise(without, CARD, team, Handoff()) == promise(gap, CARD, team, Handoff())


def test_nobody_to_work_leads_breaks_every_promise_at_once() -> None:
    found = promise(monthly(10), CARD, Team(0, 10), Handoff())
    assert found is not None
    assert (found.kept_weeks, found.at_once, found.possible) == (0, 0, False)
    assert "cannot be kept" in promise_sentence(found)
    nobody = workload(monthly(10), curve(monthly(10), CARD), Team(0, 10))
    assert capacity_sentence(nobody, Team(0, 10), 5).startswith("Nobody works leads")


def test_without_months_there_is_not_enough_data() -> None:
    undated = Profiles(**{**vars(monthly(10)), "months": (), "month": np.array([-1])})
    assert workload(undated, curve(undated, CARD), Team(1, 1)) is None
    assert promise(undated, CARD, Team(1, 1), Handoff()) is None
    assert "not enough data" in promise_sentence(None)
    assert "not enough data" in capacity_sentence(None, Team(1, 1), 5)


def test_the_finding_says_which_thresholds_can_be_worked() -> None:
    profiles = drawn_profiles(1)
    scorecard = card([(5, 3, 0)] * 3, Threshold(qualified_from=10))
    drawn = curve(profiles, scorecard)
    assert drawn.leads_per_week is not None
    enough, little = Team(1, float(drawn.leads_per_week[0])), Team(1, float(drawn.leads_per_week[12]))
    assert "enough for any threshold" in capacity_sentence(workload(profiles, drawn, enough), enough, 10)
    found = workload(profiles, drawn, little)
    assert "from 12 points, and today's threshold is 10" in capacity_sentence(found, little, 10)
    assert "12 points or more, and so for today's" in capacity_sentence(found, little, 14)


def test_a_month_has_the_working_days_of_the_handoffs_calendar() -> None:
    """Germany's December 2026 has 22 working days; two weeks closed leave 12 of them, 2.4 weeks of work."""
    december = Profiles(**{**vars(monthly(96)), "months": ("2026-12",)})
    closed = tuple(date(2026, 12, day) for day in range(7, 18))
    german = BusinessHours(time_zone="Europe/Berlin", country="DE")
    for when, late in ((german, ()), (german.model_copy(update={"closed": closed}), ("2026-12",))):
        found = promise(december, CARD, Team(1, 22), Handoff(decide_hours=8, business_hours=when))
        assert found is not None
        assert found.late == late


def test_a_longer_week_makes_a_clock_of_as_many_hours_shorter() -> None:
    whole = BusinessHours(days=tuple(range(7)), opens=time(0), closes=time(0))
    for when, at_once in ((None, 200), (whole, 47)):
        handoff = Handoff(decide_hours=32, contact_hours=48, business_hours=when)
        found = promise(monthly(10), CARD, Team(1, 100), handoff)
        assert found is not None
        assert found.at_once == at_once


def test_marketings_volume_is_held_against_the_leads_and_the_people() -> None:
    handoff = Handoff(supply=Supply(leads_a_month=100))
    assert supply_sentence(Handoff(), Team(1, 1), None) == ""
    assert supply_sentence(handoff, Team(1, 23), None) == (
        "Marketing promises at least 100 qualified leads a month, about 23 leads a week, "
        "and 23 can be worked."
    )
    assert supply_sentence(handoff, Team(1, 10), None) == (
        "Marketing promises at least 100 qualified leads a month, about 23 leads a week: "
        "more than the 10 that can be worked."
    )
    found = promise(monthly(31, 28), CARD, Team(2, 15), handoff)
    assert supply_sentence(handoff, Team(2, 15), found) == (
        "Marketing promises at least 100 qualified leads a month, about 23 leads a week, "
        "and 30 can be worked. "
        "The leads tried here bring fewer: 7 leads a week."
    )
