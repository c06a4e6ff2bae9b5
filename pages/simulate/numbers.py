"""The four large numbers, each with its 95 % interval and how it differs from the draft."""

from __future__ import annotations

from math import isnan

import streamlit as st

from definitions.findings import count_range, percent, percent_range, rate
from definitions.phrases import number
from definitions.simulation import Figures


def show_numbers(tried: Figures, present: Figures, known: bool) -> None:
    """Leads to sales; and, where outcomes are known, wins kept and missed and wasted calls."""
    with st.grid(min_column_width=116):
        _show_volume(tried, present)
        if known:
            _show_kept(tried, present)
            wins = tried.won + round(tried.wins_missed.value)
            missed, decided = tried.wins_missed, tried.won + tried.lost
            _show(
                "Wins missed",
                number(round(missed.value)),
                _difference(missed.value, present.wins_missed.value),
                f"{count_range(missed)} of {number(wins)}",
            )
            wasted = tried.wasted_calls
            _show(
                "Wasted calls",
                number(tried.lost),
                _difference(wasted.value, present.wasted_calls.value),
                f"{count_range(wasted)} of {number(decided)} decided",
            )


def _show_volume(tried: Figures, present: Figures) -> None:
    weekly, before = tried.leads_per_week, present.leads_per_week
    if weekly is None or before is None:
        change = _difference(tried.qualified, present.qualified)
        _show("To sales", number(tried.qualified), change, f"of {number(tried.leads)} · weeks not known")
        return
    change = _difference_in_rate(weekly.value, before.value)
    of = f"{rate(weekly.low)} to {rate(weekly.high)} of {rate(tried.leads / tried.weeks)}"
    _show("To sales a week", rate(weekly.value), change, of)


def _show_kept(tried: Figures, present: Figures) -> None:
    kept, before = tried.wins_kept, present.wins_kept
    if isnan(kept.value):
        _show("Wins kept", "–", "", "not enough data: nothing was won")
        return
    change = _difference(kept.value * 100, before.value * 100, " % points")
    _show("Wins kept", percent(kept.value), change, percent_range(kept))


def _show(name: str, value: str, change: str, interval: str) -> None:
    with st.container(gap="xxsmall"):
        st.metric(name, value, delta=change or None, delta_color="off", delta_arrow="off")
        st.caption(interval)


def _difference_in_rate(tried: float, present: float) -> str:
    """How much more or less than the draft gives, empty if both read the same."""
    if rate(tried) == rate(present):
        return ""
    return f"{'+' if tried > present else '−'}{rate(abs(tried - present))}"


def _difference(tried: float, present: float, unit: str = "") -> str:
    """How much more or less than the draft gives, empty if that rounds to none."""
    change = round(tried) - round(present)
    return f"{'+' if change > 0 else '−'}{number(abs(change))}{unit}" if change else ""
