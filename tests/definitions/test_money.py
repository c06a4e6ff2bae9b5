"""The value of thresholds against adding up lead by lead; chance is not sold as a finding."""

from statistics import mean
from time import perf_counter

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from definitions.money import Prices, money, money_sentence
from definitions.profiles import Profiles
from definitions.resampling import mended_interval, redrawn
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from tests.definitions.cards import SCORECARDS, card, drawn_profiles, one_by_one, qualifies

CARD = card([(5, 3, 0), (5, 3, 0), (5, 3, 0)], Threshold(qualified_from=10))


def at(scorecard: Scorecard, qualified_from: int) -> Scorecard:
    return Scorecard(scorecard.criteria, Threshold(qualified_from=qualified_from))


ONLY_COSTS = card([(0, 0, 0), (-1, -1, -1), (-1, -1, -1)], Threshold(qualified_from=1))
"""Here the best lead is one of which nothing is known."""


@given(SCORECARDS, st.integers(1, 9), st.integers(0, 20), st.integers(0, 200))
@example(ONLY_COSTS, 1, 1, 0)
def test_a_threshold_is_worth_its_wins_less_the_work_lead_by_lead(
    scorecard: Scorecard, seed: int, cost: int, margin: int
) -> None:
    profiles = drawn_profiles(seed, rows=12, leads=4)
    found = money(profiles, scorecard, Prices(cost, margin))
    if found is None:
        assert not profiles.won.any() or not profiles.lost.any()
        return
    leads = one_by_one(profiles)
    values = []
    for threshold in found.thresholds.tolist():
        sent = [o for lead, _, o in leads if o != "open" and qualifies(at(scorecard, threshold), lead)]
        values.append(margin * sent.count("won") - cost * len(sent))
    assert found.net.tolist() == pytest.approx(values)
    best = found.thresholds.tolist()[len(values) - 1 - values[::-1].index(max(values))]
    assert found.best.value == best
    assert found.best.low <= found.best.high


def test_the_interval_is_that_of_drawing_leads_again() -> None:
    profiles = drawn_profiles(3, effect=1.0)
    found = money(profiles, CARD, Prices(1, 8))
    assert found is not None
    leads = [(qualifies(CARD, lead), o) for lead, _, o in one_by_one(profiles) if o != "open"]
    worth = np.array([(8 * (o == "won") - 1) * sent for sent, o in leads])
    random = np.random.default_rng(0)
    naive = [worth[random.integers(0, len(worth), len(worth))].sum() for _ in range(1000)]
    place = found.thresholds.tolist().index(10)
    spread = np.std(naive)
    assert found.low[place] == pytest.approx(np.percentile(naive, 2.5), abs=spread / 3)
    assert found.high[place] == pytest.approx(np.percentile(naive, 97.5), abs=spread / 3)


def test_the_same_leads_give_the_same_interval() -> None:
    one, other = (money(drawn_profiles(5), CARD, Prices(1, 5)) for _ in range(2))
    assert one is not None
    assert other is not None
    assert (one.best, one.difference) == (other.best, other.difference)


def test_where_no_threshold_is_worth_more_than_another_hardly_ever_is_one_called_better() -> None:
    rate = 1 / (1 + np.exp(2))
    even = Prices(cost=rate / (rate + (1 - rate) * 0.8), margin=1.0)
    found = [money(drawn_profiles(seed, rows=200), CARD, even) for seed in range(60)]
    assert mean(bool(each and each.real) for each in found) <= 0.05


def test_a_real_difference_is_found_and_said() -> None:
    profiles = drawn_profiles(1, rows=300, effect=2.0)
    found = money(profiles, at(CARD, 15), Prices(cost=1, margin=4))
    assert found is not None
    assert found.real
    assert found.difference.low > 0
    assert f"From {int(found.best.value)} points" in money_sentence(found)
    best = money(profiles, at(CARD, int(found.best.value)), Prices(cost=1, margin=4))
    assert best is not None
    assert not best.real
    assert "no other threshold is worth more" in money_sentence(best)


def test_when_no_win_pays_for_the_work_the_best_is_to_work_none() -> None:
    found = money(drawn_profiles(1, rows=300), CARD, Prices(cost=10, margin=1))
    assert found is not None
    assert found.best.value == CARD.highest + 1
    assert money_sentence(found).startswith("To work none of these leads would be worth")


def test_a_threshold_out_of_the_cards_points_counts_as_all_or_none() -> None:
    profiles = drawn_profiles(1)
    high, low = (money(profiles, at(CARD, t), Prices(1, 5)) for t in (999, -999))
    assert high is not None
    assert low is not None
    everything, none = low.net[0], high.net[-1]
    assert none == 0
    assert low.difference.value <= max(low.net) - everything


def test_without_wins_losses_or_with_very_few_wins_there_is_not_enough_data() -> None:
    profiles = drawn_profiles(1)
    nothing = Profiles(**{**vars(profiles), "won": np.zeros_like(profiles.won)})
    assert money(nothing, CARD, Prices(1, 5)) is None
    assert "not enough data" in money_sentence(None)
    few = Profiles(**{**vars(profiles), "won": (np.arange(len(profiles.won)) < 9).astype(np.int64)})
    found = money(few, CARD, Prices(1, 100))
    assert found is not None
    assert not found.real
    assert "Only 9 of these leads were won: not enough data" in money_sentence(found)


def test_redrawn_counts_keep_their_number_and_lie_around_the_counts() -> None:
    counts = np.array([5, 0, 95])
    drawn = redrawn(counts)
    assert drawn.shape == (1000, 3)
    assert set(drawn.sum(axis=1)) == {100}
    assert drawn.mean(axis=0) == pytest.approx(counts, abs=0.5)
    assert redrawn(np.zeros(2, dtype=np.int64)).sum() == 0


def test_an_estimate_that_is_too_high_is_brought_down_by_its_bias() -> None:
    found = mended_interval(2.0, np.linspace(2.0, 4.0, 1001))
    assert found == pytest.approx((1.0, 0.05, 1.95))


def test_money_on_20_000_profiles_takes_a_few_milliseconds() -> None:
    profiles = drawn_profiles(1, rows=20_000, criteria=tuple("ABCDEF"))
    scorecard = card([(5, 3, 0)] * 6, Threshold(qualified_from=20))
    taken = []
    for _ in range(7):
        start = perf_counter()
        money(profiles, scorecard, Prices(1, 5))
        taken.append(perf_counter() - start)
    assert min(taken) < 0.030
