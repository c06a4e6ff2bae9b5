"""Counting once gives what counting lead by lead gives, of all leads and of those a filter chooses."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definitions.measures import tables
from definitions.measures.cells import Filter
from definitions.measures.clock_hours import Clock, InTime
from definitions.measures.clocks import clock_rate
from definitions.measures.codes import Close, Decision
from definitions.measures.evidence import Rate
from definitions.measures.funnel import funnel
from definitions.measures.journeys import STAGES, Event
from definitions.measures.periods import months, weeks
from definitions.measures.validity import check
from tests.definitions.measures.made import (
    AS_OF,
    SOURCES,
    count_all,
    counted,
    journeys,
    lead,
    some_lead,
    sound_lead,
)

some = st.lists(sound_lead, min_size=1, max_size=10)
Leads = list[dict[Any, Any]]


@given(some)
def test_each_lead_reaches_the_furthest_stage_it_has_a_date_for(leads: Leads) -> None:
    expected = [sum(any(e.get(later) is not None for later in STAGES[at:]) for e in leads) for at in range(6)]
    assert [count for _, count in funnel(counted(leads)).reached] == expected


@given(some)
def test_steps_count_the_days_between_two_stages_or_until_now(leads: Leads) -> None:
    found = counted(leads)
    for before, stage in pairwise(STAGES):
        entered = [each for each in leads if each[before] is not None]
        expected = Counter(
            (
                int((AS_OF if each[stage] is None else each[stage]) - each[before]),
                each[stage] is not None,
            )
            for each in entered
        )
        table = found.steps[stage].ages
        rows = zip(table["days"], table["moved"], table.leads, strict=True)
        got: Counter[tuple[int, bool]] = Counter()
        for days, moved, count in rows:
            got[int(days), bool(moved)] += int(count)
        assert got == expected


@given(some)
def test_clocks_are_in_time_late_or_running(leads: Leads) -> None:
    def fate(begin: float, end: float | None, allowed: float) -> InTime:
        if (AS_OF if end is None else end) - begin > allowed / 24:
            return InTime.LATE
        return InTime.RUNNING if end is None else InTime.YES

    found = counted(leads)
    fates = Counter(
        fate(each[Event.MQL], min((d for d in ends if d is not None), default=None), 24)
        for each in leads
        if each[Event.MQL] is not None
        for ends in [(each[Event.ACCEPTED], each[Event.REJECTED])]
    )
    assert clock_rate(found, Clock.DECIDE) == Rate(fates[InTime.YES], fates[InTime.YES] + fates[InTime.LATE])


@given(st.lists(some_lead, min_size=1, max_size=10), st.sampled_from(SOURCES))
def test_a_filter_gives_what_those_leads_alone_give(leads: Leads, source: str) -> None:
    leads = [{**each, "reference": -1} for each in leads]
    chosen = [each for each in leads if each["source"] == source]
    found = counted(leads).only(Filter(sources=frozenset({source})))
    assert found.leads == (counted(chosen).leads)
    for close in Close:
        assert found.states.count(found.states["close"] == close) == sum(
            _close(each) is close for each in chosen
        )


def _close(each: dict[Any, Any]) -> Close | None:
    ends = {event: each[event] is not None and each[event] <= AS_OF for event in (Event.WON, Event.LOST)}
    if not any(each.get(event) is not None for event in Event) or all(ends.values()):
        return None
    return Close.WON if ends[Event.WON] else Close.LOST if ends[Event.LOST] else Close.OPEN


@given(st.lists(some_lead, min_size=1, max_size=10))
def test_the_parts_of_a_filter_make_the_whole(leads: Leads) -> None:
    found = counted(leads)
    for names, field in ((found.cells.months, "months"), (SOURCES, "sources")):
        parts = [found.only(Filter(**{field: frozenset({name})})) for name in (*names, "unknown")]
        assert sum(part.leads for part in parts) == found.leads


@given(st.lists(some_lead, min_size=1, max_size=10))
def test_many_combinations_are_counted_as_few_are(leads: Leads) -> None:
    dense = counted(leads)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "DENSE", 0)
        sorted_ = counted(leads)
    assert np.array_equal(dense.states.leads, sorted_.states.leads)
    assert all(np.array_equal(dense.states[name], sorted_.states[name]) for name in dense.states.columns)
    assert all(np.allclose(dense.states.sums[name], sorted_.states.sums[name]) for name in dense.states.sums)


def test_a_lead_that_skipped_a_stage_has_been_there_and_tells_no_time() -> None:
    found = counted([lead(inquiry=1, mql=2, sql=9)])
    assert dict(funnel(found).reached)[Event.ACCEPTED] == 1
    assert [found.steps[stage].ages.leads.sum() for stage in (Event.MQL, Event.ACCEPTED, Event.SQL)] == [
        1,
        0,
        0,
    ]
    assert clock_rate(found, Clock.DECIDE).of == 0


def test_the_first_decision_counts() -> None:
    found = counted(
        [lead(mql=1, rejected=2, accepted=30), lead(mql=1, accepted=2, rejected=30), lead(inquiry=1)]
    )
    assert list(found.fates.decision) == [Decision.REJECTED, Decision.ACCEPTED, -1]


def test_a_lead_rejected_before_contact_keeps_nobody_waiting() -> None:
    found = counted([lead(mql=1, accepted=2, rejected=30), lead(mql=1, accepted=2)])
    assert clock_rate(found, Clock.CONTACT) == Rate(0, 1)


def test_months_and_weeks_begin_at_midnight_where_the_company_is() -> None:
    # 23:30 UTC on 31 May is June in Berlin (UTC+2), and 22:30 on 31 December is December still (UTC+1).
    times = np.array(["2026-05-31T22:30", "2026-05-31T21:30", "2025-12-31T22:30", "NaT"], "datetime64[s]")
    names, places = months(times, ZoneInfo("Europe/Berlin"))
    assert [names[place] if place >= 0 else None for place in places] == [
        "2026-06",
        "2026-05",
        "2025-12",
        None,
    ]
    mondays, places = weeks(times, ZoneInfo("Europe/Berlin"))
    assert [mondays[place] for place in places[:2]] == [date(2026, 6, 1), date(2026, 5, 25)]


def test_without_any_lead_nothing_is_counted() -> None:
    found = counted([])
    assert found.leads == 0
    assert funnel(found).cohorts == ()


def test_times_of_any_unit_are_kept_to_the_second() -> None:
    one = journeys([lead(mql=1, accepted=2)])
    fine = {event: column.astype("datetime64[us]") for event, column in one.times.items()}
    same = replace(one, times=fine, as_of=one.as_of.astype("datetime64[ns]"))
    assert count_all(check(same)).steps[Event.ACCEPTED].ages["days"] == [1]
