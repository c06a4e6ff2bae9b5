"""The cost of unqualified leads: hours and money of sales, and inquiries for each qualified lead."""

from __future__ import annotations

import streamlit as st

from definitions.measures.cells import Filter
from definitions.measures.cost import CostInput, cost, cost_sentence, inquiries, inquiries_sentence
from definitions.measures.needs import Measure
from definitions.understood import period
from pages.shared import session
from pages.shared.text import plain
from pages.use.measuring.showing import show_lacking
from pages.use.measuring.view import View

REJECTED, WASTED, HOUR = "measure.cost.rejected", "measure.cost.wasted", "measure.cost.hour"
CURRENCY, SINCE = "measure.cost.currency", "measure.cost.since"
MOST = 1_000_000.0


def entered_cost() -> CostInput | None:
    """What was entered, if all of it was."""
    given = [session.typed(key, None) for key in (REJECTED, WASTED, HOUR)]
    return CostInput(*given) if None not in given else None


def show_cost(view: View) -> None:
    """What it cost, from what was entered; then the inquiries, before and since."""
    lacks = view.lacks(Measure.COST)
    if lacks:
        show_lacking(lacks)
    else:
        _ask()
        given = entered_cost()
        if given is None:
            st.caption("Say all three to see what leads that were not qualified cost.")
        else:
            said = cost_sentence(cost(view.counted, given), session.typed(CURRENCY, ""))
            st.markdown(f"**{plain(said)}**")
            st.caption("Counted leads times what you entered: no interval, it is as sure as your numbers.")
    st.markdown("#### Inquiries for each qualified lead")
    lacks = view.lacks(Measure.INQUIRIES)
    show_lacking(lacks) if lacks else _show_inquiries(view)


def _ask() -> None:
    first, second, third, fourth = st.columns(4, vertical_alignment="bottom")
    fields = (
        (first, "Minutes on a rejected lead", REJECTED),
        (second, "Minutes on one accepted in vain", WASTED),
        (third, "Cost of an hour", HOUR),
    )
    for column, words, key in fields:
        column.number_input(
            words, min_value=0.0, max_value=MOST, value=None, step=5.0, format="%g", key=key,
            persist_state="session",
        )  # fmt: skip
    fourth.text_input("Currency", key=CURRENCY, max_chars=12, persist_state="session")


def _show_inquiries(view: View) -> None:
    """All of them, and those before a month against those since."""
    months = view.counted.cells.months
    now = inquiries(view.counted)
    if now.qualified.enough:
        value, low, high = now.each
        st.markdown(
            plain(f"In all {value:.1f} ({low:.1f} to {high:.1f}); 8 to 12 is typical where nobody qualifies.")
        )
    if len(months) < 2:
        return
    since = st.selectbox(
        "Compare with before the month", months[1:], index=None, key=SINCE, persist_state="session",
        placeholder="Choose when the definition was first used", format_func=lambda month: period([month]),
    )  # fmt: skip
    if since not in months:
        return
    at = months.index(since)
    parts = (frozenset(months[:at]), frozenset(months[at:]))
    before, after = (inquiries(view.any_version.only(Filter(months=part))) for part in parts)
    st.markdown(f"**{plain(inquiries_sentence(before, after))}**")
