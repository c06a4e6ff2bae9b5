"""A card of one's own: points for each answer, must-haves, and from how many points on one says yes."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from alignment.actions.calibrations import propose_points
from alignment.calibrations import Calibration
from alignment.judging import open_calibration_of
from definitions.criteria import MOST_POINTS
from definitions.drawn_leads import DrawnLeads, OwnCard
from definitions.profiles import NOT_ANSWERED
from definitions.threshold import MOST
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label

PLACE = "calibrate.points"


@st.fragment
def show_own_points() -> None:
    """The card, folded; optional, private, and sealed like the judgements."""
    found = session.look()
    calibration = open_calibration_of(found.workshop) if found is not None else None
    if found is None or calibration is None or not found.me.votes:
        return
    own = calibration.card_shown(found.me.id, found.me)
    words = "Points of your own, if you like"
    window = st.expander(words, key=PLACE, icon=":material/exposure:", on_change="rerun")
    if window.open:
        with window:
            kept = "Your points are kept. " if own else ""
            st.caption(
                f"{kept}How many points should each answer be worth, and from how many is a lead qualified? "
                ":material/lock: Nobody sees this until it is revealed."
            )
            _ask_card(found, calibration, own)


def _ask_card(found: Here, calibration: Calibration, own: OwnCard | None) -> None:
    key, drawn = f"{PLACE}.{found.workshop.id}.{found.me.id}.{calibration.id}", calibration.drawn
    start = own or _plain_card(drawn)
    with st.form(f"{key}.form", border=False):
        for criterion in range(len(drawn.criteria)):
            _ask_criterion(key, drawn, criterion, start)
        st.number_input(
            "Qualified from this many points",
            -MOST,
            MOST,
            start.threshold,
            key=f"{key}.threshold",
            width=240,
        )
        st.form_submit_button("Keep my points", key=f"{key}.keep", on_click=_keep, args=(key, calibration.id))
    session.show_refusal(key)


def _ask_criterion(key: str, drawn: DrawnLeads, criterion: int, start: OwnCard) -> None:
    labels = drawn.labels[criterion]
    st.markdown(f"**{label(drawn.criteria[criterion])}**")
    with st.container(horizontal=True):
        for answer, name in enumerate(labels):
            place = f"{key}.{criterion}.{answer}"
            st.number_input(
                label(name),
                -MOST_POINTS,
                MOST_POINTS,
                start.points[criterion][answer],
                key=place,
                width=150,
            )
        st.selectbox(
            "Must-have",
            range(NOT_ANSWERED, len(labels)),
            start.gates[criterion] + 1,
            format_func=lambda gate: f"at least {labels[gate]}" if gate != NOT_ANSWERED else "no",
            key=f"{key}.{criterion}.gate",
            width=240,
        )


def _plain_card(drawn: DrawnLeads) -> OwnCard:
    """Where everybody begins alike: the answers in their order, no must-have, two thirds of all points."""
    points = tuple(tuple(range(size - 1, -1, -1)) for size in drawn.sizes)
    most = sum(max(each) for each in points)
    return OwnCard(points=points, threshold=-(-2 * most // 3), gates=(NOT_ANSWERED,) * len(points))


def _keep(key: str, calibration_id: str) -> None:
    with session.attempt(key):
        sizes = session.here().workshop.calibrations[calibration_id].drawn.sizes
        card = built(
            OwnCard,
            points=tuple(
                tuple(session.typed(f"{key}.{criterion}.{answer}", 0) for answer in range(size))
                for criterion, size in enumerate(sizes)
            ),
            threshold=session.typed(f"{key}.threshold", 0),
            gates=tuple(session.typed(f"{key}.{c}.gate", NOT_ANSWERED) for c in range(len(sizes))),
        )
        session.act(propose_points, calibration_id, card)
        session.said("Your points are kept.")
