"""The tabs under the curve; only the one that is open is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pages.simulate.capacity import show_capacity
from pages.simulate.checking import show_checks
from pages.simulate.flipping import show_flips
from pages.simulate.golden import show_golden
from pages.simulate.missing import show_missed
from pages.simulate.money import show_money
from pages.simulate.parts import show_parts
from pages.simulate.predictors import show_predictors
from pages.simulate.receipts import show_one_lead
from pages.simulate.side_by_side import show_side_by_side
from pages.simulate.trying import Trying

TABS: dict[str, Callable[[Trying], None]] = {
    "Capacity": show_capacity,
    "Money": show_money,
    "Who flips": show_flips,
    "Who is missed": show_missed,
    "Months and sources": show_parts,
    "What predicts": show_predictors,
    "Checks": show_checks,
    "Compare": show_side_by_side,
    "Golden leads": show_golden,
    "One lead": show_one_lead,
}


def show_tabs(trying: Trying) -> None:
    """All tabs' names, and what is in the open one."""
    tabs = st.tabs(list(TABS), key="what_if.tab", on_change="rerun")
    for tab, show in zip(tabs, TABS.values(), strict=True):
        if tab.open:
            with tab:
                show(trying)
