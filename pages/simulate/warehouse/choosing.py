"""The warehouses one can look into, or how there come to be some."""

from __future__ import annotations

import streamlit as st

from data.warehouses import Warehouse, WrongWarehouse
from definitions.criteria import Criterion
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.known import known

CHOICE = "warehouse.choice"


def ask_warehouse(here: Here, criteria: tuple[Criterion, ...]) -> None:
    """The quiet second way to add leads: have them counted where they are."""
    if here.workshop.demo:
        return
    st.subheader("From a warehouse", anchor=False)
    try:
        places = known()
    except WrongWarehouse as wrong:
        st.warning(plain(str(wrong)), icon=":material/build:")
        return
    if not places:
        st.caption(
            "Leads can stay in your data warehouse and be counted there. No warehouse is connected yet: "
            "an operations engineer adds one as the README says under “Leads in a warehouse”."
        )
        return
    st.markdown("The leads stay where they are and are only counted there. You see the query before it runs.")
    if criteria:
        _ask_which(places)
    else:
        st.caption("There are no criteria yet to count the leads by.")


def _ask_which(places: dict[str, Warehouse]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Warehouse", list(places), format_func=lambda n: _called(places[n]), key=CHOICE, width=360
        )
        st.button("Look at its table", key="warehouse.look", icon=":material/database:", on_click=_look)
    show_trouble("warehouse.look")


def show_trouble(place: str) -> None:
    """Why nothing was sent for, or the latest trip brought nothing."""
    session.show_refusal(place)
    if (why := trip.refusal(place)) is not None:
        st.error(plain(why), icon=":material/cloud_off:")


def _called(place: Warehouse) -> str:
    return f"{place.name}, table {place.table}"


def _look() -> None:
    name = session.typed(CHOICE, None)
    if name is not None:
        trip.look(name)


@st.fragment(run_every=0.5)
def show_trip() -> None:
    """How long it has been under way, and the way to call it off; once it is back the page goes on."""
    found = trip.trip()
    if found is None or not found.errand.running:
        trip.finish()
        st.rerun()
    seconds = found.errand.seconds
    said = "waiting for other questions to be answered"
    if seconds is not None:
        said = f"{found.words}, {seconds:.0f} of at most {found.seconds:.0f} seconds"
    with st.container(border=True):
        st.progress(min(1.0, (seconds or 0) / found.seconds), text=f"{label(found.warehouse.name)}: {said}")
        st.button("Cancel", key="warehouse.cancel", icon=":material/close:", on_click=trip.call_off)
