"""The leads that were qualified: by members, by the prospects themselves, by other systems."""

from __future__ import annotations

from functools import partial

import streamlit as st

from alignment.refused import Refused
from data.assessments.assessing import tried
from data.assessments.exporting import as_csv
from data.assessments.wanted import EVERYTHING, Wanted
from data.rooms import rooms
from definitions.phrases import counted
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain
from pages.use.listing import OPEN, ask_wanted, found, show_list
from pages.use.one_assessment import show_one

QUALIFY = "pages/use/qualify.py"
EVERY = "30s"


@st.fragment(run_every=EVERY)
def show_all() -> None:
    """The list, or the one that is open; looked at again by itself, because leads arrive meanwhile."""
    session.go_on()
    here = session.look()
    if here is None:
        return
    opened: str | None = session.noted(OPEN)
    try:
        if opened is not None:
            show_one(here, opened)
        else:
            show_list_or_nothing(here)
    except Refused as away:
        st.error(plain(str(away)), icon=":material/cloud_off:")


def show_list_or_nothing(here: Here) -> None:
    """The list as it is chosen, or what to do while there is none."""
    store = rooms().ledger.assessments
    if not tried(lambda: store.count(here.workshop.id)):
        show_nothing_yet(here)
        return
    wanted = ask_wanted(here)
    page = found(here, wanted)
    show_head(here, wanted, page.total)
    show_list(here, page)


def show_nothing_yet(here: Here) -> None:
    """What to do while no lead was qualified."""
    st.info("No lead was qualified yet.", icon=":material/rule:")
    st.page_link(QUALIFY, label="Qualify a lead", icon=":material/rule:")


def show_head(here: Here, wanted: Wanted, total: int) -> None:
    """How many there are, and the file to take along."""
    with st.container(horizontal=True, vertical_alignment="center"):
        words = counted(total, "lead") if wanted != EVERYTHING else f"{counted(total, 'lead')} in all"
        st.caption(words.capitalize(), width="stretch")
        st.download_button(
            "CSV for your CRM", partial(_file, here, wanted), file_name="assessments.csv", mime="text/csv",
            key="assessments.csv", icon=":material/download:", type="tertiary", on_click="ignore",
        )  # fmt: skip


def _file(here: Here, wanted: Wanted) -> bytes:
    """What is listed now, all pages of it."""
    return as_csv(here.workshop, rooms().ledger.assessments.all_of(here.workshop.id, wanted))


here = session.here()
st.title("Assessments")
st.caption("Every lead that was qualified, with the version of the definition that it was judged by.")
if not (here.me.votes or here.me.facilitator):
    st.info(
        "You observe. The leads are for the three teams: they hold what people said of themselves.",
        icon=":material/visibility:",
    )
else:
    show_all()
