"""Decide: the smallest changes of points, threshold and gates that could unite the teams."""

from __future__ import annotations

from math import isnan

import streamlit as st

from alignment.calibrations import Calibration
from alignment.judging import open_calibration_of
from alignment.people import VOTING_TEAMS
from alignment.present import present
from definitions.bridge.candidates import Evidence, Method
from definitions.findings import percent
from definitions.phrases import listed
from pages.decide.bridges.compromises import show_compromises, show_recommendation
from pages.decide.bridges.picture import show_frontier
from pages.decide.bridges.searching import Searched, expected, pair, revealed, search
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain

CALIBRATE = "pages/start/calibrate.py"


def show_nothing_revealed(here: Here) -> None:
    """What has to come first: a calibration that is judged and revealed."""
    going_on = open_calibration_of(here.workshop) is not None
    later = " One is going on: its judgements count here once it is revealed." if going_on else ""
    st.info(f"No calibration has been revealed yet.{later}", icon=":material/fact_check:")
    st.page_link(CALIBRATE, label="To the calibration", icon=":material/fact_check:")


def ask_which(calibrations: tuple[Calibration, ...]) -> Calibration:
    """Which calibration's judgements to bridge, the latest first."""
    by_id = {calibration.id: calibration for calibration in calibrations}
    if len(by_id) == 1:
        st.caption(f"From the judgements of “{label(calibrations[0].name)}”.")
        return calibrations[0]
    chosen = st.selectbox(
        "Calibration",
        list(by_id),
        format_func=lambda key: by_id[key].name,
        key="bridge.calibration",
        persist_state="session",
    )
    return by_id[chosen]


def show_bridge(here: Here, calibration: Calibration) -> None:
    """The chart beside the compromises; a sentence where there is too little to go by."""
    if present(here.workshop) is None:
        st.info("There are no criteria on the table. Draft some first.", icon=":material/checklist:")
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")
        return
    found = search(here.workshop, calibration)
    if found is None or found.bridge.evidence is Evidence.NOT_ENOUGH or pair(found.bridge) is None:
        st.info(_too_little(found), icon=":material/hourglass_empty:")
        st.page_link(CALIBRATE, label="To the calibration", icon=":material/fact_check:")
        return
    st.subheader(finding(found), anchor=False)
    picture, beside = st.columns([1, 1], gap="large")
    with picture:
        show_frontier(found)
        st.caption(
            "Each point is a scorecard. On the line, one team agrees more only if the other agrees less. "
            "Agreement is what is expected on leads that were not judged."
        )
    with beside:
        show_recommendation(found)
        show_unheard(found)
        show_compromises(here, found)


def show_unheard(found: Searched) -> None:
    """Which teams judged nothing, so that nothing here speaks for them."""
    now = found.bridge.candidate(Method.PRESENT).expected
    unheard = [team.value for team in VOTING_TEAMS if isnan(expected(now, team))]
    if unheard:
        st.warning(f"{listed(unheard)} judged nothing, so nothing here speaks for them.".capitalize())


def finding(found: Searched) -> str:
    """How much the lowest team could gain, as a sentence."""
    recommended = found.bridge.recommendation
    if recommended.candidate is None or recommended.gain <= 0:
        return "No change unites the teams clearly better than the present scorecard"
    after = recommended.candidate.lowest
    before = after - recommended.gain
    return f"The team that agrees least could agree on {percent(after)} of leads instead of {percent(before)}"


def _too_little(found: Searched | None) -> str:
    if found is not None and found.bridge.evidence is Evidence.NOT_ENOUGH:
        return plain(found.bridge.recommendation.reason)
    return "Not enough data: a bridge needs the judgements of two teams at least."


here = session.here()
st.title("Bridge", anchor=False)
st.caption("The smallest changes that raise the agreement of the team that agrees least.")
calibrations = revealed(here.workshop)
if calibrations:
    show_bridge(here, ask_which(calibrations))
else:
    show_nothing_revealed(here)
