"""Showing a chart with its finding, and the ways to take it along; and saying why there is none."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.shared import charts
from pages.shared.text import plain
from pages.use.measuring.chart import Chart, as_csv, as_png

TOO_FEW = "There is not enough data for this chart yet: it takes ten leads."


def show_chart(chart: Chart) -> None:
    """The finding, the picture, and picture and data to take along."""
    st.markdown(f"**{plain(chart.title)}**")
    if chart.empty:
        show_lacking(TOO_FEW)
        return
    place = f"measure.chart.{chart.name}"
    charts.show(chart.draw, *chart.options, datasets=chart.data, numbers={}, words=chart.title, key=place)
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "PNG", partial(as_png, chart), f"{chart.name}.png", "image/png", key=f"{place}.png",
            icon=":material/image:", type="tertiary", on_click="ignore", help="This chart as a picture",
        )  # fmt: skip
        st.download_button(
            "CSV", partial(as_csv, chart.table), f"{chart.name}.csv", "text/csv", key=f"{place}.csv",
            icon=":material/table:", type="tertiary", on_click="ignore", help="This chart’s data",
        )  # fmt: skip


def show_lacking(why: str) -> None:
    """Why something cannot be told, greyed out."""
    st.markdown(f":material/block: :gray[{plain(why)}]")
