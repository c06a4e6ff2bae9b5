"""The report as a PDF of one page, archival and accessible. Texts reach Typst as data, never as markup."""

from __future__ import annotations

import json
from typing import Any

import typst

from data.publishing.pandoc import TEMPLATES, ConversionFailed
from data.publishing.reporting.contents import ROWS, advice, drawn, origin_lines, subtitle, title
from data.publishing.reporting.drawing import svg
from data.publishing.typesetting import ROUNDS, STANDARDS, by_number, compiled, unshown
from definitions.measures.reporting.part import Part
from definitions.measures.reporting.report import Report

MOST_SENTENCES = 3
"""So many sentences go with a chart; the other forms have all."""


def pdf(report: Report) -> bytes:
    """The page; characters that no font can show are spelled out as their number."""
    source = (TEMPLATES / "report.typ").read_text(encoding="utf-8")
    data, made_at = json.dumps(_payload(report), ensure_ascii=False), report.origin.as_of
    for _ in range(ROUNDS):
        try:
            return compiled(source, made_at, STANDARDS, {"report": data})
        except typst.TypstError as failure:
            pieces = unshown(str(failure.diagnostic))
            if not pieces:
                break
            for piece in sorted(pieces, key=len, reverse=True):
                data = data.replace(piece, by_number(piece))
    try:
        return compiled(source, made_at, [], {"report": data})
    except typst.TypstError as failure:
        raise ConversionFailed(
            "The PDF could not be made. Take another format; nothing is lost."
        ) from failure


def _payload(report: Report) -> dict[str, Any]:
    page = report.page
    return {
        "title": title(report),
        "subtitle": subtitle(report),
        "headline": page.headline,
        "advice": advice(report),
        "recommendation": page.recommendation,
        "rows": [[str(topic) for topic in row] for row in ROWS],
        "parts": {str(part.topic): _part(part) for part in page.parts},
        "origin": {"lines": origin_lines(report)},
    }


def _part(part: Part) -> dict[str, Any]:
    chart, said = drawn(part), part.sentences
    if chart is None:
        return {"heading": str(part.topic), "sentences": said}
    return {
        "heading": str(part.topic),
        "sentences": [chart.caption, *said[:MOST_SENTENCES]],
        "chart": svg(chart.spec),
        "alt": chart.alt,
    }
