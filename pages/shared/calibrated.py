"""What a revealed calibration shows, computed once for everybody."""

from __future__ import annotations

import streamlit as st

from alignment.calibrated import Calibrated, calibrated
from alignment.calibrations import Calibration
from alignment.judging import Judgements, judgements
from alignment.workshop import Workshop
from definitions.drawn_leads import DrawnLeads

Key = tuple[str, str, tuple[tuple[str, str], ...]]


def findings_of(workshop: Workshop, calibration: Calibration) -> Calibrated | None:
    """The statistics of a calibration; ``None`` while it is sealed or if nobody judged anything.

    Revealed judgements never change; only who still takes part, and in which team, makes a difference.
    """
    found = judgements(workshop, calibration)
    if found is None or not found.people:
        return None
    people = tuple((person.id, person.team.value) for person in found.people)
    return _computed((workshop.id, calibration.id, people), found, calibration.drawn)


@st.cache_resource(max_entries=64, show_spinner=False)
def _computed(key: Key, _found: Judgements, _drawn: DrawnLeads) -> Calibrated:
    return calibrated(_found, _drawn)
