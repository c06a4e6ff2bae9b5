"""What if: try a threshold, points and gates on leads, and propose what works."""

from __future__ import annotations

import streamlit as st

from alignment.present import present
from alignment.workshop import Workshop
from definitions.drawing import drawing
from definitions.findings import evidence, finding
from definitions.simulation import figures
from pages.shared import session
from pages.shared.lead_sets import ask_sample, profiles_of, sample_answers
from pages.shared.text import label, plain
from pages.simulate.golden import show_golden_line
from pages.simulate.handle import ask_nurture, ask_threshold
from pages.simulate.numbers import show_numbers
from pages.simulate.picture import show_picture
from pages.simulate.points import ask_points
from pages.simulate.proposals import show_proposals
from pages.simulate.scenarios import ask_scenarios
from pages.simulate.tabs import show_tabs
from pages.simulate.trial import tried_scorecard
from pages.simulate.trying import Trying


def show_nothing_to_try(workshop: Workshop) -> None:
    """What to do first: criteria, then leads."""
    found, me = present(workshop), session.here().me
    if found is None:
        st.info("There are no criteria yet. Draft some first; the classic scorecard takes one click.")
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")
        return
    st.info("There are no leads to try the scorecard on yet.")
    if not (me.votes or me.facilitator):
        st.caption("Members of the three teams can add some.")
        return
    if sample_answers(found.scorecard.criteria):
        ask_sample("what_if")
    st.page_link("pages/simulate/leads.py", label="Add leads of your own", icon=":material/upload_file:")


def ask_lead_set(workshop: Workshop) -> str:
    """Which lead set to try things on: the one in use first, then the newest."""
    used = workshop.lead_set_in_use or ""
    order = dict.fromkeys((used, *reversed(workshop.lead_sets)))
    names = {key: workshop.lead_sets[key].fact.name for key in order}
    if len(names) == 1:
        st.caption(f"Tried on: {label(next(iter(names.values())))}")
        return next(iter(names))
    chosen: str = st.selectbox(
        "Leads", list(names), format_func=names.__getitem__, key="what_if.lead_set", persist_state="session"
    )
    return chosen


@st.fragment
def show_what_if() -> None:
    """Everything that answers to the handle. Runs alone, so that a change costs no more than itself."""
    found = session.look()
    on_the_table = present(found.workshop) if found is not None else None
    if found is None or on_the_table is None or not found.workshop.lead_sets:
        return
    lead_set = ask_lead_set(found.workshop)
    profiles = profiles_of(lead_set, on_the_table.scorecard.criteria)
    if isinstance(profiles, str):
        st.error(plain(profiles), icon=":material/error:")
        return
    tried = tried_scorecard(found.workshop, on_the_table)
    trying = Trying(found, on_the_table, tried, profiles, lead_set)
    if not _answered(trying):
        return
    ask_scenarios(trying)
    _show(trying)
    show_tabs(trying)


def _answered(trying: Trying) -> bool:
    """Whether the leads answer any question; says which they do not."""
    lacking = trying.lacking
    if len(lacking) == len(trying.present.criteria):
        st.warning("These leads answer none of the criteria, so a threshold cannot be tried on them.")
        return False
    if lacking:
        names = ", ".join(label(name) for name in lacking)
        st.warning(f"No lead answers {names}: 0 points for everybody, and a gate there stops every lead.")
    return True


def _show(trying: Trying) -> None:
    """The picture with its handle, the large numbers, and points and gates beside."""
    trial, draft, profiles = trying.tried, trying.draft, trying.profiles
    now = figures(profiles, trial)
    words = finding(now, trial.threshold.qualified_from)
    picture, beside = st.columns([2.4, 1], gap="large")
    with picture:
        st.subheader(words, anchor=False)
        if evidence(profiles):
            st.caption(evidence(profiles))
        with st.container(gap="xsmall"):
            show_picture(drawing(trying.curve, profiles), trial, draft, trying.known, words)
            ask_threshold(trying.workshop, trying.present)
        show_numbers(now, trying.draft_figures, trying.known)
        show_golden_line(trying)
        show_proposals(trying)
    with beside:
        ask_points(trying.workshop, trying.present)
        ask_nurture(trying.workshop, trying.present)


here = session.here()
st.title("What if", anchor=False)
st.caption(
    "Move the threshold, change points and gates, and see at once what would have happened to real leads."
)
if here.workshop.lead_sets and present(here.workshop) is not None:
    show_what_if()
else:
    show_nothing_to_try(here.workshop)
