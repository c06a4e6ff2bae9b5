"""What closes, by group, and what follows for self-qualified leads."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.weightstats import DescrStatsW

from definitions.measures.closing import Group, closing, closing_sentence
from definitions.measures.direct import Direct, direct_sentence, may_go_directly, self_qualified
from definitions.measures.evidence import Rate, mean
from definitions.measures.journeys import Coded, Event
from definitions.outcomes import QualifiedBy
from tests.definitions.measures.made import counted, lead


def won(by: str = "", day: float = 30, revenue: float = 1_000, **others: Any) -> dict[Any, Any]:
    return lead(mql=1, accepted=2, won=day, by=by, revenue=revenue, **others)


def lost(by: str = "", **others: Any) -> dict[Any, Any]:
    return lead(mql=1, accepted=2, lost=50, by=by, **others)


SELF, VETTED = str(QualifiedBy.SELF), str(QualifiedBy.VETTED)


def test_each_group_tells_leads_wins_revenue_and_time() -> None:
    leads = [won(SELF)] * 5 + [won(SELF, day=41)] * 7 + [lost(SELF)] * 8 + [lead(mql=1, by=SELF)] * 2
    found = closing(counted([*leads, won(VETTED), lost()]), Group.QUALIFIED_BY)
    assert [group.name for group in found] == [SELF, VETTED, "unknown"]
    own = found[0]
    assert (own.leads, own.won, own.of_all, own.accepted) == (22, Rate(12, 20), Rate(12, 22), Rate(20, 20))
    assert (own.revenue, own.priced, own.days_to_win) == (12_000, 12, 40)
    assert own.by_age.at(40).value == pytest.approx(12 / 22)
    assert closing_sentence(own) == "self-qualified: 22 leads, won 60 % (39 to 78) of 20 leads that closed."
    assert closing_sentence(found[1]).endswith("1 won; not enough data for a share.")


def test_leads_that_are_both_won_and_lost_are_left_out() -> None:
    found = closing(counted([won(SELF, **{"lost": 60}), won(SELF)]), Group.QUALIFIED_BY)
    assert found[0].won == Rate(1, 1)


def test_leads_out_of_recycling_are_a_group() -> None:
    found = closing(counted([won(recycled=10), lost(recycled=10), lost()]), Group.RECYCLED)
    assert {group.name: group.won for group in found} == {"recycled": Rate(1, 2), "not recycled": Rate(0, 1)}


def test_without_a_column_of_revenue_there_is_none() -> None:
    found = closing(counted([won(revenue=np.nan)] * 12), Group.SOURCE)
    assert (found[0].revenue, found[0].priced) == (0, 0)


@given(st.lists(st.floats(0, 1e6), min_size=10, max_size=40))
def test_the_interval_of_a_mean_is_that_of_statsmodels(values: list[float]) -> None:
    low, high = DescrStatsW(values).zconfint_mean()
    found = mean(sum(values), sum(value**2 for value in values), len(values))
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-6, abs=1e-2)


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    of = draw(st.integers(10, 500))
    return Rate(draw(st.integers(0, of)), of)


@given(rates(), rates())
def test_the_difference_is_newcombes_as_statsmodels_has_it(own: Rate, vetted: Rate) -> None:
    theirs = confint_proportions_2indep(
        own.hits, own.of, vetted.hits, vetted.of, compare="diff", method="newcomb"
    )
    found = may_go_directly(own, vetted).difference
    assert (found.low, found.high) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("own", "vetted", "answer"),
    [
        (Rate(600, 1_000), Rate(600, 1_000), Direct.YES),
        (Rate(300, 1_000), Rate(600, 1_000), Direct.NO),
        (Rate(12, 20), Rate(12, 20), Direct.UNKNOWN),
        (Rate(5, 6), Rate(600, 1_000), Direct.UNKNOWN),
    ],
)
def test_self_qualified_leads_may_go_directly_when_surely_nearly_as_good(
    own: Rate, vetted: Rate, answer: Direct
) -> None:
    assert may_go_directly(own, vetted).answer is answer


def test_the_answer_is_said_with_both_shares() -> None:
    found = self_qualified(closing(counted([won(SELF)] * 3 + [lost(VETTED)] * 30), Group.QUALIFIED_BY))
    assert direct_sentence(found).startswith("There is not enough data")
    found = self_qualified(closing(counted([lost(SELF)] * 60 + [won(VETTED)] * 60), Group.QUALIFIED_BY))
    assert direct_sentence(found).startswith(
        "Self-qualified leads should be vetted: won 0 % (0 to 6) of 60 leads"
    )


def test_events_without_a_column_leave_the_rest() -> None:
    found = closing(counted([won(SELF)] * 12, without=(Event.MQL, Event.LOST)), Group.QUALIFIED_BY)
    assert found[0].days_to_win == 28


def test_of_many_sources_the_smallest_are_pooled() -> None:
    names = tuple(f"source {number}" for number in range(40))
    leads = [won() for place in range(40) for _ in range(40 - place)]
    codes = np.array([place for place in range(40) for _ in range(40 - place)])
    found = closing(counted([*leads, won()], source=Coded(names, np.append(codes, -1))), Group.SOURCE)
    assert [group.name for group in found[-3:]] == ["source 29", "others", "unknown"]
    assert [group.leads for group in found[-3:]] == [11, sum(range(1, 11)), 1]
    assert all(group.by_age.at(29).value == 1 for group in found if group.leads >= 10)
