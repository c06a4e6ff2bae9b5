"""Who is done with judging, never what they said; for a facilitator the reminder and the reveal."""

from __future__ import annotations

from html import escape

import streamlit as st

from alignment.actions.calibrations import reveal_calibration
from alignment.calibrations import Calibration
from alignment.judging import finished_by_team, open_calibration_of
from alignment.people import VOTING_TEAMS, Participant, Team
from alignment.topics import JUDGING
from pages.shared import live, session
from pages.shared.links import address_of
from pages.shared.session import Here
from pages.shared.tallies import TEAM_INKS

KEY = "calibrate.reveal"
_PERSON = (
    "display:inline-block;border-radius:1rem;padding:.05rem .5rem;margin:.1rem .15rem .1rem 0;"
    "overflow-wrap:anywhere;font-size:.875rem"
)


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
        progress = finished_by_team(found.workshop, calibration)
        st.html("".join(_team(found, calibration, team, *progress[team]) for team in VOTING_TEAMS))
        if found.me.facilitator:
            _show_reminder(found, calibration)
            _ask_to_reveal(found, calibration)
    live.listen(JUDGING, head=found.workshop.head, key="live.calibrate.gathering")


def _team(found: Here, calibration: Calibration, team: Team, finished: int, voters: int) -> str:
    named = found.workshop.voters(team) if found.me.facilitator else ()
    people = "".join(_person(calibration, person) for person in named)
    dot = f'<span style="color:{TEAM_INKS[team]}">●</span>'
    words = f"{finished} of {voters} have finished" if voters else "nobody yet"
    return f'<p style="margin:.4rem 0 .1rem">{dot} {team.value.capitalize()}: {words}</p><div>{people}</div>'


def _person(calibration: Calibration, person: Participant) -> str:
    leads, left = len(calibration.drawn.leads), calibration.left_for(person.id)
    sign, look = f"{leads - left} of {leads}", "border:1px dashed currentColor"
    if not left:
        sign, look = "✓", "background:#00704f;color:#fff"
    return f'<span style="{_PERSON};{look}">{sign} {escape(person.name)}</span>'


def _show_reminder(found: Here, calibration: Calibration) -> None:
    window = st.expander(
        "A reminder to copy",
        key="calibrate.reminder",
        icon=":material/content_copy:",
        type="compact",
        on_change="rerun",
    )
    if window.open:
        with window:
            st.code(reminder(found, calibration), language=None, wrap_lines=True)


def reminder(found: Here, calibration: Calibration) -> str:
    """What a facilitator may send to those who have not judged every lead, with the link."""
    late = [" ".join(p.name.split()) for p in found.workshop.voters() if calibration.left_for(p.id)]
    to = f"To {', '.join(late)}:\n\n" if late else ""
    return (
        f"{to}In the workshop “{found.workshop.name}” everybody judges the same "
        f"{len(calibration.drawn.leads)} leads alone: qualified, not qualified or unsure. It takes "
        "a few minutes, also on a phone, and nobody sees it until it is revealed to all.\n\n"
        f"{address_of('calibrate')}"
    )


def _ask_to_reveal(found: Here, calibration: Calibration) -> None:
    window = st.popover("Reveal", key=KEY, icon=":material/visibility:", type="primary", on_change="rerun")
    if window.open:
        voters = found.workshop.voters()
        late = sum(calibration.left_for(person.id) > 0 for person in voters)
        waiting = f"{late} of {len(voters)} have not judged every lead. " if late else ""
        with window:
            st.write(
                f"{waiting}Everybody will see how everybody judged and which points they proposed, with "
                "names. It stays as it is then."
            )
            sure, args = f"{KEY}.sure", (calibration.id,)
            st.button("Reveal to everybody", key=sure, type="primary", on_click=_reveal, args=args)
    session.show_refusal(KEY)


def _reveal(calibration_id: str) -> None:
    with session.attempt(KEY):
        session.act(reveal_calibration, calibration_id)
        session.said("Everybody sees how everybody judged now.")
    session.fill(KEY, False)
