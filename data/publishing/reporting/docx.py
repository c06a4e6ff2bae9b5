"""The report for Word: the same parts with headings, tables, and charts that are described in words."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from data.publishing import word
from data.publishing.escaping import escaped_line
from data.publishing.pandoc import convert
from data.publishing.reporting.contents import Drawn, advice, drawn, origin_lines, subtitle, title
from data.publishing.reporting.drawing import png
from data.publishing.tables import table
from definitions.measures.reporting.grids import Grid, Unit, shown
from definitions.measures.reporting.part import Part
from definitions.measures.reporting.report import Report

LANGUAGE = "en-GB"
TITLE_FROM_HEADING = "--shift-heading-level-by=-1"


def docx(report: Report) -> bytes:
    """The document, with every number of the page."""
    made = convert(
        "\n\n".join(_written(report)),
        "docx",
        TITLE_FROM_HEADING,
        f"--metadata=lang:{LANGUAGE}",
        made_at=int(report.origin.as_of.timestamp()),
    )
    return word.restyled(made)


def _written(report: Report) -> Iterator[str]:
    page = report.page
    yield f"# {escaped_line(title(report))}"
    yield escaped_line(subtitle(report))
    yield f"**{escaped_line(page.headline)}**"
    yield f"**{advice(report)}** {escaped_line(page.recommendation)}"
    for part in page.parts:
        yield from _part(part)
    yield "## Made from"
    yield from map(escaped_line, origin_lines(report))


def _part(part: Part) -> Iterator[str]:
    yield f"## {part.topic}"
    yield from map(escaped_line, part.sentences)
    chart = drawn(part)
    if chart is not None:
        yield _picture(chart)
    if part.grid is not None and part.grid.rows:
        yield _table(part.grid)


def _picture(chart: Drawn) -> str:
    data = base64.b64encode(png(chart.spec)).decode()
    return f"![{escaped_line(chart.alt)}](data:image/png;base64,{data}){{width=80%}}"


def _table(found: Grid) -> str:
    heads = [escaped_line(column.name) for column in found.columns]
    units = [column.unit for column in found.columns]
    rows = [
        tuple(escaped_line(shown(cell, unit)) for cell, unit in zip(row, units, strict=True))
        for row in found.rows
    ]
    return table(heads, rows, [place for place, unit in enumerate(units) if unit is not Unit.TEXT])
