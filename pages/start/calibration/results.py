"""What a calibration showed: one number, the leads in dispute, what tells the teams apart, the points."""

from __future__ import annotations

from math import isnan

import streamlit as st

from alignment.calibrated import Calibrated
from alignment.calibrations import Calibration
from definitions.calibration.words import decimal, interval_sentence, reliability_sentence
from pages.shared import session
from pages.shared.calibrated import findings_of
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import ago
from pages.start.calibration.apart import show_apart
from pages.start.calibration.disputed import show_disputed
from pages.start.calibration.shares import show_pairs, show_scorecard
from pages.start.calibration.spread import show_spread

WHAT_IT_IS = (
    "Krippendorff's alpha: 1 where all always say the same, 0 where they agree as often as by chance, below "
    "0 where they contradict each other. From 0.8 judgements count as reliable, below 0.667 as not. Who was "
    "unsure takes no side in it."
)


@st.fragment
def show_results(calibration_id: str) -> None:
    """Everything of one calibration, for everybody."""
    found = session.look()
    calibration = found.workshop.calibrations.get(calibration_id) if found is not None else None
    if found is None or calibration is None or calibration.revealed is None:
        return
    shown = findings_of(found.workshop, calibration)
    st.caption(
        f"{label(calibration.name)} · {len(calibration.drawn.leads)} leads · "
        f"revealed {ago(calibration.revealed.at, found.now)}"
    )
    if shown is None:
        st.info("Nobody had judged a lead when it was revealed.", icon=":material/info:")
        return
    _show_agreement(calibration, shown)
    show_disputed(found, calibration, shown)
    show_apart(calibration, shown)
    show_scorecard(found, calibration, shown)
    show_spread(calibration, shown)


def _show_agreement(calibration: Calibration, shown: Calibrated) -> None:
    """The one number, what it means, and under it whose agreement it is."""
    together, people = shown.together, len(shown.judgements.people)
    number, words = st.columns([1, 3], gap="medium", vertical_alignment="center")
    value = together.alpha.value
    number.metric("Agreement", "–" if isnan(value) else decimal(value), help=WHAT_IT_IS)
    with words:
        st.markdown(f"**{reliability_sentence(together)}**")
        unsure = "" if isnan(together.unsure) else f" {round(100 * together.unsure)}\u00a0% were unsure."
        who = "One person" if people == 1 else f"{people} people"
        st.markdown(f"{interval_sentence(together)} {who} judged.{unsure}")
    show_pairs(calibration, shown)


def show_lost_reason(found: Here, calibration: Calibration) -> None:
    """After the reveal: reasons the person here had typed and not sent, so that they are not lost."""
    own = calibration.shown(found.me.id, found.me)
    for lead in range(len(calibration.drawn.leads)):
        text = session.typed(f"calibrate.{found.workshop.id}.{found.me.id}.{calibration.id}.{lead}.reason")
        if text.strip() and (lead not in own or own[lead].reason != text.strip()):
            with st.expander("A reason you typed was not sent before the reveal", icon=":material/draft:"):
                st.text(text)
