"""A candidate in words."""

from __future__ import annotations

from definitions.bridge.candidates import Candidate, Method
from definitions.bridge.card import Card
from definitions.bridge.scorecards import card_of
from definitions.bridge.words import candidate_sentence
from definitions.calibration.matching import Match
from definitions.threshold import Threshold
from tests.definitions.cards import card as scorecard

PRESENT = scorecard([[5, 3, 0], [5, 3, 0]], Threshold(qualified_from=8), gates=["middle", None])
TEAMS = ("marketing", "sales", "executives")
COUNTS = (Match(0, 14, 16), Match(1, 13, 16), Match(2, 0, 0))


def said(card: Card) -> str:
    return candidate_sentence(Candidate(Method.EXACT, card, (), (), COUNTS, (), 0), PRESENT, TEAMS)


def test_changes_and_agreement_are_said_in_one_sentence() -> None:
    found = said(Card(((5, 4, 0), (5, 3, 0)), 7, (-1, 0)))
    assert found == (
        "threshold 7 instead of 8, A no longer a must-have, B a must-have, at least “best” and A “middle” "
        "4 points instead of 3: sales 13 of 16, marketing 14 of 16."
    )


def test_the_present_scorecard_is_said_to_change_nothing() -> None:
    assert said(card_of(PRESENT)).startswith("no change: ")
