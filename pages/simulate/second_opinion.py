"""A second opinion: points fitted to what became of the leads, beside those tried here."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from data.second_opinion import ANY_THRESHOLD, SecondOpinion, opinion_sentence, second_opinion
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from pages.shared.fitted_points import show_fitted_points
from pages.shared.text import plain
from pages.simulate.trying import Trying

ASKED = "what_if.second_opinion"


def show_second_opinion(trying: Trying) -> None:
    """Only for who asks: fitting takes a moment."""
    st.markdown("**A second opinion**")
    asked = st.toggle("Fit points to the outcomes of these leads", key=ASKED, persist_state="session")
    if not asked:
        return
    with st.spinner("Fitting …", show_time=True):
        found = _fitted(trying.profiles, Scorecard(trying.draft.criteria, ANY_THRESHOLD))
    st.markdown(plain(opinion_sentence(found)))
    if found is not None and found.points:
        show_fitted_points(found, trying.draft.criteria, "draft", "what_if.opinion_page")


@lru_cache(maxsize=16)
def _fitted(profiles: Profiles, scorecard: Scorecard) -> SecondOpinion | None:
    """The same leads and points are asked once, whatever the threshold."""
    return second_opinion(profiles, scorecard)
