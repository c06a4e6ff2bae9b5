"""The second opinion against the library itself, lead by lead; on noise it says that nothing helps."""

from time import thread_time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

from data.ranking import mean_ranking, ranking
from data.second_opinion import opinion_sentence, second_opinion
from definitions.profiles import Profiles
from definitions.threshold import Threshold
from tests.definitions.cards import LABELS, card, drawn_profiles, one_by_one

CARD = card([(5, 3, 0)] * 3, Threshold(qualified_from=10))


def leads_of(profiles: Profiles) -> tuple[np.ndarray, np.ndarray]:
    """The decided leads one by one: an indicator for each answer; won or not."""
    decided = [(lead, outcome) for lead, _, outcome in one_by_one(profiles) if outcome != "open"]
    rows = [[lead[name] == label for name in profiles.criteria for label in LABELS] for lead, _ in decided]
    return np.array(rows, dtype=float), np.array([outcome == "won" for _, outcome in decided])


def agreed_points(features: np.ndarray) -> np.ndarray:
    return features @ np.array([5, 3, 0] * 3)


def naive_points(features: np.ndarray, won: np.ndarray, highest: int = 15) -> np.ndarray:
    worth = LogisticRegression(max_iter=1000, tol=1e-8).fit(features, won).coef_[0].reshape(-1, 3)
    worth = worth - worth.min(axis=1, keepdims=True)
    return np.rint(worth * highest / worth.max(axis=1).sum()).ravel()


def test_the_points_are_those_of_the_library_fitted_lead_by_lead() -> None:
    profiles = drawn_profiles(1, rows=200, effect=1.5)
    found = second_opinion(profiles, CARD)
    assert found is not None
    features, won = leads_of(profiles)
    flat = [points for answers in found.points.values() for points in answers.values()]
    assert flat == naive_points(features, won).tolist()
    assert found.points["A"]["best"] == max(flat)


def test_40_criteria_have_more_combinations_than_a_number_can_hold_and_get_their_points_too() -> None:
    names = tuple(f"C{n}" for n in range(40))
    profiles = drawn_profiles(3, rows=150, effect=2.0, leads=30, criteria=names)
    found = second_opinion(profiles, card([(5, 3, 0)] * 40, Threshold(qualified_from=100)))
    assert found is not None
    assert found.helps
    flat = [points for answers in found.points.values() for points in answers.values()]
    assert flat == naive_points(*leads_of(profiles), highest=200).tolist()


def test_the_areas_are_those_of_the_library() -> None:
    profiles = drawn_profiles(1, rows=200, effect=1.5)
    found = second_opinion(profiles, CARD)
    assert found is not None
    features, won = leads_of(profiles)
    assert found.agreed.value == pytest.approx(roc_auc_score(won, agreed_points(features)))
    areas = []
    for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(features, won):
        points = naive_points(features[train], won[train])
        areas.append(roc_auc_score(won[test], features[test] @ points))
    assert found.fitted.value == pytest.approx(np.mean(areas), abs=0.02)
    assert found.fitted.low < np.mean(areas) < found.fitted.high
    assert found.helps
    assert opinion_sentence(found).startswith("Of 100 pairs of a win and a loss")


def test_on_data_without_signal_no_criterion_helps_and_no_points_are_shown() -> None:
    found = [second_opinion(drawn_profiles(seed, rows=100), CARD) for seed in range(20)]
    helping = [each for each in found if each is None or each.helps]
    assert len(helping) <= 1
    nothing = next(each for each in found if each is not None and not each.helps)
    assert nothing.points == {}
    assert opinion_sentence(nothing).startswith("No criterion helps here")


def test_with_few_wins_there_is_not_enough_data() -> None:
    profiles = drawn_profiles(1)
    few = Profiles(**{**vars(profiles), "won": (np.arange(len(profiles.won)) < 24).astype(np.int64)})
    assert second_opinion(few, CARD) is None
    assert opinion_sentence(None).startswith("Not enough data")


def test_an_answer_that_no_lead_gave_gets_no_points_and_takes_none_from_the_others() -> None:
    profiles = drawn_profiles(1, rows=200, effect=1.5)
    answers = np.where(profiles.answers == 1, 2, profiles.answers)
    found = second_opinion(Profiles(**{**vars(profiles), "answers": answers}), CARD)
    assert found is not None
    assert list(found.points["A"]) == ["best", "worst"]
    assert found.points["A"]["worst"] == 0
    assert sum(max(worth.values()) for worth in found.points.values()) == pytest.approx(15, abs=1)


def test_a_criterion_that_nobody_answers_gets_no_points() -> None:
    profiles = drawn_profiles(1, rows=200, effect=1.5)
    answers = profiles.answers.copy()
    answers[:, 2] = -1
    found = second_opinion(Profiles(**{**vars(profiles), "answers": answers}), CARD)
    assert found is not None
    assert found.points["C"] == {}


COUNTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=6)


@given(COUNTS)
def test_the_area_of_counts_is_the_share_of_pairs(counts: list[tuple[int, int]]) -> None:
    points = np.array([float(place // 2) for place in range(len(counts))])
    won, lost = (np.array(column) for column in zip(*counts, strict=True))
    found = ranking(points, won, lost)
    if won.sum() < 2 or lost.sum() < 2:
        assert np.isnan(found.area)
        return
    scores, outcomes = np.repeat(points, won + lost), np.concatenate([[1] * w + [0] * n for w, n in counts])
    assert found.area == pytest.approx(roc_auc_score(outcomes, scores))


def test_the_interval_of_an_area_holds_the_truth_about_as_often_as_it_says() -> None:
    random, held = np.random.default_rng(1), 0
    win, loss = np.array([0.2, 0.3, 0.5]), np.array([0.5, 0.3, 0.2])
    truth = sum(w * (loss[:place].sum() + loss[place] / 2) for place, w in enumerate(win))
    for _ in range(300):
        found = ranking(np.arange(3.0), random.multinomial(60, win), random.multinomial(200, loss)).interval
        held += found.low <= truth <= found.high
    assert 0.91 <= held / 300 <= 0.99


def test_the_mean_of_areas_leaves_out_those_without_wins() -> None:
    one = ranking(np.arange(2.0), np.array([1, 5]), np.array([5, 1]))
    none = ranking(np.arange(2.0), np.array([0, 0]), np.array([5, 1]))
    assert mean_ranking([one, one, none]).area == pytest.approx(one.area)
    assert np.isnan(mean_ranking([none, none]).area)


@pytest.mark.parametrize("criteria", [8, 25])
def test_20_000_profiles_are_judged_within_a_second(criteria: int) -> None:
    names = tuple(chr(ord("A") + place) for place in range(criteria))
    profiles = drawn_profiles(1, rows=20_000, criteria=names, effect=0.5)
    scorecard = card([(5, 3, 0)] * criteria, Threshold(qualified_from=20))
    second_opinion(drawn_profiles(1), scorecard)
    # Fitting keeps to this thread; other processes may share the machine, so only its own time counts.
    start = thread_time()
    assert second_opinion(profiles, scorecard) is not None
    assert thread_time() - start < 1
