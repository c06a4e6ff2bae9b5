"""What a calibration's numbers mean in words."""

from __future__ import annotations

from math import nan

import pytest

from definitions.calibration.alpha import Reliability
from definitions.calibration.contrasts import Contrast
from definitions.calibration.pairs import PairAgreement
from definitions.calibration.words import (
    Band,
    band,
    contrast_sentence,
    decimal,
    interval_sentence,
    pair_words,
    percent,
    reliability_sentence,
)
from definitions.drawn_leads import DrawnLead, DrawnLeads
from definitions.intervals import Estimate

TEAMS = ("marketing", "sales", "executives")
DRAWN = DrawnLeads(criteria=("Budget",), labels=(("Ready", "None"),), leads=(DrawnLead(answers=(0,)),) * 4)


@pytest.mark.parametrize(
    ("alpha", "found"),
    [
        (1.0, Band.ONE),
        (0.8, Band.ONE),
        (0.799, Band.NEARLY),
        (0.667, Band.NEARLY),
        (0.4, Band.PARTLY),
        (0.1, Band.LITTLE),
        (0.0, Band.CHANCE),
        (-0.5, Band.CHANCE),
    ],
)
def test_each_value_of_alpha_means_something(alpha: float, found: Band) -> None:
    assert band(alpha) is found


def test_without_a_value_the_reason_is_said() -> None:
    nothing = Reliability(Estimate(nan, nan, nan), nan, nan, 0)
    alike = Reliability(Estimate(nan, nan, nan), 1.0, 0.0, 9)
    assert reliability_sentence(nothing).startswith("Not enough data")
    assert "cannot be told from chance" in reliability_sentence(alike)
    assert interval_sentence(nothing) == interval_sentence(alike) == ""


def test_the_interval_is_said_and_so_is_its_absence() -> None:
    sure = Reliability(Estimate(0.34, -0.1, 0.6), 0.7, 0.0, 16)
    few = Reliability(Estimate(0.34, nan, nan), 0.7, 0.0, 4)
    assert (
        interval_sentence(sure) == "With other leads of this kind it would be somewhere from −0.10 to 0.60."
    )
    assert interval_sentence(few) == "4 leads are too few to say how sure that is."


def test_numbers_have_two_digits_and_a_real_minus_sign() -> None:
    assert [decimal(value) for value in (0.336, -0.25, -0.001)] == ["0.34", "−0.25", "0.00"]


def test_shares_stand_with_their_interval() -> None:
    assert percent(Estimate(0.824, 0.74, 0.88)) == "82 % (74 to 88)"
    assert percent(Estimate(0.5, nan, nan)) == "50 %"
    assert percent(Estimate(nan, 0, 1)) == "not enough data"


def test_pairs_are_within_one_team_or_between_two() -> None:
    share = Estimate(0.5, 0.4, 0.6)
    assert pair_words(PairAgreement(1, 1, share, 9), TEAMS) == "Within sales"
    assert pair_words(PairAgreement(0, 1, share, 9), TEAMS) == "Marketing and sales"


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (Estimate(0.45, 0.12, 0.7), "marketing’s yes by 45 percentage points more than sales’ (12 to 70)."),
        (Estimate(-0.45, -0.7, 0.1), "sales’ yes by 45 percentage points more than marketing’s (−10 to 70)."),
    ],
)
def test_a_contrast_names_the_team_whose_yes_the_answer_raises_more(difference: Estimate, words: str) -> None:
    given = contrast_sentence(Contrast(0, 1, 0, 0, difference, 8, 8), DRAWN, TEAMS)
    assert given == f"Budget “Ready” raises {words}"
    missing = contrast_sentence(Contrast(0, 1, 0, -1, difference, 8, 8), DRAWN, TEAMS)
    assert missing == f"Budget not answered raises {words}"
