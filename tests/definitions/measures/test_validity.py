"""What is wrong with leads is counted, named, and left out only of what it would spoil."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definitions.measures.journeys import Event
from definitions.measures.validity import Fault
from tests.definitions.measures.made import AS_OF, checked, lead, some_lead, sound_lead

GOOD = lead(inquiry=1, mql=2, accepted=3, contacted=4, sql=5, opportunity=6, won=7)


@pytest.mark.parametrize(
    ("fault", "wrong"),
    [
        (Fault.NO_EVENT, {}),
        (Fault.FUTURE, {**GOOD, Event.WON: AS_OF + 1}),
        (Fault.LONG_AGO, {**GOOD, Event.WON: -8_000}),
        (Fault.OUT_OF_ORDER, {**GOOD, Event.SQL: 2.5}),
        (Fault.OUT_OF_ORDER, lead(inquiry=1, mql=2, rejected=1)),
        (Fault.OUT_OF_ORDER, lead(inquiry=1, mql=2, accepted=5, lost=4)),
        (Fault.WON_BEFORE_CONTACT, {**GOOD, Event.CONTACTED: 8}),
        (Fault.TWO_DECISIONS, lead(inquiry=1, mql=2, accepted=3, rejected=3)),
        (Fault.TWO_OUTCOMES, {**GOOD, Event.LOST: 9}),
        (Fault.MISSING_STAGE, {**GOOD, Event.SQL: None}),
    ],
)
def test_each_fault_is_found_and_nothing_else(fault: Fault, wrong: dict[Any, Any]) -> None:
    found = checked([GOOD, wrong, GOOD]).found
    assert [(each.fault, list(each.rows)) for each in found] == [(fault, [1])]
    assert found[0].sentence.startswith("One lead: each ")


def test_of_leads_with_one_reference_the_first_counts() -> None:
    one = {**GOOD, "reference": 4}
    found = checked([GOOD, one, {**GOOD, "reference": 2}, one, one, GOOD])
    assert [list(each.rows) for each in found.found] == [[3, 4]]
    assert list(found.kept) == [True, True, True, False, False, True]


def test_an_event_in_the_future_has_not_happened_and_the_others_have() -> None:
    found = checked([{**GOOD, Event.WON: AS_OF + 1}])
    assert np.isnat(found.journeys.when(Event.WON)).all()
    assert not np.isnat(found.journeys.when(Event.OPPORTUNITY)).any()
    assert not found.timed.any()
    assert found.kept.all()


def test_contact_after_winning_spoils_only_the_clock_of_contact() -> None:
    found = checked([{**GOOD, Event.CONTACTED: 8}])
    assert (found.timed.all(), found.contact_timed.any()) == (True, False)


def test_equal_times_are_in_order() -> None:
    assert not checked([lead(inquiry=1, mql=1, accepted=1, contacted=1, sql=1, opportunity=1, won=1)]).found


@given(st.lists(sound_lead, min_size=1, max_size=8))
def test_nothing_is_wrong_with_leads_whose_events_are_in_order(leads: list[dict[Any, Any]]) -> None:
    assert not checked(leads).found


@given(st.lists(some_lead, min_size=1, max_size=8))
def test_every_lead_that_is_set_aside_is_counted(leads: list[dict[Any, Any]]) -> None:
    found = checked(leads)
    named = {fault: set() for fault in Fault} | {each.fault: set(each.rows) for each in found.found}
    assert set(np.flatnonzero(~found.kept)) == named[Fault.DUPLICATE] | named[Fault.NO_EVENT]
    assert set(np.flatnonzero(~found.timed)) == named[Fault.FUTURE] | named[Fault.OUT_OF_ORDER]
    assert set(np.flatnonzero(~found.closed_once)) == named[Fault.TWO_OUTCOMES]
    assert set(np.flatnonzero(~found.decided_once)) == named[Fault.TWO_DECISIONS]
