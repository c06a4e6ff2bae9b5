"""Counting a table's leads: by what, with which query, and the one click that runs it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import streamlit as st

from alignment.actions.leads import add_lead_set
from alignment.refused import Refused
from data.lead_sets import added
from data.leaks import refuse_leaks
from data.settings import settings
from data.warehouses import Errand, Request, Warehouse, count, keep_counts
from definitions.groups import By
from definitions.mapping_edits import only_used
from pages.shared import session
from pages.shared.lead_sets import criteria_of
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import day
from pages.simulate.adding.draft import Draft
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.choosing import show_trouble
from pages.simulate.warehouse.trip import Trip

WORDS = {By.SOURCE: "by source", By.QUALIFIED_BY: "by who answered the questions"}
HEIGHT = 320
PLACE = "warehouse.count"


def ask_count(now: Draft, place: Warehouse, here: Here) -> None:
    """What else to count by, the query as it will run, and the click that runs it."""
    st.subheader("Count them", anchor=False)
    _ask_by(now)
    request = _request(now, place, here)
    st.markdown(
        f"This runs in {label(place.name)}: it only reads, for at most {place.timeout_seconds:g} seconds. "
        "What comes back is how many leads there are of each kind, and no lead."
    )
    st.code(_sql(request.key, request), language="sql", height=HEIGHT)
    st.text_input(
        "What to call these leads",
        value=_name(place, here),
        key=now.key("name"),
        max_chars=200,
        persist_state="session",
    )
    with st.container(horizontal=True):
        st.button("Count the leads there", key=PLACE, type="primary", on_click=_count, args=(now, place))
        st.button("Take other leads", key="warehouse.drop", type="tertiary", on_click=trip.drop)
    show_trouble(PLACE)


@st.cache_data(max_entries=64, show_spinner=False)
def _sql(key: str, _request: Request) -> str:
    """Written once: for many criteria that takes longer than the rest of the page."""
    return _request.sql


def _name(place: Warehouse, here: Here) -> str:
    return f"{place.name}: {place.table}, {day(here.now, session.time_zone())}"


def _ask_by(now: Draft) -> None:
    possible = _possible(now)
    if possible:
        st.pills(
            "Count them apart as well",
            possible,
            selection_mode="multi",
            default=possible,
            format_func=lambda by: WORDS[by],
            key=_by_key(now),
            persist_state="session",
        )


def _possible(now: Draft) -> list[By]:
    known = {By.SOURCE: now.mapping.source, By.QUALIFIED_BY: now.mapping.qualified_by}
    return [by for by, part in known.items() if part is not None]


def _by_key(now: Draft) -> str:
    return now.key("by", *_possible(now))


def _request(now: Draft, place: Warehouse, here: Here) -> Request:
    mapping = only_used(now.mapping)
    source = now.column(mapping.source)
    by = session.typed(_by_key(now), _possible(now))
    return Request(
        warehouse=place,
        headers={column: now.header(column) for column in mapping.kept},
        mapping=mapping,
        criteria=criteria_of(here.workshop),
        by=tuple(each for each in By if each in by),
        sources=tuple(value for value, _ in source.top) if source is not None else (),
    )


def _count(now: Draft, place: Warehouse) -> None:
    with session.attempt(PLACE):
        here = trip.allowed()
        request = _request(now, place, here)
        if not any(mapped.column for mapped in request.mapping.criteria):
            raise Refused("No column answers a criterion yet; choose at least one.")
        refuse_leaks(now.understood, now.mapping)
        name = session.typed(now.key("name")) or _name(place, here)
        errand = Errand[object](_counting(request, name, here))
        trip.send(Trip(PLACE, errand, place, "counting the leads", place.timeout_seconds, trip.counted))


def _counting(request: Request, name: str, here: Here) -> Callable[[Event], object]:
    """Counts, keeps and adds, also when nobody looks at the page any more; gives how many leads there are."""
    return partial(_counted, request, name, here, settings().leads)


def _counted(request: Request, name: str, here: Here, folder: Path, called_off: Event) -> int:
    counts = count(request, called_off)
    if called_off.is_set():
        raise Refused("It was called off.")
    kept = keep_counts(request, counts, folder, name, here.room.clock())
    here.room.act(add_lead_set, here.me.id, added(kept))
    return kept.rows
