"""Versions are compared, and no success is claimed where something else changed too."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, chi2_contingency

from definitions.measures.evidence import Rate
from definitions.measures.mixes import above, mix
from definitions.measures.versions import compared, version_sentence
from tests.definitions.measures.made import counted, lead


@given(st.floats(0, 200), st.integers(1, 30))
def test_the_chance_is_scipys(value: float, degrees: int) -> None:
    assert above(value, degrees) == pytest.approx(chi2.sf(value, degrees), rel=1e-9, abs=1e-15)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=2, max_size=6))
def test_the_test_of_two_mixes_is_scipys(rows: list[tuple[int, int]]) -> None:
    counts = np.array(rows).T
    found = mix("sources", "abcdef", *counts)
    assert found.chance == pytest.approx(chi2_contingency(counts, correction=False).pvalue, abs=1e-9)
    assert 0 <= found.variation < 1


def test_the_same_mix_of_other_sizes_is_no_change() -> None:
    found = mix("sources", "ab", np.array([10, 30]), np.array([100, 300]))
    assert (found.variation, found.chance, found.changed) == (0, 1, False)
    assert not mix("sources", "ab", np.array([0, 0]), np.array([1, 2])).changed


def decided(
    version: str, accepted: int, rejected: int, source: str = "fair", day: float = 1
) -> list[dict[Any, Any]]:
    common = {"mql": day, "version": version, "source": source}
    return [lead(**common, accepted=day + 1)] * accepted + [lead(**common, rejected=day + 1)] * rejected


def test_a_difference_is_told_with_its_interval() -> None:
    found = compared(counted(decided("1", 140, 60) + decided("2", 180, 20, day=100)), "1", "2")
    assert (found.acceptance.value, found.claimed) == (pytest.approx(0.2), True)
    assert [each.acceptance for each in (found.before, found.after)] == [Rate(140, 200), Rate(180, 200)]
    assert found.after.by_month == (("2026-04", Rate(180, 200)),)
    assert version_sentence(found).startswith(
        "Under version 2 sales accepted 90 % (85 to 93) of 200 leads, under 1 70 % (63 to 76) of 200 leads: "
        "20 points apart (12 to 28). "
    )


def test_where_the_sources_changed_too_no_success_is_claimed() -> None:
    leads = decided("1", 140, 60) + decided("2", 90, 10) + decided("2", 90, 10, source="search")
    found = compared(counted(leads), "1", "2")
    assert not found.claimed
    assert [each.what for each in found.mixes] == ["sources"]
    said = version_sentence(found)
    assert "“fair” went from 100 % to 50 %" in said
    assert said.endswith("So the difference is not put down to the definition.")


def test_a_small_difference_is_not_claimed_either() -> None:
    found = compared(counted(decided("1", 15, 5) + decided("2", 16, 4)), "1", "2")
    assert not found.claimed
    assert version_sentence(found).endswith("Whether they differ we cannot know yet.")


def test_too_few_leads_are_not_compared() -> None:
    found = compared(counted(decided("1", 3, 1) + decided("2", 16, 4)), "1", "2")
    assert version_sentence(found) == "There is not enough data to compare version 2 with 1."


def test_wins_are_compared_at_the_same_age() -> None:
    old = [lead(mql=1, won=90, version="1")] * 20
    new = [lead(mql=180, version="2")] * 20
    found = compared(counted(old + new), "1", "2")
    assert found.days == 20
    assert found.won.value == 0
