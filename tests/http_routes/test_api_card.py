"""The ready-made card says of a lead what the scorecard says of it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.document import Settled, compose
from definitions.scorecard import Scorecard, changes, score
from definitions.threshold import Threshold
from http_routes.api.asked import Reading
from http_routes.api.card import Card
from tests.definitions.cards import SCORECARDS, every_lead


def card_from(scorecard: Scorecard) -> Card:
    contents = (*scorecard.criteria, scorecard.threshold)
    document = compose(
        workshop_id="w",
        workshop="W",
        company="C",
        offering="O",
        version=1,
        settled=[Settled(clause_id=f"c{n}", revision=1, content=c) for n, c in enumerate(contents)],
    )
    return Card(document)


def told(card: Card, lead: dict[str, Any]) -> dict[str, Any]:
    reading = Reading(card, lenient=False)
    answers = reading.one(lead)
    assert reading.faults == []
    changed = ",".join(card.changes(answers))
    found: dict[str, Any] = json.loads(f'{card.scored(answers)},"changes":[{changed}]}}')
    return found


@given(SCORECARDS)
def test_every_lead_gets_the_receipt_and_the_changes_of_the_scorecard(scorecard: Scorecard) -> None:
    card = card_from(scorecard)
    for lead in every_lead(scorecard):
        receipt, found = score(scorecard, lead), told(card, lead)
        assert (found["verdict"], found["points"]) == (receipt.verdict, receipt.points)
        lines = [(line.criterion.name, line.answer, line.points, line.gate_passed) for line in receipt.lines]
        assert [(x["criterion"], x["answer"], x["points"], x["gate_passed"]) for x in found["lines"]] == lines
        others = [(c.criterion.name, c.answer, c.verdict) for c in changes(scorecard, lead)]
        assert [(x["criterion"], x["answer"], x["verdict"]) for x in found["changes"]] == others


SEATS = Criterion(
    name="Seats",
    question="How many?",
    answers=(
        Answer(label="Many", points=3, at_least=100),
        Answer(label="Some", points=2, at_least=10, below=100),
        Answer(label="Unknown", points=1),
        Answer(label="Few", points=0, at_least=0, below=5),
    ),
)


@given(st.floats(-20, 200) | st.integers(-20, 200))
def test_a_number_is_answered_by_what_covers_it(number: float) -> None:
    card = card_from(Scorecard((SEATS,), Threshold(qualified_from=2)))
    reading = Reading(card, lenient=False)
    (place,) = reading.one({"Seats": number})
    if number >= 100:
        assert place == 0
    elif 10 <= number < 100:
        assert place == 1
    elif 0 <= number < 5:
        assert place == 3
    else:
        assert place == len(SEATS.answers)
        assert "covers this number" in reading.faults[0].detail
