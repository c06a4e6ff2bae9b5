"""A card of plain numbers says of a lead what the scorecard says."""

import numpy as np
import pytest
from hypothesis import given

from definitions.bridge.card import Card, verdicts
from definitions.bridge.scorecards import card_of, scorecard_of
from definitions.scorecard import Scorecard
from tests.definitions.cards import SCORECARDS, classic, every_lead, qualifies


@given(SCORECARDS)
def test_a_card_gives_each_lead_the_scorecards_verdict(scorecard: Scorecard) -> None:
    leads = list(every_lead(scorecard))
    answers = np.array([
        [-1 if (label := lead[c.name]) is None else c.labels.index(label) for c in scorecard.criteria]
        for lead in leads
    ])  # fmt: skip
    assert verdicts(card_of(scorecard), answers).tolist() == [qualifies(scorecard, lead) for lead in leads]


@given(SCORECARDS)
def test_a_scorecard_comes_back_from_its_card(scorecard: Scorecard) -> None:
    assert scorecard_of(card_of(scorecard), scorecard) == scorecard


def test_a_moved_threshold_takes_the_nurture_band_along() -> None:
    scorecard = classic()
    card = card_of(scorecard)
    moved = scorecard_of(Card(card.points, card.threshold - 2, card.gates), scorecard).threshold
    old = scorecard.threshold
    assert moved.qualified_from == old.qualified_from - 2
    assert moved.nurture_from == (None if old.nurture_from is None else old.nurture_from - 2)


def test_the_distance_counts_points_the_threshold_and_three_for_a_gate() -> None:
    before = Card(((5, 3, 0), (4, 0)), 8, (-1, 0))
    after = Card(((5, 1, 0), (4, 1)), 7, (1, 0))
    assert before.distance(after) == after.distance(before) == 2 + 1 + 1 + 3


def test_a_gate_must_name_an_answer() -> None:
    with pytest.raises(ValueError, match="gate"):
        Card(((5, 0),), 3, (2,))
    with pytest.raises(ValueError, match="gate"):
        Card(((5, 0),), 3, ())
