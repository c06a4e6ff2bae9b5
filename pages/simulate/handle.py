"""The handle under the curve: the threshold, and where the nurture band begins."""

from __future__ import annotations

import streamlit as st

from alignment.present import Present
from alignment.workshop import Workshop
from definitions.threshold import MOST
from definitions.what_if import Bands
from pages.shared import session
from pages.simulate.picture import handle_range
from pages.simulate.trial import keep, set_field, trial, tried_bands, tried_scorecard


def ask_threshold(workshop: Workshop, present: Present) -> None:
    """The threshold's slider, as wide as the picture above it."""
    bands = tried_bands(workshop, present)
    low, high = handle_range(tried_scorecard(workshop, present), present.scorecard)
    key = f"what_if.threshold.{low}.{high}"
    set_field(key, bands.qualified_from)
    st.slider(
        "Threshold: points from which a lead goes to sales",
        min_value=low,
        max_value=high,
        key=key,
        label_visibility="collapsed",
        on_change=_move,
        args=(workshop.id, bands.nurture_from, key),
    )


def _move(workshop_id: str, nurture_from: int | None, key: str) -> None:
    _keep(workshop_id, session.typed(key, None), nurture_from)


def ask_nurture(workshop: Workshop, present: Present) -> None:
    """From how many points a lead below the threshold is nurtured; empty for no band."""
    bands = tried_bands(workshop, present)
    key = "what_if.nurture"
    set_field(key, bands.nurture_from)
    st.number_input(
        "Nurture from (points; empty: no nurture band)",
        min_value=-MOST,
        max_value=MOST,
        value=None,
        step=1,
        key=key,
        on_change=_move_nurture,
        args=(workshop.id, bands.qualified_from, key),
    )
    if bands.nurture_from is not None and bands.threshold.nurture_from is None:
        st.caption("The nurture band begins at the threshold or above it, so there is none.")


def _move_nurture(workshop_id: str, qualified_from: int, key: str) -> None:
    _keep(workshop_id, qualified_from, session.typed(key, None))


def _keep(workshop_id: str, qualified_from: int | None, nurture_from: int | None) -> None:
    if qualified_from is not None and max(abs(qualified_from), abs(nurture_from or 0)) <= MOST:
        keep(workshop_id, trial(workshop_id).with_bands(Bands(qualified_from, nurture_from)))
