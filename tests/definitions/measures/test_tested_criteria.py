"""Which answers do better, corrected for how many were looked at."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

from definitions.measures.codes import Close, Decision
from definitions.measures.evidence import Rate
from definitions.measures.lifts import holm, lift
from definitions.measures.surprises import surprises, surprises_sentence, surprising_rows
from definitions.measures.tested_criteria import Fate, Verdict
from definitions.measures.tested_criteria import tested_criteria as of_criteria
from definitions.measures.tested_criteria import tested_sentence as sentence
from tests.definitions.measures.made import counted, lead


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    of = draw(st.integers(2, 400))
    return Rate(draw(st.integers(1, of - 1)), of)


@given(rates(), rates())
def test_the_ratio_and_its_interval_are_those_of_statsmodels(own: Rate, rest: Rate) -> None:
    found = lift("yes", own, rest)
    theirs = confint_proportions_2indep(own.hits, own.of, rest.hits, rest.of, compare="ratio", method="log")
    assert (found.ratio.low, found.ratio.high) == pytest.approx(theirs, rel=1e-9)
    assert (found.chance <= 0.05) == (not found.ratio.low <= 1 <= found.ratio.high)


@settings(max_examples=10)  # theirs takes a twentieth of a second
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_the_correction_is_holms_as_statsmodels_has_it(chances: list[float]) -> None:
    assert holm(chances) == pytest.approx(list(multipletests(chances, method="holm")[1]))


def test_what_is_unknown_counts_for_nothing_in_the_correction() -> None:
    found = holm([0.01, math.nan, 0.04])
    assert (found[0], found[2]) == (0.02, 0.04)
    assert math.isnan(found[1])


def test_an_answer_that_nobody_won_with_still_has_a_ratio() -> None:
    found = lift("no", Rate(0, 40), Rate(30, 60))
    assert 0 < found.ratio.low < found.ratio.value < found.ratio.high < 1
    assert math.isnan(lift("no", Rate(0, 0), Rate(30, 60)).ratio.value)


def fates(yes: tuple[int, int], no: tuple[int, int]) -> list[dict[object, object]]:
    accepted, rejected = {"accepted": 2}, {"rejected": 2}
    return [
        lead(mql=1, answer=answer, **fate)
        for answer, counts in (("yes", yes), ("no", no))
        for fate, count in zip((accepted, rejected), counts, strict=True)
        for _ in range(count)
    ]


def test_an_answer_that_works_is_to_be_repeated() -> None:
    (found,) = of_criteria(counted(fates((90, 10), (30, 70))), Fate.ACCEPTED)
    assert found.verdict is Verdict.REPEAT
    assert [one.label for one in found.works] == ["yes"]
    assert found.works[0].ratio.value == pytest.approx(3)
    assert sentence(found) == (
        "Need: repeat what works. With “yes” leads are accepted 3.0 times as often (2.2 to 4.1) as others."
    )


def test_a_criterion_that_surely_tells_nothing_is_to_be_dropped() -> None:
    (found,) = of_criteria(counted(fates((500, 500), (500, 500))), Fate.ACCEPTED)
    assert found.verdict is Verdict.DROP
    assert sentence(found) == "Need predicts nothing of who is accepted: consider dropping it."


def test_with_few_leads_nothing_is_to_be_dropped() -> None:
    (found,) = of_criteria(counted(fates((10, 10), (10, 10))), Fate.ACCEPTED)
    assert found.verdict is Verdict.UNKNOWN
    assert of_criteria(counted(fates((9, 3), (2, 1))), Fate.WON)[0].verdict is Verdict.UNKNOWN


def test_leads_accepted_in_vain_and_leads_missed_are_counted_and_listed() -> None:
    found = counted(
        [lead(mql=1, accepted=2, lost=9), lead(mql=1, rejected=2, won=9), lead(mql=1, accepted=2, won=9)]
    )
    both = surprises(found)
    assert (both.wasted, both.missed) == (Rate(1, 2), Rate(1, 1))
    assert np.array_equal(surprising_rows(found, Decision.REJECTED, Close.WON), [1])
    assert surprises_sentence(both) == "Accepted and lost: 1 of 2 that closed. Rejected and then won: 1."
