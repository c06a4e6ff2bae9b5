"""What predicts: known values, no finding where there is none, and plain words."""

from math import isnan, log
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from definitions.intervals import share
from definitions.predicting import Strength, information_value, predictions
from definitions.prediction_words import prediction_sentence
from definitions.profiles import Profiles
from tests.definitions.cards import drawn_profiles, one_by_one

NOTHING_FOUND = {Strength.NOTHING, Strength.UNKNOWN}


def few(profiles: Profiles, wins: int) -> Profiles:
    return Profiles(**{**vars(profiles), "won": (np.arange(len(profiles.won)) < wins).astype(np.int64)})


@given(st.integers(0, 50))
def test_lift_is_the_win_rate_of_an_answer_by_that_of_all_lead_by_lead(seed: int) -> None:
    profiles = drawn_profiles(seed, rows=20, leads=9)
    decided = [(lead, outcome) for lead, _, outcome in one_by_one(profiles) if outcome != "open"]
    wins = sum(outcome == "won" for _, outcome in decided)
    for found in predictions(profiles):
        for answer in found.answers:
            mine = [outcome for lead, outcome in decided if lead[found.criterion] == answer.label]
            assert (answer.won, answer.lost) == (mine.count("won"), mine.count("lost"))
            if not mine or not wins:
                assert isnan(answer.lift.value)
                continue
            rate = share(mine.count("won"), len(mine)).times(len(decided) / wins)
            assert answer.lift == pytest.approx(rate)


def test_information_value_is_the_sum_over_answers() -> None:
    shares = [((30.5 / 51), (20.5 / 101)), ((20.5 / 51), (80.5 / 101))]
    expected = sum((p - q) * log(p / q) for p, q in shares)
    assert information_value(np.array([[30, 20], [20, 80]])) == pytest.approx(expected)
    assert information_value(np.array([[10, 10], [10, 10]])) == pytest.approx(0)


def test_its_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    wins, losses = np.array([0.5, 0.3, 0.2, 0.0]), np.array([0.3, 0.3, 0.4, 0.0])
    truth = sum((p - q) * log(p / q) for p, q in zip(wins[:3], losses[:3], strict=True))
    random, held = np.random.default_rng(3), 0
    for _ in range(200):
        won, lost = random.multinomial(150, wins), random.multinomial(1000, losses)
        table = Profiles(
            criteria=("A",),
            labels=(("best", "middle", "worst"),),
            months=(),
            answers=np.array([[0], [1], [2], [-1]]),
            month=np.full(4, -1),
            leads=won + lost,
            won=won,
            lost=lost,
            revenue=np.zeros(4),
        )
        information = predictions(table)[0].information
        held += information.low <= truth <= information.high
    assert 0.90 <= held / 200 <= 0.99


def test_on_data_without_signal_hardly_ever_does_anything_predict() -> None:
    false = sum(
        any(found.strength not in NOTHING_FOUND for found in predictions(drawn_profiles(seed, rows=30)))
        for seed in range(100)
    )
    assert false <= 10


def test_with_a_signal_in_one_criterion_that_one_predicts_and_the_others_do_not() -> None:
    a, *others = predictions(drawn_profiles(2, rows=400, effect=1.5))
    assert a.strength in {Strength.MEDIUM, Strength.STRONG}
    assert a.lift.low > 1
    assert "A predicts winning" in prediction_sentence(a)
    assert "With “best” leads are won" in prediction_sentence(a)
    assert [found.strength for found in others] == [Strength.NOTHING] * 2
    assert prediction_sentence(others[0]) == "B predicts nothing here."
    assert all(found.information.low == 0 for found in others)


@pytest.mark.parametrize("wins", [0, 9])
def test_with_few_wins_nothing_is_said(wins: int) -> None:
    for found in predictions(few(drawn_profiles(1), wins)):
        assert found.strength is Strength.UNKNOWN
        assert isnan(found.information.value)
        assert "not enough data" in prediction_sentence(found)


def test_with_some_wins_a_criterion_may_be_neither_a_predictor_nor_none() -> None:
    found = predictions(few(drawn_profiles(4, rows=60, leads=4), 12))
    assert Strength.UNKNOWN in {each.strength for each in found}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (-1, "B: no lead with a known outcome answers it, so nothing can be said."),
        (0, "B: every lead with a known outcome answers “best”, so nothing can be said."),
    ],
)
def test_of_a_criterion_that_all_leads_answer_alike_nothing_is_said(answer: int, said: str) -> None:
    profiles = drawn_profiles(1)
    answers = profiles.answers.copy()
    answers[:, 1] = answer
    found = predictions(Profiles(**{**vars(profiles), "answers": answers}))[1]
    assert found.strength is Strength.UNKNOWN
    assert isnan(found.information.value)
    assert prediction_sentence(found) == said


def test_six_criteria_of_20_000_profiles_take_some_milliseconds() -> None:
    profiles = drawn_profiles(1, rows=20_000, criteria=tuple("ABCDEF"))
    taken = []
    for _ in range(7):
        start = perf_counter()
        predictions(profiles)
        taken.append(perf_counter() - start)
    assert min(taken) < 0.060
