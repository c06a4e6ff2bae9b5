"""Whether a promise is kept, and whether we can know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from definitions.measures.evidence import Light, Rate, known, light, more_needed


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    of = draw(st.integers(0, 3_000))
    return Rate(draw(st.integers(0, of)), of)


@given(rates().filter(lambda found: found.of > 0))
def test_the_interval_is_that_of_statsmodels(found: Rate) -> None:
    low, high = proportion_confint(found.hits, found.of, method="wilson")
    assert (found.share.low, found.share.high) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize(
    ("hits", "of", "expected"),
    [
        (18, 20, Light.UNKNOWN),
        (9, 9, Light.UNKNOWN),
        (97, 100, Light.GREEN),
        (910, 1_000, Light.GREEN),
        (890, 1_000, Light.AMBER),
        (120, 150, Light.AMBER),
        (60, 100, Light.RED),
    ],
)
def test_the_light(hits: int, of: int, expected: Light) -> None:
    assert light(Rate(hits, of), 0.9, 0.75) is expected


def test_about_seventy_decided_leads_tell_80_from_90_percent() -> None:
    assert 60 <= more_needed(Rate(0, 0), 0.9) <= 75
    assert 60 <= more_needed(Rate(5, 6), 0.9) + 6 <= 75


def test_leads_like_those_so_far_are_reckoned_with() -> None:
    # At 80 % Wilson's interval of 40 leads ends below 90 %, that of 20 does not.
    assert 10 <= more_needed(Rate(16, 20), 0.9) <= 25


@given(rates(), st.sampled_from([0.5, 0.75, 0.9, 1.0]))
def test_no_more_leads_are_needed_exactly_when_we_know(found: Rate, target: float) -> None:
    assert (more_needed(found, target) == 0) == known(found, target)


@given(rates().filter(lambda found: found.of >= 10), st.sampled_from([0.75, 0.9]))
def test_so_many_more_of_the_same_would_tell(found: Rate, target: float) -> None:
    more = more_needed(found, target)
    of = 20 * (found.of + more)
    assert known(Rate(round(found.hits / found.of * of), of), target)


def test_a_share_in_words() -> None:
    assert Rate(124, 151).words == "82 % (75 to 87) of 151 leads"
    assert Rate(3, 4).words == "not enough data (3 of 4 leads)"
