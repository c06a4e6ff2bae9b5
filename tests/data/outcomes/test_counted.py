"""Sets of outcomes are counted once for everybody, under the clocks of a handoff."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.description import parquet_path
from data.leads_refused import LeadsRefused
from data.outcomes.counted import MOST_KEPT, count_under, counted_set, is_counted
from data.outcomes.keeping import keep
from data.outcomes.loading import load
from data.outcomes.suggestions import suggest_outcomes
from definitions.handoff import Handoff
from definitions.measures.clock_hours import Clock, InTime
from tests.data.outcomes.files import BUDGET, HANDOFF, NOW, understood


@pytest.fixture
def kept(tmp_path: Path) -> str:
    """The hash of a set that is kept in ``tmp_path``."""
    found = understood(tmp_path / "in")
    return keep(found, suggest_outcomes(found, (BUDGET,), HANDOFF), (BUDGET,), tmp_path, NOW).hash


def changed(**fields: object) -> Handoff:
    return HANDOFF.model_copy(update=fields)


def test_who_asks_at_the_same_time_or_later_gets_the_same_count(tmp_path: Path, kept: str) -> None:
    assert not is_counted(tmp_path, kept, HANDOFF)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: counted_set(tmp_path, kept, HANDOFF), range(4)))
    assert is_counted(tmp_path, kept, HANDOFF)
    assert len({id(each) for each in (*found, counted_set(tmp_path, kept, HANDOFF))}) == 1
    assert found[0].counted.leads == count_under(load(tmp_path, kept), HANDOFF).leads


def test_what_has_nothing_to_do_with_the_clocks_is_not_counted_again(tmp_path: Path, kept: str) -> None:
    found = counted_set(tmp_path, kept, HANDOFF)
    assert counted_set(tmp_path, kept, changed(nurture="A letter a month.")) is found


def test_another_promise_or_another_calendar_is_another_count(tmp_path: Path, kept: str) -> None:
    slow = changed(decide_hours=1)
    late = counted_set(tmp_path, kept, slow).counted.states["decide"] == InTime.LATE
    assert late.sum() > (counted_set(tmp_path, kept, HANDOFF).counted.states["decide"] == InTime.LATE).sum()
    assert not is_counted(tmp_path, kept, changed(business_hours=None))


def test_few_sets_are_kept_the_one_last_asked_for_longest(tmp_path: Path, kept: str) -> None:
    first = counted_set(tmp_path, kept, HANDOFF)
    for hours in range(1, MOST_KEPT):
        counted_set(tmp_path, kept, changed(contact_hours=hours))
    assert counted_set(tmp_path, kept, HANDOFF) is first
    counted_set(tmp_path, kept, changed(contact_hours=100))
    assert is_counted(tmp_path, kept, HANDOFF)
    assert not is_counted(tmp_path, kept, changed(contact_hours=1))


def test_a_set_that_is_not_there_is_refused_and_can_be_asked_for_again(tmp_path: Path, kept: str) -> None:
    path = parquet_path(tmp_path, kept)
    away = path.rename(tmp_path / "away")
    with pytest.raises(LeadsRefused):
        counted_set(tmp_path, kept, HANDOFF)
    away.rename(path)
    assert Clock.DECIDE in counted_set(tmp_path, kept, HANDOFF).counted.clocks
