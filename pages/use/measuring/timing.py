"""The clocks: the share in time, how long it takes, and week by week."""

from __future__ import annotations

import streamlit as st

from definitions.handoffs.wording import clock_sentence as calendar_sentence
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import TARGET, ClockFound, clock_found, clock_sentence
from definitions.measures.needs import Measure
from definitions.phrases import hours, number
from pages.draft.promised import NO_CALENDAR
from pages.shared.text import plain
from pages.use.measuring.charts_curves import clock as clock_chart
from pages.use.measuring.charts_shares import over_time
from pages.use.measuring.lights import light_badge
from pages.use.measuring.showing import show_chart, show_lacking
from pages.use.measuring.view import View

TITLES = {Clock.DECIDE: "Accept or reject", Clock.CONTACT: "First contact"}
NEEDS = {Clock.DECIDE: Measure.DECIDE, Clock.CONTACT: Measure.CONTACT}
SINCE = {Clock.DECIDE: "Business hours since MQL", Clock.CONTACT: "Business hours since acceptance"}
MOST_WEEKS, TIMES_THE_PROMISE = 53, 4


def show_clocks(view: View) -> None:
    """One clock beside the other, and by which calendar they run."""
    st.caption(plain(calendar_sentence(view.handoff) or NO_CALENDAR))
    allowed = {Clock.DECIDE: view.handoff.decide_hours, Clock.CONTACT: view.handoff.contact_hours}
    for clock in Clock:
        st.markdown(f"#### {TITLES[clock]}")
        lacks = view.lacks(NEEDS[clock])
        if lacks:
            show_lacking(lacks)
        else:
            _show_clock(clock_found(view.counted, clock, allowed[clock]))


def _show_clock(found: ClockFound) -> None:
    name = "decided" if found.clock is Clock.DECIDE else "contacted"
    st.markdown(f"{light_badge(found.light)} :gray[{number(found.running)} leads have time left.]")
    left, right = st.columns(2, gap="medium")
    with left:
        axes = (SINCE[found.clock], f"Share {name} by then")
        most = found.allowed * TIMES_THE_PROMISE
        curve = found.by_half_hour
        show_chart(clock_chart(f"{name} by hours", clock_sentence(found), axes, curve, found.allowed, most))
    with right:
        weeks = [(f"{monday.day} {monday:%b %Y}", name, rate) for monday, rate in found.by_week[-MOST_WEEKS:]]
        axis = f"{name.capitalize()} in time"
        show_chart(over_time(f"{name} by week", _weeks_sentence(found), axis, weeks, TARGET))


def _weeks_sentence(found: ClockFound) -> str:
    """In how many weeks the clock was kept, of those with leads enough."""
    weeks = [rate for _, rate in found.by_week[-MOST_WEEKS:] if rate.enough]
    kept = sum(rate.share.value >= TARGET for rate in weeks)
    if not weeks:
        return "No week has ten leads or more."
    share = f"nine in ten were within {hours(found.allowed)}"
    return f"In {number(kept)} of {number(len(weeks))} weeks {share}, by the week of the MQL."
