"""What-ifs in sentences, and the curve as it is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from definitions.criteria import Answer, Criterion
from definitions.drawing import MOST_THRESHOLDS, drawing
from definitions.findings import evidence, finding, flips_sentence
from definitions.flips import flips
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.simulation import curve, figures
from definitions.threshold import Threshold
from definitions.what_if import Bands, WhatIf, tried

NEED = Criterion(
    name="Need",
    question="Is there one?",
    answers=(Answer(label="Yes", points=2), Answer(label="No", points=1)),
)
CARD = Scorecard((NEED,), Threshold(qualified_from=2))
LEADS = Profiles(
    criteria=("Need",),
    labels=(("Yes", "No"),),
    months=("2026-01", "2026-02"),
    answers=np.array([[0], [1], [1]]),
    month=np.array([0, 1, -1]),
    leads=np.array([40, 50, 10]),
    won=np.array([30, 10, 0]),
    lost=np.array([5, 40, 0]),
    revenue=np.zeros(3),
)
OPEN = replace(LEADS, won=np.zeros(3, dtype=int), lost=np.zeros(3, dtype=int))


def test_the_finding_names_the_share_of_leads_and_of_wins() -> None:
    words = finding(figures(LEADS, CARD), 2)
    assert words == "From 2 points, 40\u00a0% of the leads go to sales and bring 75\u00a0% of the wins."


def test_without_wins_the_finding_says_nothing_of_them() -> None:
    assert finding(figures(OPEN, CARD), 2) == "From 2 points, 40\u00a0% of the leads go to sales."


def test_evidence_warns_of_leads_without_outcomes_and_of_few_wins() -> None:
    assert evidence(LEADS) == ""
    assert "has an outcome yet" in evidence(OPEN)
    assert "was won" in evidence(replace(LEADS, won=np.zeros(3, dtype=int)))
    assert evidence(replace(LEADS, won=np.array([1, 0, 0]))).startswith("Only 1 of these leads was won")


def test_flips_are_told_a_week_with_what_is_known_of_them() -> None:
    lower = tried(CARD, WhatIf().with_bands(Bands(1, None)))
    words = flips_sentence(flips(LEADS, CARD, lower), LEADS)
    assert words == (
        "Changes the verdict of 5.9 of 11 leads a week; "
        "over the whole set 60 more go to sales (10 won and 40 lost)."
    )
    assert flips_sentence(flips(LEADS, lower, CARD), LEADS).endswith(
        "60 no longer go to sales (10 won and 40 lost)."
    )


def test_flips_without_months_are_told_over_all_leads() -> None:
    undated = replace(LEADS, months=(), month=np.full(3, -1))
    lower = tried(CARD, WhatIf().with_bands(Bands(1, None)))
    assert flips_sentence(flips(undated, CARD, lower), undated).startswith(
        "Changes the verdict of 60 of 100 leads;"
    )


def test_the_same_scorecard_flips_nothing() -> None:
    assert flips_sentence(flips(LEADS, CARD, CARD), LEADS) == "No lead gets another verdict."


def test_the_drawing_stacks_won_open_and_lost_to_the_leads_a_week() -> None:
    line = curve(LEADS, CARD)
    drawn = drawing(line, LEADS)
    assert drawn.weekly
    assert line.leads_per_week is not None
    assert drawn.won + drawn.open + drawn.lost == pytest.approx(line.leads_per_week)
    assert list(drawn.thresholds) == [0, 1, 2]


def test_the_drawing_of_many_thresholds_keeps_both_ends() -> None:
    wide = Scorecard(
        (
            NEED.model_copy(
                update={"answers": (Answer(label="Yes", points=1000), Answer(label="No", points=0))}
            ),
        ),
        Threshold(qualified_from=500),
    )
    drawn = drawing(curve(LEADS, wide), LEADS)
    assert len(drawn.thresholds) == MOST_THRESHOLDS
    assert (drawn.thresholds[0], drawn.thresholds[-1]) == (0, 1000)
