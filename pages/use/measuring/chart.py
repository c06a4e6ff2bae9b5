"""A chart as a thing of its own: shown on a page, printed in a report, or saved as a picture or a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from data.importing.set_aside import safe_cell
from data.publishing.reporting.drawing import png
from pages.shared import charts

Spec = dict[str, Any]
LETTERS_A_LINE = 84
WIDTH = 640


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart: ``draw(*options)`` makes it of named data, the first of which is what it tells.

    ``title``: the finding, in the words that also stand for the picture to who cannot see it.
    """

    name: str
    title: str
    draw: Callable[..., alt.LayerChart]
    options: tuple[object, ...]
    data: Mapping[str, pd.DataFrame]

    @property
    def table(self) -> pd.DataFrame:
        """What the chart tells, as a table."""
        return next(iter(self.data.values()))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return self.table.empty


def whole_spec(chart: Chart, width: int = WIDTH) -> Spec:
    """The chart with its data and its title as one Vega-Lite specification, the same each time."""
    spec = charts.drawn(chart.draw, *chart.options)
    rows = {name: frame.to_dict("records") for name, frame in chart.data.items()}
    title = {"text": wrap(chart.title, LETTERS_A_LINE), "anchor": "start", "fontSize": 15, "offset": 12}
    return {**spec, "datasets": rows, "title": title, "width": width, "padding": 12}


def as_png(chart: Chart) -> bytes:
    """The chart as a picture, to be pasted anywhere."""
    return png(whole_spec(chart))


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as CSV for spreadsheets: UTF-8 with a byte order mark, formulas made plain text."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(str(name)) for name in table.columns])
    for row in table.astype(object).where(table.notna(), "").itertuples(index=False):
        writer.writerow([safe_cell(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")
