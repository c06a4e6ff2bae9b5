"""The answers that best tell one team's yes from another's, in words."""

from __future__ import annotations

import streamlit as st

from alignment.calibrated import Calibrated
from alignment.calibrations import Calibration
from alignment.people import VOTING_TEAMS
from definitions.calibration.contrasts import FEWEST
from definitions.calibration.words import contrast_sentence
from pages.shared.text import label

MOST = 6
TEAMS = tuple(team.value for team in VOTING_TEAMS)


def show_apart(calibration: Calibration, shown: Calibrated) -> None:
    """The sure ones first; where there is none, that is said."""
    st.subheader("What tells the teams apart", anchor=False)
    enough = [contrast for contrast in shown.apart if contrast.enough]
    sure = [contrast for contrast in enough if contrast.sure]
    if not enough:
        st.markdown(
            f"**Not enough data.** An answer is compared where two teams judged at least {FEWEST} leads with "
            f"it and {FEWEST} without."
        )
        return
    if not sure:
        st.markdown("**No answer tells one team's yes from another's for sure.**")
        return
    firsts = {(each.first, each.second, each.criterion): each for each in reversed(sure)}
    shown_ones = [each for each in sure if each in firsts.values()][:MOST]
    lines = (f"- {label(contrast_sentence(each, calibration.drawn, TEAMS))}" for each in shown_ones)
    st.markdown("\n".join(lines))
    st.caption(
        f"{len(enough)} comparisons had enough data; one in twenty looks like a difference by chance alone. "
        "In brackets: where it would lie with other leads of this kind."
    )
