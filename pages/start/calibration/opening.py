"""For a facilitator: which leads are put before everybody, and the button that does it."""

from __future__ import annotations

from secrets import randbelow

import streamlit as st

from alignment.actions.action import built
from alignment.actions.calibrations import open_calibration
from alignment.present import present_scorecard
from alignment.refused import NotUnderstood, Refused
from alignment.workshop import Workshop
from definitions.calibration.drawing import FEWEST, HURRIED, MOST, USUAL
from definitions.calibration.strata import Stratum
from definitions.calibration.to_judge import kinds, to_judge
from definitions.drawn_leads import DrawnLeads
from definitions.phrases import counted
from pages.shared import session
from pages.shared.lead_sets import ask_sample, profiles_of
from pages.shared.session import Here
from pages.shared.text import plain

KEY = "calibrate.opening"
COUNTS = (HURRIED, *range(FEWEST, MOST + 1))
KINDS = {
    Stratum.SURE: "clear",
    Stratum.UNSURE: "with answers missing",
    Stratum.AROUND: "close to the threshold",
    Stratum.CONTRADICTORY: "contradictory: some of the best answers with some of the worst",
}


def ask_to_open(here: Here, words: str) -> None:
    """The lead set, how many leads, which kinds of leads these will be, and the button."""
    if present_scorecard(here.workshop) is None:
        st.markdown("A lead is judged by its answers. Propose the criteria first, at least as a draft.")
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")
        return
    if not here.workshop.lead_sets:
        st.markdown("The leads come from a lead set. Add one, or begin with made-up leads.")
        ask_sample("calibrate")
        st.page_link("pages/simulate/leads.py", label="Add your own leads", icon=":material/groups:")
        return
    _ask_which(here)
    drawn = _show_drawn(here)
    with st.container(horizontal=True):
        st.button(
            words,
            key=f"{KEY}.go",
            type="primary",
            icon=":material/campaign:",
            disabled=drawn is None,
            on_click=_open,
        )
        st.button("Draw others", key=f"{KEY}.others", icon=":material/casino:", on_click=_draw_others)
    session.show_refusal(KEY)


def _ask_which(here: Here) -> None:
    sets = here.workshop.lead_sets
    if session.typed(f"{KEY}.set", None) not in sets:
        session.fill(f"{KEY}.set", next(reversed(sets)))
    if session.typed(f"{KEY}.name", None) is None:
        session.fill(f"{KEY}.name", _usual_name(here.workshop))
    left, middle, right = st.columns([2, 2, 2], gap="medium")
    left.selectbox("Lead set", list(sets), format_func=lambda one: sets[one].fact.name, key=f"{KEY}.set")
    middle.text_input("Called", key=f"{KEY}.name", max_chars=200, on_change="ignore")
    right.select_slider(
        "How many leads",
        COUNTS,
        value=USUAL,
        format_func=lambda count: f"{count}, in a hurry" if count == HURRIED else str(count),
        key=f"{KEY}.count",
    )


def _usual_name(workshop: Workshop) -> str:
    if not workshop.calibrations:
        return "Before the definition"
    number = len(workshop.calibrations) + 1
    return "After the definition" if workshop.published and number == 2 else f"Round {number}"


def _show_drawn(here: Here) -> DrawnLeads | None:
    """What kinds of leads people will see; nothing of the leads themselves."""
    try:
        drawn = _drawn(here)
    except Refused as refusal:
        st.error(plain(str(refusal)), icon=":material/block:")
        return None
    parts = "\n".join(f"- {number} {KINDS[kind]}" for kind, number in kinds(drawn).items())
    minutes = -(-len(drawn.leads) // 3)
    st.markdown(f"**{counted(len(drawn.leads), 'lead').capitalize()} will be drawn:**\n\n{parts}")
    st.caption(
        f"Nobody is told which is which. Judging takes about {counted(minutes, 'minute')}. "
        "Only answers are kept, never who the lead was."
    )
    return drawn


def _drawn(here: Here) -> DrawnLeads:
    """The leads as chosen now; the same until others are asked for."""
    scorecard = present_scorecard(here.workshop)
    if scorecard is None:
        raise NotUnderstood("Propose the criteria first.")
    found = profiles_of(session.typed(f"{KEY}.set"), scorecard.criteria)
    if isinstance(found, str):
        raise Refused(found)
    count = session.typed(f"{KEY}.count", USUAL)
    drawn: DrawnLeads = built(
        to_judge, profiles=found, scorecard=scorecard, seed=_seed(here.workshop), count=count
    )
    return drawn


def _seed(workshop: Workshop) -> int:
    place = f"{KEY}.seed.{workshop.id}"
    seed: int = session.noted(place) or randbelow(2**53)
    session.note(place, seed)
    return seed


def _draw_others() -> None:
    session.note(f"{KEY}.seed.{session.workshop_id()}", None)


def _open() -> None:
    with session.attempt(KEY):
        here = session.here()
        seed, drawn = _seed(here.workshop), _drawn(here)
        name, lead_set = session.typed(f"{KEY}.name"), session.typed(f"{KEY}.set")
        session.act(open_calibration, name, lead_set, seed, drawn)
        session.said("Everybody can judge now.")
        session.clear(f"{KEY}.name", f"{KEY}.set")
        _draw_others()
