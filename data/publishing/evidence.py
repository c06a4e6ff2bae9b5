"""The evidence in Markdown: what the definition would have done on leads of the past."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from data.publishing.dates import month
from data.publishing.escaping import plain
from data.publishing.pictures import picture
from data.publishing.tables import table
from definitions.document import Document
from definitions.enclosures import CurvePoint, Evidence, Interval
from definitions.findings import percent, rate
from definitions.phrases import number, points, quoted
from definitions.threshold import Threshold

ROWS = 7
INTERVALS = "The ranges in brackets are 95 % intervals: they allow for chance."


def evidence(document: Document) -> Iterator[str]:
    """On which leads the definition was tried, and what came of it; nothing if it was tried on none."""
    found, threshold = document.evidence, document.threshold
    if found is None:
        return
    yield "## Evidence"
    yield plain(" ".join(_figures(found)))
    if len(found.curve) > 1:
        yield picture(chart_words(found, threshold))
        yield table(*_curve(found, threshold))
    yield f"The leads are known by the fingerprint (SHA-256) `{found.sha256}`."


def chart_words(found: Evidence, threshold: Threshold) -> str:
    """What the chart shows, for whoever cannot see it."""
    leads = percent(found.qualified / found.leads) if found.leads else "none"
    words = (
        f"Chart over all thresholds. From {points(threshold.qualified_from)}, {leads} of the leads qualify"
    )
    if found.won:
        return f"{words}, and {percent(found.won_qualified / found.won)} of the wins are among them."
    return f"{words}."


def _figures(found: Evidence) -> Iterator[str]:
    yield (
        f"The definition was tried on {number(found.leads)} leads of the past: {quoted(found.lead_set)}"
        f"{_when(found)}."
    )
    weekly = f", {_range(found.weekly, rate)} a week" if found.weekly is not None else ""
    yield f"It would have sent {number(found.qualified)} of them to sales{weekly}."
    if found.kept is not None:
        yield (
            f"Of the {number(found.won)} that were won, {number(found.won_qualified)} are among these: "
            f"{_range(found.kept, percent)}."
        )
    if found.weekly is not None or found.kept is not None:
        yield INTERVALS


def _when(found: Evidence) -> str:
    if not found.months:
        return ""
    first, last = (month(each) for each in (found.months[0], found.months[-1]))
    if first == last:
        return f", {first}"
    same_year = first[-5:] == last[-5:]
    return f", {first[:-5] if same_year else first} to {last}"


def _range(interval: Interval, write: Callable[[float], str]) -> str:
    low, high = write(interval.low).replace("\u00a0%", ""), write(interval.high)
    return f"{write(interval.value)} ({low} to {high})"


def _curve(
    found: Evidence, threshold: Threshold
) -> tuple[tuple[str, ...], list[tuple[str, ...]], tuple[int, ...]]:
    """Heads, rows and columns of numbers: some thresholds around the definition's own."""
    rows = [_row(point, found, threshold) for point in _chosen(found.curve, threshold.qualified_from)]
    if found.won:
        return ("From", "Leads to sales", "Wins among them"), rows, (1, 2)
    return ("From", "Leads to sales"), [row[:2] for row in rows], (1,)


def _chosen(curve: tuple[CurvePoint, ...], own: int) -> tuple[CurvePoint, ...]:
    """A few thresholds, the definition's own in the middle where it can be."""
    place = min(range(len(curve)), key=lambda slot: abs(curve[slot].threshold - own))
    first = max(0, min(place - ROWS // 2, len(curve) - ROWS))
    return curve[first : first + ROWS]


def _row(point: CurvePoint, found: Evidence, threshold: Threshold) -> tuple[str, ...]:
    own = ", as agreed" if point.threshold == threshold.qualified_from else ""
    won = f"{number(point.won)} of {number(found.won)}"
    return f"{points(point.threshold)}{own}", number(point.qualified), won
