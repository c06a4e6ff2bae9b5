"""The lead sets of a workshop: what is in each, who added it, and taking one out."""

from __future__ import annotations

import streamlit as st

from alignment.actions.leads import remove_lead_set
from alignment.workshop import LeadSetEntry
from definitions.phrases import number
from definitions.understood import outcome_rate, period
from pages.shared import session
from pages.shared.lead_sets import is_sample
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import day

MOST_NAMED = 12


def show_lead_sets(here: Here) -> None:
    """Every lead set, the newest first, and the way to try something on them."""
    for entry in reversed(here.workshop.lead_sets.values()):
        _show(here, entry)
    if here.workshop.lead_sets:
        st.page_link("pages/simulate/what_if.py", label="Try a threshold on them", icon=":material/tune:")


def _show(here: Here, entry: LeadSetEntry) -> None:
    fact = entry.fact
    unsaid = is_sample(entry) and "made up" not in fact.name
    with st.container(border=True):
        st.markdown(f"**{label(fact.name)}**{' :gray-badge[made up]' if unsaid else ''}")
        months = period(fact.months) or "no month known"
        st.markdown(f"{number(fact.rows)} leads, {months}. {outcome_rate(fact.won, fact.lost, fact.open)}")
        st.markdown(_answers(fact.criteria))
        who = label(here.workshop.name_of(entry.by))
        st.caption(f"Added by {who} on {day(entry.at, session.time_zone())}")
        if here.me.facilitator:
            _ask_remove(fact.lead_set)


def _answers(criteria: tuple[str, ...]) -> str:
    """Which criteria the leads answer, or what to do if they answer none."""
    if not criteria:
        return "Answers no criterion. Once there are criteria, add the file again to match it with them."
    more = f" and {len(criteria) - MOST_NAMED} more" if len(criteria) > MOST_NAMED else ""
    return f"Answers {', '.join(label(name) for name in criteria[:MOST_NAMED])}{more}."


def _ask_remove(lead_set: str) -> None:
    """Remove a lead set, after asking once."""
    if session.noted("leads.removing") != lead_set:
        st.button(
            "Remove",
            key=f"leads.remove.{lead_set}",
            type="tertiary",
            icon=":material/delete:",
            on_click=session.note,
            args=("leads.removing", lead_set),
        )
        session.show_refusal(f"leads.{lead_set}")
        return
    st.warning(
        "Nobody here can try a threshold on these leads any more. Votes and proposals stay as they are."
    )
    with st.container(horizontal=True):
        st.button("Remove these leads", key=f"leads.sure.{lead_set}", on_click=_remove, args=(lead_set,))
        st.button(
            "Keep them", key=f"leads.keep.{lead_set}", on_click=session.note, args=("leads.removing", None)
        )


def _remove(lead_set: str) -> None:
    session.note("leads.removing", None)
    with session.attempt(f"leads.{lead_set}"):
        session.act(remove_lead_set, lead_set)
        session.said("The leads were removed from the workshop.")
