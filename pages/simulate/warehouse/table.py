"""A warehouse's table: what was seen of it, what its columns mean, and counting its leads there."""

from __future__ import annotations

import streamlit as st

from data.warehouses import Warehouse
from data.warehouses.sampling import SAMPLE
from definitions.mapping_edits import Meaning
from definitions.phrases import number
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.simulate.adding.columns import show_kept
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.matching import ask_matching
from pages.simulate.adding.meanings import ask_meanings, ask_outcome
from pages.simulate.adding.reading import show_preview
from pages.simulate.warehouse.counting import ask_count

MOST_WARNINGS = 12


def show_table(now: Draft, place: Warehouse, here: Here) -> None:
    """Everything there is to choose before the leads are counted."""
    show_preview(now)
    with st.container(border=True, gap="xsmall"):
        st.markdown(_seen(now, place))
        if now.offer.reused is not None:
            st.markdown(f":material/history: Mapped as {label(now.offer.reused)}.")
        show_kept(now, "shown")
        for warning in now.understood.warnings[:MOST_WARNINGS]:
            st.markdown(f":material/info: {plain(warning)}")
    ask_outcome(now)
    ask_matching(now, here.workshop)
    ask_meanings(now, but=(Meaning.LEAD,))
    ask_count(now, place, here)


def _seen(now: Draft, place: Warehouse) -> str:
    """How many leads were looked at, and what that means for the numbers shown."""
    rows, where = now.understood.rows_kept, f"table {label(place.table)} in {label(place.name)}"
    if rows < SAMPLE:
        return f"**{number(rows)} leads** are in the {where}, and all of them were looked at."
    return (
        f"**{number(rows)} leads** of the {where} were looked at, to see what the columns mean. "
        "Numbers here are of these; a value that none of them has counts as not answered."
    )
