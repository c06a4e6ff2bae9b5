"""Qualifying a lead one question after another, against every way it could end."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.qualifying import fitting, next_question, so_far, so_far_sentence
from definitions.scorecard import Scorecard, score
from definitions.threshold import Threshold

LABELS = ("Best", "Middle", "Worst")


def criterion(name: str, points: tuple[int, ...] = (5, 0), gate: str | None = None) -> Criterion:
    answers = tuple(Answer(label=label, points=p) for label, p in zip(LABELS, points, strict=False))
    return Criterion(name=name, question=f"{name}?", answers=answers, gate=gate)


POINTS = st.integers(-6, 6)
CARDS = st.builds(
    lambda criteria, qualified, band: Scorecard(
        tuple(criterion(f"C{place}", points, gate) for place, (points, gate) in enumerate(criteria)),
        Threshold(qualified_from=qualified, nurture_from=None if band is None else qualified - band),
    ),
    st.lists(
        st.tuples(
            st.tuples(POINTS, POINTS, POINTS), st.sampled_from([None, None, "Best", "Middle", "Worst"])
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(-8, 15),
    st.sampled_from([None, 1, 4]),
)
GIVEN = st.lists(st.sampled_from(["open", None, *LABELS]), min_size=4, max_size=4)


@given(CARDS, GIVEN)
def test_exactly_the_verdicts_are_possible_that_some_answers_give(
    card: Scorecard, given_: list[str | None]
) -> None:
    answers = {c.name: answer for c, answer in zip(card.criteria, given_, strict=False) if answer != "open"}
    left = [c.name for c in card.criteria if c.name not in answers]
    ways = product((None, *LABELS), repeat=len(left))
    ends = {score(card, {**answers, **dict(zip(left, way, strict=True))}).verdict for way in ways}
    lead = so_far(card, answers)
    assert lead.possible == ends
    assert [c.name for c in lead.open] == left
    assert bool(so_far_sentence(lead)) == bool(left)
    if not left:
        assert lead.points == score(card, answers).points


CARD = Scorecard(
    (criterion("Budget", (5, 3, 0)), criterion("Need", (5, 0), "Best"), criterion("Timing", (6, 1))),
    Threshold(qualified_from=10, nurture_from=5),
)


def said(**answers: str | None) -> str:
    return so_far_sentence(so_far(CARD, answers))


def test_it_says_how_many_of_the_points_left_are_needed() -> None:
    assert said() == ("Can still qualify: needs 10 of the 16 points left. It must have “Best” for Need.")
    assert said(Need="Best", Budget="Middle") == "Can still qualify: needs 2 of the 6 points left."
    assert said(Budget="Best", Timing="Best") == "Has the points to qualify. It must have “Best” for Need."


def test_it_says_when_the_rest_does_not_matter() -> None:
    assert said(Need="Middle") == "Not qualified, whatever the other answers: Need needs “Best”."
    assert said(Need=None) == "Not qualified, whatever the other answers: Need needs “Best”."
    assert said(Need="Best", Timing="Best", Budget=None) == ""
    assert said(Need="Best", Budget="Best") == "Qualified, whatever the other answers."
    assert said(Need="Best", Budget=None) == "Can still qualify: needs 5 of the 6 points left."
    assert said(Need="Best", Timing="Middle") == "Can still qualify: needs 4 of the 5 points left."
    assert said(Budget="Worst", Timing="Middle") == (
        "Cannot qualify any more: it needs 9 points, and 5 are left. It can still be nurtured."
    )


def test_an_answer_that_costs_points_is_told_of() -> None:
    card = Scorecard((criterion("A", (5, 0)), criterion("B", (0, -5))), Threshold(qualified_from=5))
    sentence = so_far_sentence(so_far(card, {"A": "Best"}))
    assert sentence == "Has the points to qualify. Some answers would still cost it points."


def test_questions_come_in_order_and_then_those_passed_over() -> None:
    criteria = CARD.criteria
    assert next_question(criteria, {}) is criteria[0]
    assert next_question(criteria, {"Need": None}, "Need") is criteria[2]
    assert next_question(criteria, {"Need": None, "Timing": "Best"}, "Timing") is criteria[0]
    assert next_question(criteria, {c.name: None for c in criteria}) is None
    assert next_question(criteria, {}, "Gone") is criteria[0]


def test_another_version_keeps_the_answers_that_it_knows() -> None:
    answers = {"Budget": "Middle", "Need": None, "Timing": "Worst", "Gone": "Best"}
    assert fitting(CARD.criteria, answers) == {"Budget": "Middle", "Need": None}
