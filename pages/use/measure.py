"""Measure: whether the definition works, in the same numbers for both sides."""

from __future__ import annotations

import streamlit as st

from alignment.measuring import handoff_in_use
from alignment.outcome_sets import OutcomeSetEntry
from alignment.workshop import Workshop
from definitions.measures.under_version import to_begin_with
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain
from pages.use.measuring.filters import ask_filter
from pages.use.measuring.head import show_basis, show_finding, show_sides
from pages.use.measuring.loading import Measured, measured
from pages.use.measuring.report import show_report
from pages.use.measuring.sampling import ask_sample_outcomes
from pages.use.measuring.tabs import show_tabs
from pages.use.measuring.view import View
from pages.use.measuring.wires import show_wires

OUTCOMES = "pages/use/outcomes.py"


def show_nothing_yet(here: Here) -> None:
    """What to do first: say what became of the leads."""
    st.info("Nobody has said yet what became of the leads, so there is nothing to measure.")
    if not (here.me.votes or here.me.facilitator):
        st.caption("Members of the three teams can add outcomes.")
        return
    st.page_link(OUTCOMES, label="Add outcomes of your own", icon=":material/upload_file:")
    ask_sample_outcomes("measure")


def ask_set(workshop: Workshop) -> OutcomeSetEntry:
    """Which set of outcomes to look at: the one in use first, then the newest."""
    used = workshop.outcome_set_in_use or ""
    order = dict.fromkeys((used, *reversed(workshop.outcome_sets)))
    sets = {key: workshop.outcome_sets[key] for key in order if key in workshop.outcome_sets}
    chosen = used
    if len(sets) > 1:
        chosen = st.selectbox(
            "Outcomes", list(sets), format_func=lambda key: sets[key].fact.name, key="measure.set",
            persist_state="session", label_visibility="collapsed",
        )  # fmt: skip
    return sets.get(chosen) or sets[used]


@st.fragment
def show_measures() -> None:
    """Everything that answers to the filter. Runs alone, so that a change costs no more than itself."""
    here = session.look()
    if here is None or not here.workshop.outcome_sets:
        return
    entry = ask_set(here.workshop)
    found = measured(entry.fact.outcome_set, handoff_in_use(here.workshop))
    if isinstance(found, str):
        st.error(plain(found), icon=":material/error:")
        return
    bar = st.container(horizontal=True, vertical_alignment="center")
    with bar:
        wanted = ask_filter(found.key[:12], found.counted.cells, version_in_force(here.workshop, found))
        view = View(here, found, wanted)
        show_report(view, entry)
    show_view(view, entry)


def version_in_force(workshop: Workshop, found: Measured) -> frozenset[str]:
    """What the version in force is called in the data, where it can be told from others."""
    version = workshop.in_force
    return to_begin_with(found.counted, version.version) if version is not None else frozenset()


def show_view(view: View, entry: OutcomeSetEntry) -> None:
    """The finding, the promises, and the tabs."""
    if not view.counted.leads:
        st.info("No lead is left by this choice. Choose more under “Which leads”.")
        return
    show_finding(view)
    show_basis(view, entry)
    show_wires(view, entry)
    show_sides(view)
    show_tabs(view)


here = session.here()
st.title("Measure")
version = here.workshop.in_force
st.caption(
    f"Whether version {version.version} of the definition works, in the same numbers for both sides."
    if version is not None
    else "Whether the definition works, in the same numbers for both sides. None is in force yet."
)
if here.workshop.outcome_sets:
    show_measures()
else:
    show_nothing_yet(here)
