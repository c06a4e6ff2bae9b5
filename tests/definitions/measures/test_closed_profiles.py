"""Leads by their answers, for a second opinion, against a count lead by lead."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from definitions.measures.cells import Filter
from definitions.measures.closed_profiles import closed_profiles
from definitions.profiles import Profiles
from tests.definitions.measures.made import LABELS, SOURCES, counted, lead, sound_lead

LOST_OR_WON = st.lists(sound_lead, max_size=30)
Count = Counter[tuple[str | None, str]]


def one_by_one(found: Profiles) -> Count:
    counts: Count = Counter()
    for (place,), won, lost in zip(found.answers, found.won, found.lost, strict=True):
        label = found.labels[0][place] if place >= 0 else None
        counts += Counter({(label, "won"): int(won), (label, "lost"): int(lost)})
    return counts


def naive(leads: list[dict[Any, Any]], sources: frozenset[str]) -> Count:
    return Counter(
        (each.get("answer") or None, end)
        for each in leads
        for end in ("won", "lost")
        if each[end] is not None and (not sources or (each.get("source") or "unknown") in sources)
    )


@given(LOST_OR_WON, st.frozensets(st.sampled_from([*SOURCES, "unknown"])), st.data())
def test_won_and_lost_leads_are_counted_by_their_answers(
    sound: list[dict[Any, Any]], sources: frozenset[str], data: st.DataObject
) -> None:
    lost = [data.draw(st.booleans()) and each["opportunity"] is not None for each in sound]
    leads = [
        {**each, "lost": each["opportunity"] + 1 if ends and each["won"] is None else None}
        for each, ends in zip(sound, lost, strict=True)
    ]
    found = closed_profiles(counted(leads), Filter(sources=sources), ["Need"])
    assert one_by_one(found) == naive(leads, sources)
    assert (found.leads == found.won + found.lost).all()


def test_a_lead_both_won_and_lost_is_none_of_them() -> None:
    made = [lead(mql=1, won=5, lost=4, answer="yes"), lead(mql=1, won=5, answer="no"), lead(mql=1)]
    assert one_by_one(closed_profiles(counted(made), Filter(), ["Need"])) == {("no", "won"): 1}


def test_revenue_is_that_of_won_leads() -> None:
    made = [
        lead(mql=1, won=5, answer="yes", revenue=3.0),
        lead(mql=1, won=6, answer="yes", revenue=4.0),
        lead(mql=1, lost=6, answer="yes", revenue=9.0),
        lead(mql=1, won=6, answer="yes"),
    ]
    assert closed_profiles(counted(made), Filter(), ["Need"]).revenue.tolist() == [7.0]


def test_criteria_are_found_by_their_names_and_others_are_left_out() -> None:
    made = counted([lead(mql=1, won=5, answer="yes")])
    assert closed_profiles(made, Filter(), [" need", "Size"]).criteria == ("Need",)
    nothing = closed_profiles(made, Filter(), ["Size"])
    assert (nothing.criteria, nothing.answers.shape) == ((), (1, 0))
    assert nothing.labels == ()
    assert nothing.won.tolist() == [1]


def test_without_a_closed_lead_there_is_no_profile() -> None:
    found = closed_profiles(counted([lead(mql=1, answer="yes")]), Filter(), ["Need"])
    assert found.labels == (LABELS,)
    assert np.array_equal(found.leads, [])
    assert found.answers.shape == (0, 1)
