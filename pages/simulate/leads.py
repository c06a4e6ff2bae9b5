"""Leads: the sets of past leads that thresholds are tried on."""

from __future__ import annotations

import streamlit as st

from alignment.actions.leads import remove_lead_set
from alignment.workshop import LeadSetEntry
from definitions.phrases import number
from definitions.understood import outcomes, period
from pages.shared import session
from pages.shared.lead_sets import ask_sample, criteria_of, is_sample, sample_answers
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import day
from pages.simulate.adding import ask_file


def show_lead_set(here: Here, entry: LeadSetEntry) -> None:
    """One lead set: what is in it, and where it comes from."""
    fact = entry.fact
    unsaid = is_sample(entry) and "made up" not in fact.name
    with st.container(border=True):
        st.markdown(f"**{label(fact.name)}**{' :gray-badge[made up]' if unsaid else ''}")
        months = period(fact.months) or "no month known"
        st.markdown(f"{number(fact.rows)} leads, {months}. {outcomes(fact.won, fact.lost, fact.open)}")
        st.markdown(f"Answers {', '.join(label(name) for name in fact.criteria)}.")
        who = label(here.workshop.name_of(entry.by))
        st.caption(f"Added by {who} on {day(entry.at, session.time_zone())}")
        if here.me.facilitator:
            ask_remove(fact.lead_set)


def ask_remove(lead_set: str) -> None:
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
        st.button("Remove these leads", key=f"leads.sure.{lead_set}", on_click=remove, args=(lead_set,))
        st.button(
            "Keep them", key=f"leads.keep.{lead_set}", on_click=session.note, args=("leads.removing", None)
        )


def remove(lead_set: str) -> None:
    """Take a lead set out of the workshop."""
    session.note("leads.removing", None)
    with session.attempt(f"leads.{lead_set}"):
        session.act(remove_lead_set, lead_set)
        session.said("The leads were removed from the workshop.")


def ask_leads(here: Here) -> None:
    """The two ways to add leads: the made-up sample, or a file."""
    criteria = criteria_of(here.workshop)
    if not (here.me.votes or here.me.facilitator):
        st.caption("Members of the three teams and the facilitator can add leads.")
    elif not criteria:
        st.caption("Columns are matched with criteria by their names, so draft criteria first.")
        st.page_link("pages/draft/criteria.py", label="To the criteria", icon=":material/checklist:")
    else:
        if sample_answers(criteria) and not any(is_sample(e) for e in here.workshop.lead_sets.values()):
            ask_sample("leads", primary=not here.workshop.lead_sets)
        ask_file(criteria)


here = session.here()
st.title("Leads", anchor=False)
st.caption(
    "Sets of past leads to try the scorecard on. The leads stay with your host; the record holds only counts."
)
for entry in reversed(here.workshop.lead_sets.values()):
    show_lead_set(here, entry)
if here.workshop.lead_sets:
    st.page_link("pages/simulate/what_if.py", label="Try a threshold on them", icon=":material/tune:")
else:
    st.info(plain("There are no leads yet. Begin with the sample leads, or add a file of your own."))
ask_leads(here)
