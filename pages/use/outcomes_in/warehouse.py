"""Outcomes from a warehouse's table: looked at, mapped like a file, and fetched by one click."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

import streamlit as st

from alignment.refused import Refused
from data.outcomes.fetching import MOST_ROWS, fetch, fetch_sql
from data.outcomes.sets import added
from data.settings import settings
from data.warehouses import Errand, Warehouse, sample
from definitions.phrases import number
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import day
from pages.simulate.adding import desk, draft
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.choosing import show_trouble
from pages.simulate.warehouse.known import usable
from pages.simulate.warehouse.trip import NOTHING_LOST, Trip
from pages.use.outcomes_in.draft import Coming, begin, criteria_in_use
from pages.use.outcomes_in.keeping import Added, add, say_added

CHOICE, LOOK, FETCH = "outcomes.warehouse", "outcomes.look", "outcomes.fetch"
TABLE = "outcomes.table"


def ask_warehouse(here: Here) -> None:
    """The tables one can look into; nothing where the host has connected none."""
    places = {} if here.workshop.demo else usable()
    if not places:
        return
    st.subheader("From a warehouse", anchor=False)
    st.markdown("Only the columns that mean something are fetched. You see the query before it runs.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Warehouse", list(places), key=CHOICE, width=360,
            format_func=lambda name: f"{name}, table {places[name].table}",
        )  # fmt: skip
        st.button("Look at its table", key=LOOK, icon=":material/database:", on_click=_look)
    show_trouble(LOOK)


def table() -> Warehouse | None:
    """The warehouse whose table is being mapped now, if what is being added is no file."""
    intake, place = session.noted(TABLE, (None, None))
    return place if intake is not None and intake is draft.intake() else None


def _look() -> None:
    with session.attempt(LOOK):
        here, place = trip.allowed(), usable().get(session.typed(CHOICE))
        if place is None:
            raise Refused(f"This warehouse is not configured here any more. {NOTHING_LOST}")
        done = partial(_looked, here, place)
        errand = Errand[object](partial(sample, place))
        trip.send(Trip(LOOK, errand, place, "a look at its table", 2 * place.timeout_seconds, done))


def _looked(here: Here, place: Warehouse, found: object) -> None:
    """Have the sample understood, as a file is, on this page's desk whichever page is open."""
    assert isinstance(found, bytes)
    before = desk.here()
    desk.sit_at(desk.OUTCOMES)
    begin(found, f"{place.name} {place.table}".replace(".", " "), here)
    session.note(TABLE, (draft.intake(), place))
    desk.sit_at(before)


def ask_fetch(found: Coming, place: Warehouse, here: Here) -> None:
    """The query as it will run, and the click that runs it."""
    st.subheader("Fetch them", anchor=False)
    st.markdown(
        f"This runs in {label(place.name)}: it only reads, for at most {place.timeout_seconds:g} seconds and "
        f"{number(MOST_ROWS)} leads."
    )
    st.code(fetch_sql(place, found.now.understood, found.whole), language="sql")
    name = found.now.key("fetched")
    usual = f"{place.name}: {place.table}, {day(here.now, session.time_zone())}"
    st.text_input(
        "What to call these outcomes", value=usual, key=name, max_chars=200, persist_state="session"
    )
    with st.container(horizontal=True):
        st.button("Fetch and add them", key=FETCH, type="primary", on_click=_fetch, args=(found, place, name))
        st.button("Take something else", key="outcomes.drop", type="tertiary", on_click=draft.drop)
    show_trouble(FETCH)


def _fetch(found: Coming, place: Warehouse, name: str) -> None:
    with session.attempt(FETCH):
        here = trip.allowed()
        work = partial(_fetched, found, place, session.typed(name), here, settings().leads)
        errand = Errand[object](work)
        trip.send(Trip(FETCH, errand, place, "fetching the outcomes", place.timeout_seconds, _done))


def _fetched(
    found: Coming, place: Warehouse, name: str, here: Here, folder: Path, called_off: Event
) -> Added:
    """Fetches, keeps, adds and checks the trip-wires, also when nobody looks at the page any more."""
    criteria = [content for _, content in criteria_in_use(here)]
    now = here.room.clock()
    file = fetch(place, found.now.understood, found.whole, criteria, folder, now, called_off)
    if called_off.is_set():
        raise Refused("It was called off.")
    return add(here, added(file, name))


def _done(found: object) -> None:
    assert isinstance(found, Added)
    before = desk.here()
    desk.sit_at(desk.OUTCOMES)
    draft.drop()
    desk.sit_at(before)
    say_added(found, "fetched and ")
