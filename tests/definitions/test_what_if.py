"""Trying other points, gates and bands."""

from __future__ import annotations

from data.starter import classic_scorecard
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from definitions.what_if import Bands, WhatIf, changed_criteria, tried

CRITERIA = tuple(content for content in classic_scorecard() if isinstance(content, Criterion))
CLASSIC = Scorecard(CRITERIA, Threshold(qualified_from=20, nurture_from=12))


def test_trying_nothing_leaves_the_scorecard_as_it_is() -> None:
    assert tried(CLASSIC, WhatIf()) == CLASSIC
    assert not WhatIf().tries_something


def test_other_points_change_one_answer_only() -> None:
    trial = tried(CLASSIC, WhatIf().with_points("Budget", "Ready", 9))
    assert [answer.points for answer in trial.criteria[0].answers] == [9, 3, 0]
    assert [after.name for _, after in changed_criteria(CLASSIC, trial)] == ["Budget"]


def test_a_gate_can_be_set_and_taken_away_again() -> None:
    gated = WhatIf().with_gate("Need", "Clear")
    assert tried(CLASSIC, gated).criteria[2].gate == "Clear"
    assert tried(CLASSIC, gated.with_gate("Need", None)) == CLASSIC


def test_a_nurture_band_that_begins_at_the_threshold_is_none() -> None:
    trial = tried(CLASSIC, WhatIf().with_bands(Bands(12, 12)))
    assert trial.threshold == Threshold(qualified_from=12, nurture_from=None)


def test_answers_and_gates_that_are_gone_from_the_draft_are_passed_over() -> None:
    trial = WhatIf().with_points("Budget", "Gone", 7).with_gate("Need", "Gone").with_gate("Nothing", "x")
    assert tried(CLASSIC, trial) == CLASSIC


def test_one_criterion_or_the_bands_can_be_given_up_and_the_rest_kept() -> None:
    trial = WhatIf().with_points("Budget", "Ready", 9).with_gate("Need", "Clear").with_bands(Bands(5, None))
    assert tried(CLASSIC, trial.without("Budget").without_bands()) == tried(
        CLASSIC, WhatIf().with_gate("Need", "Clear")
    )
