"""The tabs under the promises; only the one that is open is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from definitions.measures.needs import Measure
from pages.use.measuring.accepting import show_acceptance
from pages.use.measuring.closing_tab import show_closing
from pages.use.measuring.costing import show_cost
from pages.use.measuring.criteria_tab import show_criteria
from pages.use.measuring.five_promises import show_promises
from pages.use.measuring.funnel_tab import show_funnel
from pages.use.measuring.showing import show_lacking
from pages.use.measuring.standing_still import show_standing
from pages.use.measuring.surprising import show_surprises
from pages.use.measuring.timing import show_clocks
from pages.use.measuring.versions_tab import show_versions
from pages.use.measuring.view import View

Tab = tuple[Callable[[View], None], tuple[Measure, ...]]
TABS: dict[str, Tab] = {
    "Funnel": (show_funnel, (Measure.FUNNEL,)),
    "Standing still": (show_standing, (Measure.FUNNEL,)),
    "Acceptance": (show_acceptance, (Measure.ACCEPTANCE,)),
    "Clocks": (show_clocks, (Measure.DECIDE, Measure.CONTACT)),
    "What closes": (show_closing, (Measure.CLOSING,)),
    "Criteria": (show_criteria, (Measure.CRITERIA,)),
    "Versions": (show_versions, (Measure.VERSIONS,)),
    "Surprises": (show_surprises, (Measure.SURPRISES,)),
    "Cost": (show_cost, (Measure.COST, Measure.INQUIRIES)),
    "Five promises": (show_promises, ()),
}
"""Each tab with what it needs one of; one that can tell nothing is grey, and says why."""


def show_tabs(view: View) -> None:
    """All tabs' names, and what is in the open one."""
    lacking = {name: _lacking(view, needs) for name, (_, needs) in TABS.items()}
    names = [f":gray[{name}]" if why else name for name, why in lacking.items()]
    tabs = st.tabs(names, key="measure.tab", on_change="rerun")
    for tab, (name, (show, _)) in zip(tabs, TABS.items(), strict=True):
        if tab.open:
            with tab:
                show_lacking(lacking[name]) if lacking[name] else show(view)


def _lacking(view: View, needs: tuple[Measure, ...]) -> str:
    """Why a tab can tell nothing; empty where it can tell something."""
    lacks = [view.lacks(measure) for measure in needs]
    return lacks[0] if lacks and all(lacks) else ""
