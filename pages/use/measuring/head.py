"""The head of the page of measures: the finding, what is counted, trip-wires, and both promises."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from alignment.outcome_sets import OutcomeSetEntry
from definitions.measures.acceptance import acceptance
from definitions.measures.needs import Measure
from definitions.measures.rejections import rejections
from definitions.measures.sides import Kept, headline, marketing_side, sales_side
from definitions.phrases import counted as in_words
from definitions.phrases import number
from pages.shared.text import label, plain
from pages.shared.times import day
from pages.use.measuring.chosen import chosen
from pages.use.measuring.lights import light_badge
from pages.use.measuring.view import View


def show_finding(view: View) -> None:
    """The one sentence, and whether acceptance is kept."""
    lacks = view.lacks(Measure.ACCEPTANCE)
    if lacks:
        st.subheader(plain(f"Whether sales accepts the leads cannot be told. {lacks}"), anchor=False)
        return
    found = acceptance(view.counted, view.handoff.acceptance_percent / 100)
    st.subheader(plain(headline(found, rejections(view.counted))), anchor=False)
    st.markdown(light_badge(found.light))


def show_basis(view: View, entry: OutcomeSetEntry) -> None:
    """Which leads these are, until when they tell, and what is left out of something."""
    leads = number(view.counted.leads)
    of = f" of {number(view.everything.leads)}" if view.filtered else ""
    some = f" {plain(chosen(view.wanted))}," if view.filtered else ""
    made_up = " They are made up." if entry.fact.sample else ""
    as_of = day(entry.fact.as_of, "UTC")
    st.caption(f"{leads}{of} leads from {label(entry.fact.name)},{some} as of {as_of}.{made_up}")
    faults = view.measured.faults
    if faults:
        leads = in_words(sum(len(each.rows) for each in faults), "finding")
        with st.expander(f"What is wrong with some leads: {leads}", icon=":material/rule:"):
            st.markdown("\n".join(f"- {plain(each.sentence)}" for each in faults))


def show_sides(view: View) -> None:
    """What marketing and what sales promised, side by side."""
    marketing, sales = st.columns(2, gap="medium")
    with marketing:
        _show_side("Marketing", marketing_side(view.counted, view.handoff))
    with sales:
        _show_side("Sales", sales_side(view.counted, view.handoff))


def _show_side(team: str, kept: Sequence[Kept]) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(f"#### {team} promised")
        lines = (f"**{each.title}** {light_badge(each.light)}  \n{plain(each.sentence)}" for each in kept)
        st.markdown("\n\n".join(lines))
