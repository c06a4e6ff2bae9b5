"""Money: what working leads costs and wins bring, at every threshold."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from definitions.money import Money, Prices, money, money_sentence
from definitions.phrases import number
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from pages.shared import charts
from pages.shared.text import plain
from pages.simulate.threshold_charts import BEST, NET, TRIED, net_value
from pages.simulate.threshold_frames import curve_frame, marks, moved
from pages.simulate.trying import Trying

COST, MARGIN = "what_if.cost", "what_if.margin"
MOST = 1_000_000_000.0


def show_money(trying: Trying) -> None:
    """Two prices, then the value of every threshold with the points tried here."""
    prices = _ask_prices(trying)
    if prices is None:
        st.caption("Say both to see what each threshold would have been worth on these leads.")
        return
    found = _counted(trying.profiles, Scorecard(trying.tried.criteria, trying.draft.threshold), prices)
    words = money_sentence(found)
    st.markdown(f"**{plain(words)}**")
    if found is None:
        return
    frames = {
        "curve": curve_frame(NET, found.thresholds, found.net, found.low, found.high),
        "marks": marks({BEST: int(found.best.value), TRIED: trying.tried.threshold.qualified_from}, trying),
    }
    charts.show(net_value, moved(trying), datasets=frames, numbers={}, words=words, key="what_if.money")
    _show_difference(found)


def _show_difference(found: Money) -> None:
    """What it rests on, and how sure it is."""
    words = (
        f"Over {number(found.decided)} decided leads, {number(found.won)} of them won; what open leads bring "
        "is unknown. Today’s is the threshold of the draft."
    )
    if int(found.best.value) != found.today:
        value, low, high = (number(round(each)) for each in found.difference)
        words += (
            f" The best brings {value} more ({low} to {high}), less what the best of many gains by chance."
        )
    st.caption(words)


@lru_cache(maxsize=8)
def _counted(profiles: Profiles, scorecard: Scorecard, prices: Prices) -> Money | None:
    """The same question is answered once: moving the handle asks nothing new."""
    return money(profiles, scorecard, prices)


def _ask_prices(trying: Trying) -> Prices | None:
    first, second = st.columns(2)
    cost = first.number_input(
        "Cost of working one lead",
        min_value=0.0,
        max_value=MOST,
        value=None,
        step=10.0,
        format="%g",
        key=COST,
        persist_state="session",
    )
    margin = second.number_input(
        "Margin of one win",
        min_value=0.0,
        max_value=MOST,
        value=None,
        step=100.0,
        format="%g",
        key=MARGIN,
        persist_state="session",
    )
    won = int(trying.profiles.won.sum())
    revenue = float(trying.profiles.revenue.sum())
    if won and revenue:
        second.caption(f"A win brought {number(round(revenue / won))} of revenue on average in these leads.")
    return Prices(cost, margin) if cost is not None and margin is not None else None
