"""Leads as a list to act on: a page of them on the screen, all of them as a file."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from definitions.measures.cells import UNKNOWN_NAME, begin
from definitions.measures.journeys import Coded, Codes
from definitions.phrases import number
from definitions.profiles import Integers
from pages.shared import session
from pages.use.measuring.chart import as_csv
from pages.use.measuring.loading import names_of
from pages.use.measuring.view import View

A_PAGE = 10


def show_list(view: View, name: str, rows: Codes | Integers, more: dict[str, Codes | Integers]) -> None:
    """The leads in some rows; ``more``: further columns, a number for each row. Not for observers."""
    if not (view.here.me.votes or view.here.me.facilitator):
        st.caption("You observe. Which leads these are is for the three teams.")
        return
    if not len(rows):
        return
    key = f"measure.list.{name}"
    pages = -(-len(rows) // A_PAGE)
    at = min(session.typed(f"{key}.page", 1), pages)
    if at < session.typed(f"{key}.page", 1):
        session.fill(f"{key}.page", at)
    some = slice((at - 1) * A_PAGE, at * A_PAGE)
    table = lead_table(view, rows[some], {title: values[some] for title, values in more.items()})
    st.dataframe(table, hide_index=True, width="stretch", key=f"{key}.{at}")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        if pages > 1:
            st.pagination(pages, key=f"{key}.page")
        st.download_button(
            f"All {number(len(rows))} as CSV", partial(_file, view, rows, more), f"{name}.csv", "text/csv",
            key=f"{key}.csv", icon=":material/download:", type="tertiary", on_click="ignore",
        )  # fmt: skip


def lead_table(view: View, rows: Codes | Integers, more: dict[str, Codes | Integers]) -> pd.DataFrame:
    """The leads in some rows with what is known of them."""
    journeys = view.journeys
    began = np.datetime_as_string(begin(journeys)[rows], unit="D") if len(rows) else np.array([], str)
    columns: dict[str, object] = {"Lead": names_of(view.measured.key, [int(row) for row in rows])}
    columns |= more
    columns["Began"] = [each if each != "NaT" else "" for each in began]
    named = (
        ("Source", journeys.source),
        ("Qualified by", journeys.qualified_by),
        ("Version", journeys.version),
    )
    columns |= {title: _names(column, rows) for title, column in named if column.names}
    return pd.DataFrame(columns)


def _names(column: Coded, rows: Codes | Integers) -> list[str]:
    names = (*column.names, UNKNOWN_NAME)
    return [names[code] for code in column.codes[rows]] if column.codes is not None else []


def _file(view: View, rows: Codes | Integers, more: dict[str, Codes | Integers]) -> bytes:
    return as_csv(lead_table(view, rows, more))
