"""Who is done with judging, never what they said; for a facilitator the reminder and the reveal."""

from __future__ import annotations

from functools import partial

import streamlit as st

from alignment.actions.calibrations import reveal_calibration
from alignment.calibrations import Calibration
from alignment.judging import open_calibration_of
from alignment.topics import JUDGING
from pages.shared import gathering, live, session
from pages.shared.links import address_of
from pages.shared.session import Here

KEY = "calibrate.reveal"


@st.fragment
def show_gathering() -> None:
    """How many are done in each team, kept up to date; to a facilitator also who, and the reveal."""
    found = session.look()
    calibration = open_calibration_of(found.workshop) if found is not None else None
    if found is None or calibration is None:
        return
    with st.container(border=True, key="calibrate.gathering"):
        st.subheader("Who is done", anchor=False)
        st.caption("Who has judged, not how: that stays sealed until it is revealed.")
        gathering.show_finished(found, calibration, of=len(calibration.drawn.leads))
        if found.me.facilitator:
            gathering.show_reminder("calibrate.reminder", partial(reminder, found, calibration))
            gathering.ask_to_reveal(KEY, partial(_what_it_shows, found, calibration), _reveal, calibration.id)
    live.listen(JUDGING, head=found.workshop.head, key="live.calibrate.gathering")


def reminder(found: Here, calibration: Calibration) -> str:
    """What a facilitator may send to those who have not judged every lead, with the link."""
    late = gathering.late(found, calibration)
    to = f"To {', '.join(late)}:\n\n" if late else ""
    return (
        f"{to}In the workshop “{found.workshop.name}” everybody judges the same "
        f"{len(calibration.drawn.leads)} leads alone: qualified, not qualified or unsure. It takes "
        "a few minutes, also on a phone, and nobody sees it until it is revealed to all.\n\n"
        f"{address_of('calibrate')}"
    )


def _what_it_shows(found: Here, calibration: Calibration) -> str:
    late = len(gathering.late(found, calibration))
    waiting = f"{late} of {len(found.workshop.voters())} have not judged every lead. " if late else ""
    return (
        f"{waiting}Everybody will see how everybody judged and which points they proposed, with "
        "names. It stays as it is then."
    )


def _reveal(calibration_id: str) -> None:
    with session.attempt(KEY):
        session.act(reveal_calibration, calibration_id)
        session.said("Everybody sees how everybody judged now.")
    session.fill(KEY, False)
