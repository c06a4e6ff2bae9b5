"""What unqualified leads cost, and the five promises."""

from __future__ import annotations

from math import inf, isnan

import pytest

from definitions.measures.cost import CostInput, Inquiries, cost, cost_sentence, inquiries, inquiries_sentence
from definitions.measures.evidence import Rate
from definitions.measures.promises import Gain, Promised, Turn, computed, five_promises, promise_sentence
from tests.definitions.measures.made import counted, lead

BAD = [lead(mql=1, rejected=2)] * 8 + [lead(mql=1, accepted=2, lost=9)] * 2
GOOD = [lead(mql=1, accepted=2, sql=3, lost=9)] * 5


def test_hours_and_money_are_for_rejected_leads_and_those_accepted_in_vain() -> None:
    found = cost(counted(BAD + GOOD), CostInput(15, 90, 60))
    assert (found.rejected, found.wasted, found.hours, found.money) == (8, 2, 5, 300)
    assert found.rate == Rate(10, 15)
    assert cost_sentence(found, "EUR") == (
        "Sales spent 5 hours or 300 EUR on 10 leads that were not qualified: 8 rejected, 2 accepted in vain."
    )


def test_inquiries_for_each_qualified_lead_are_the_inverse_of_a_share() -> None:
    found = inquiries(counted([lead(inquiry=1)] * 90 + [lead(inquiry=1, mql=2)] * 10))
    assert found.each == pytest.approx((10, 1 / found.qualified.share.high, 1 / found.qualified.share.low))
    assert inquiries_sentence(Inquiries(Rate(10, 120)), found).startswith(
        "Inquiries for each qualified lead: 12.0"
    )


def test_where_none_is_qualified_there_is_no_upper_end() -> None:
    assert Inquiries(Rate(0, 20)).each.high == inf
    assert isnan(Inquiries(Rate(0, 0)).each.value)
    assert inquiries_sentence(Inquiries(Rate(0, 0)), Inquiries(Rate(1, 20))).startswith(
        "There is not enough data"
    )


def test_a_promise_is_honest_where_it_is_unknown() -> None:
    found = five_promises({Gain.CYCLE: 60, Gain.TURNOVER: 20, Gain.REVENUE: float("nan")}, {Gain.CYCLE: 45})
    assert [each.gain for each in found] == list(Gain)
    turns = {each.gain: each.turn for each in found}
    assert turns[Gain.CYCLE] is Turn.BETTER
    assert [turn for gain, turn in turns.items() if gain is not Gain.CYCLE] == [Turn.UNKNOWN] * 4
    sentences = [promise_sentence(each) for each in found]
    assert sentences[1] == "Sales cycle: 60 before, 45 now (days from MQL to won): better."
    assert sentences[2] == "Revenue: baseline and now are unknown."
    assert sentences[4] == "Turnover of sales people: the present value is unknown."


def test_more_people_making_quota_is_better_and_more_turnover_is_worse() -> None:
    assert Promised(Gain.QUOTA, 40, 50).turn is Turn.BETTER
    assert Promised(Gain.TURNOVER, 20, 30).turn is Turn.WORSE
    assert Promised(Gain.TURNOVER, 20, 20).turn is Turn.SAME
    assert Promised(Gain.TURNOVER, 0, 20).change is None


def test_the_leads_tell_the_sales_cycle_and_revenue_when_there_are_ten_wins() -> None:
    won = lead(mql=1, won=31, revenue=500)
    assert computed(counted([won] * 9)) == {}
    assert computed(counted([won] * 10)) == {Gain.CYCLE: 30, Gain.REVENUE: 5_000}
