"""Decide: the projector in the room. A facilitator says from their own device what stands on it."""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from alignment.calibrations import Calibration
from alignment.clauses import Clause, Status
from alignment.people import VOTING_TEAMS, Team
from alignment.presenting import Scene
from alignment.standing import result, status
from alignment.topics import JUDGING, PROJECTOR
from data.room_links import room_links
from definitions.wording import clause_sentence
from pages.decide.judged import show_calibration
from pages.decide.large import LEAST, TIMER, show_codes, show_large, show_progress, show_stances
from pages.shared import live, session
from pages.shared.countdown import show_countdown
from pages.shared.links import address_of
from pages.shared.results import missing
from pages.shared.session import Here
from pages.shared.text import label

WAITING = "The next question comes soon."
SMALL_CODE, LARGE_CODE = "max(5.5rem, min(9vw, 16vh))", "max(9rem, min(24vw, 52vh))"
"""So that all codes are on the screen at once, however wide it is."""
STANDS = {
    Status.DRAFT: "A draft, not voted on yet",
    Status.OPEN: "Vote now, each on your own screen",
    Status.AGREED: "Agreed",
    Status.DISPUTED: "Disputed",
    Status.RULED: "Ruled by the decider",
    Status.LEFT_OUT: "Left out",
}
SOON = timedelta(hours=1)


@st.fragment
def show_scene() -> None:
    """What the facilitators put on the projector, kept up to date by itself; never anything sealed."""
    found = session.look()
    if found is None:
        return
    on = found.workshop.presenting
    clause = found.workshop.clauses.get(on.subject) if on.scene is Scene.CLAUSE else None
    if on.scene is Scene.JOINING:
        show_joining(found)
        show_timer(found, None)
    else:
        show_with_side(found, clause)
    topics = [PROJECTOR, JUDGING, *([f"clause:{clause.id}"] if clause is not None else [])]
    live.listen(*topics, head=found.workshop.head, key="live.projector")


def calibration_of(found: Here) -> Calibration | None:
    """The calibration that stands on the projector."""
    on = found.workshop.presenting
    return found.workshop.calibrations.get(on.subject) if on.scene is Scene.CALIBRATION else None


def show_with_side(found: Here, clause: Clause | None) -> None:
    """A clause, or that none is shown now; at the side the time left and the ways in for the late."""
    middle, side = st.columns([3, 1], gap="large")
    with middle:
        calibration = calibration_of(found)
        if clause is not None:
            show_clause(found, clause)
        elif calibration is not None:
            show_calibration(found, calibration)
        else:
            show_large(WAITING)
    with side:
        show_timer(found, clause)
        show_codes(addresses(found), SMALL_CODE, row=False)


def show_clause(found: Here, clause: Clause) -> None:
    """The clause in large type; who has voted by team; once it is for everybody to see, the result."""
    stands = status(found.workshop, clause, found.now)
    asked = f"{clause.round.mode.question} " if clause.round and stands is Status.OPEN else ""
    show_large(f"{asked}{STANDS[stands]}", LEAST, 600)
    show_large(clause_sentence(clause.content))
    round_ = clause.round
    if round_ is None:
        return
    counted = result(found.workshop, round_)
    st.space("small")
    if not round_.unsealed(found.now):
        show_progress({team.team: (team.voted, team.voters) for team in counted.teams}, "voted")
        return
    show_stances(found.workshop, counted, round_.mode)
    show_large("All three teams agree." if counted.met else missing(found.workshop, counted), LEAST, 600)


def show_joining(found: Here) -> None:
    """How to come in, a code a team, and how many of each team are here."""
    links = addresses(found)
    show_large("Scan your team's code to join" if links else "Ask the facilitator for your team's link")
    here = [f"{team.value.capitalize()} {len(found.workshop.voters(team))}" for team in VOTING_TEAMS]
    show_large(f"Here already: {', '.join(here)}", LEAST)
    st.space("small")
    show_codes(links, LARGE_CODE, row=True)


def addresses(found: Here) -> dict[Team, str]:
    """The full address of each team's link on the projector."""
    links = room_links(found.workshop, found.now)
    return {team: address_of(f"join/{link}") for team, link in links.items()}


def show_timer(found: Here, clause: Clause | None) -> None:
    """How long there is left: by the facilitator's timer, or until the ballot ends if that is soon."""
    ends_at = found.workshop.presenting.timer_ends_at or _closing(found, clause)
    if ends_at is not None:
        show_countdown(ends_at, found.now, size=TIMER, key="presenter.timer")


def _closing(found: Here, clause: Clause | None) -> datetime | None:
    round_ = clause.round if clause is not None else None
    if round_ is None or not round_.open(found.now) or round_.closes_at - found.now > SOON:
        return None
    return round_.closes_at


here = session.here()
st.title(label(here.workshop.name))
show_scene()
st.page_link("pages/start/home.py", label="Back to the workshop", icon=":material/arrow_back:")
