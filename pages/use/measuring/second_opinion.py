"""The second opinion, updated: points fitted to what became of the leads, beside the definition's."""

from __future__ import annotations

import streamlit as st

from alignment.refused import Refused
from data.outcomes.opinion import Opinion, opinion
from data.second_opinion import opinion_sentence
from data.settings import settings
from definitions.criteria import Criterion
from definitions.measures.needs import CLOSED
from definitions.phrases import listed
from pages.shared import session
from pages.shared.fitted_points import show_fitted_points
from pages.shared.text import label, plain
from pages.use.measuring.showing import show_lacking
from pages.use.measuring.view import View
from pages.use.outcomes_in.draft import criteria_in_use

ASKED = "measure.second_opinion"
UNTOLD = "The data do not tell which leads were won and lost."
NO_CRITERION = "These data tell no answer to a criterion of the definition for any lead that was won or lost."
CAVEAT = (
    "Only leads that were won or lost count. Those that sales rejected seldom get that far, and open ones "
    "may still be won, so it speaks of the leads that sales took."
)


def show_second_opinion(view: View) -> None:
    """Only for who asks, and for these leads: fitting takes a moment, and another choice is another one."""
    st.markdown("#### A second opinion")
    if not all(map(view.journeys.has, CLOSED)):
        show_lacking(UNTOLD)
        return
    asked = (view.measured.key, view.wanted)
    if session.noted(ASKED) != asked:
        st.caption("What would the answers be worth, going by what became of these leads?")
        st.button(
            "Fit points to these outcomes", key=ASKED, icon=":material/balance:",
            on_click=session.note, args=(ASKED, asked),
        )  # fmt: skip
        return
    criteria = tuple(content for _, content in criteria_in_use(view.here))
    try:
        with st.spinner("Fitting …", show_time=True):
            found = opinion(settings().leads, view.measured.key, view.handoff, view.wanted, criteria)
    except Refused as refusal:
        st.error(plain(str(refusal)), icon=":material/error:")
        return
    _show(found, criteria, "definition" if view.here.workshop.in_force is not None else "draft")


def _show(found: Opinion, criteria: tuple[Criterion, ...], where: str) -> None:
    if not found.told:
        show_lacking(NO_CRITERION)
        return
    st.markdown(plain(opinion_sentence(found.found)))
    if found.found is not None and found.found.points:
        show_fitted_points(found.found, criteria, where, f"{ASKED}.page")
    untold = (
        f" No such lead answers {listed([label(name) for name in found.untold])}: left out on both sides."
    )
    st.caption(f"{CAVEAT}{untold if found.untold else ''}")
