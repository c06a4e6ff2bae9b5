"""The look of all charts: one theme, and charts that cost little to draw again.

Colours are the places in the theme's ``chartCategoricalColors`` (.streamlit/config.toml), which start from
the Okabe-Ito set in a light and a dark version; so a chart follows the visitor's appearance by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

Spec = dict[str, Any]


class Ink(IntEnum):
    """A colour's place in the theme's palette."""

    BLUE = 0
    ORANGE = 1
    GREEN = 2
    PURPLE = 3
    GRAY = 4


@alt.theme.register("common_terms", enable=True)
def _theme() -> alt.theme.ThemeConfig:
    """Font sizes, quiet axes and no frame; colours and fonts come from Streamlit's theme."""
    return {
        "config": {
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": 12,
                "titleFontSize": 13,
                "titleFontWeight": "normal",
                "domain": False,
                "ticks": False,
                "gridOpacity": 0.6,
            },
            "legend": {"labelFontSize": 13, "symbolType": "square", "orient": "top", "title": None},
            "text": {"fontSize": 13},
            "title": {"fontSize": 15, "anchor": "start"},
        }
    }


def inks(**series: Ink) -> alt.Scale:
    """A colour scale that gives each series its place in the palette; the places between stay unused."""
    names = {place: name for name, place in series.items()}
    return alt.Scale(domain=[names.get(Ink(place), f" {place}") for place in range(max(names) + 1)])


def data(name: str) -> alt.NamedData:
    """Data that a chart is given when it is shown."""
    return alt.NamedData(name=name)


@lru_cache(maxsize=256)
def drawn(draw: Callable[..., alt.LayerChart], *options: object) -> Spec:
    """A chart's specification without its data, made once for each set of options; not to be changed."""
    spec: Spec = draw(*options).to_dict()
    return spec


def show(
    draw: Callable[..., alt.LayerChart],
    *options: object,
    datasets: Mapping[str, pd.DataFrame],
    numbers: Mapping[str, float],
    words: str,
    key: str,
) -> None:
    """Show a chart: ``draw`` makes it of ``data(name)`` once for each set of options, then only data is sent.

    ``numbers`` are those the chart names as expressions. ``words`` say what it shows to who cannot see it.
    """
    params = [{"name": name, "value": value} for name, value in numbers.items()]
    spec = {**drawn(draw, *options), "datasets": dict(datasets), "params": params}
    st.vega_lite_chart(spec, width="stretch", key=key, alt=words)
