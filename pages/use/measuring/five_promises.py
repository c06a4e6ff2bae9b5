"""The five promises: a baseline and now, put on record by those who answer for them or told by the leads."""

from __future__ import annotations

import streamlit as st

from alignment.actions.promises import may_state_promises, state_promise
from alignment.workshop import Workshop
from definitions.measures.gains import UNITS, Gain
from definitions.measures.promises import Promised, Turn, computed, five_promises, promise_sentence, written
from pages.shared import session
from pages.shared.text import label, plain
from pages.shared.times import day
from pages.use.measuring.view import View

BADGES = {
    Turn.BETTER: ":green-badge[:material/trending_up: Better]",
    Turn.WORSE: ":orange-badge[:material/trending_down: Worse]",
    Turn.SAME: ":gray-badge[:material/trending_flat: The same]",
    Turn.UNKNOWN: ":gray-badge[:material/help: Unknown]",
}
MOST = 1e12
ABOUT = (
    "What a company gains when its leads are qualified. Single numbers have no interval: a change is told "
    "and not judged."
)


def promises_now(view: View) -> tuple[Promised, ...]:
    """All five; what is on record goes before what the leads tell."""
    stated = view.here.workshop.promises
    baseline = {gain: said.baseline for gain, said in stated.items() if said.baseline is not None}
    now = {gain: said.present for gain, said in stated.items() if said.present is not None}
    return five_promises(baseline, {**computed(view.everything), **now})


def show_promises(view: View) -> None:
    """Each with its numbers, where they come from, and a form for those who may state them."""
    told = computed(view.everything)
    st.caption(ABOUT)
    may = may_state_promises(view.here.me)
    for each in promises_now(view):
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", key=f"measure.promise.{each.gain.name}"
        ):
            st.markdown(
                f"{BADGES[each.turn]} {plain(promise_sentence(each))}{_one_known(each)}  \n"
                f":small[:gray[{_basis(view, each.gain, each.gain in told)}]]",
                width="stretch",
            )
            if may:
                _ask(view.here.workshop, each.gain)


def _one_known(found: Promised) -> str:
    """The number that is known where the other one is not."""
    known = {"Before": found.baseline, "Now": found.now}
    told = [
        f"{when}: {written(value)} {UNITS[found.gain]}." for when, value in known.items() if value is not None
    ]
    return f" {plain(told[0])}" if len(told) == 1 else ""


def _basis(view: View, gain: Gain, told: bool) -> str:
    """Where the numbers come from."""
    said = view.here.workshop.promises.get(gain)
    parts = []
    if said is not None and said.source:
        by, at = label(view.here.workshop.name_of(said.by)), day(said.at, session.time_zone())
        parts.append(f"{label(said.source)} · {by}, {at}.")
    if told and (said is None or said.present is None):
        parts.append("Now: as the leads of this set tell.")
    return " ".join(parts) or "Nobody has put numbers on record."


def _ask(workshop: Workshop, gain: Gain) -> None:
    place = f"measure.promise.{gain.name}"
    session.show_refusal(place)
    with st.popover("Put numbers on record", icon=":material/edit:", type="tertiary", key=f"{place}.open",
                    on_change="rerun") as field:  # fmt: skip
        if field.open:
            _ask_numbers(workshop, gain, place)


def _ask_numbers(workshop: Workshop, gain: Gain, place: str) -> None:
    kept = workshop.promises.get(gain)
    with st.form(f"{place}.form", border=False):
        for name, words, value in (
            ("baseline", "Before", kept.baseline if kept else None),
            ("present", "Now", kept.present if kept else None),
        ):
            st.number_input(
                f"{words} ({UNITS[gain]}; empty: unknown)", min_value=0.0, max_value=MOST, value=value,
                format="%g", key=f"{place}.{name}",
            )  # fmt: skip
        source = kept.source if kept else ""
        st.text_input("Where the numbers come from", value=source, max_chars=500, key=f"{place}.source")
        st.form_submit_button(
            "Put on record", key=f"{place}.save", type="primary", on_click=_state, args=(gain,)
        )


def _state(gain: Gain) -> None:
    place = f"measure.promise.{gain.name}"
    with session.attempt(place):
        numbers = [session.typed(f"{place}.{name}", None) for name in ("baseline", "present")]
        session.act(state_promise, gain, *numbers, session.typed(f"{place}.source"))
        session.said("The numbers are on record.")
