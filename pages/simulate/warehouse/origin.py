"""Leads that were counted in a warehouse: where and when, counting them again, and what they cannot show."""

from __future__ import annotations

import streamlit as st

from alignment.workshop import LeadSetEntry
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label
from pages.shared.times import moment
from pages.simulate.warehouse import trip
from pages.simulate.warehouse.choosing import show_trouble
from pages.simulate.warehouse.known import usable


def show_origin(entry: LeadSetEntry) -> None:
    """Nothing for leads from a file."""
    origin = entry.fact.origin
    if origin is not None:
        when = moment(origin.counted_at, session.time_zone())
        st.caption(
            f":material/database: Warehouse {label(origin.warehouse)}, table {label(origin.table)}, "
            f"counted on {when}. Only the counts are kept here, no lead."
        )
        show_trouble(_place(entry))


def ask_again(here: Here, entry: LeadSetEntry) -> None:
    """Count the leads again, which makes a new set; nothing for leads from a file."""
    origin, lead_set = entry.fact.origin, entry.fact.lead_set
    if origin is None:
        return
    if (here.me.votes or here.me.facilitator) and origin.warehouse in usable():
        st.button(
            "Count again",
            key=f"warehouse.again.{lead_set}",
            type="tertiary",
            icon=":material/refresh:",
            on_click=trip.look,
            args=(origin.warehouse, lead_set),
        )


def _place(entry: LeadSetEntry) -> str:
    return f"warehouse.{entry.fact.lead_set}"


def show_stays(entry: LeadSetEntry | None) -> None:
    """That no single lead can be shown, where one looks for one; nothing for leads from a file."""
    if entry is not None and entry.fact.origin is not None:
        st.caption(
            ":material/database: These leads stay in their warehouse and were only counted: "
            "the answers they gave are known here, but no single lead."
        )
