"""What every form of the report says: title, parts in rows, and its origin, as plain texts."""

from __future__ import annotations

from dataclasses import dataclass

from data.publishing.dates import day, minute
from data.publishing.reporting.drawing import Spec
from data.publishing.reporting.specs import spec
from definitions.measures.reporting.part import Part, Topic
from definitions.measures.reporting.report import Report
from definitions.phrases import in_line, number

ROWS = (
    (Topic.MARKETING, Topic.SALES),
    (Topic.FUNNEL, Topic.ACCEPTANCE),
    (Topic.REJECTIONS, Topic.CLOCKS),
    (Topic.CLOSING, Topic.SOURCES),
    (Topic.COST, Topic.PROMISES),
)
"""The parts of the page, two beside each other."""
TARGETS = {Topic.ACCEPTANCE: "the promise", Topic.CLOCKS: "what counts as kept"}
AXES = {
    Topic.FUNNEL: "Leads that came so far (of the stage before)",
    Topic.ACCEPTANCE: "Share that sales accepted, by the month a lead began",
    Topic.REJECTIONS: "Share of all rejections that name the clause",
    Topic.CLOCKS: "Share done in time",
    Topic.CLOSING: "Share won, of leads that closed, by who qualified",
    Topic.SOURCES: "Share won, of leads that closed, by source",
}
INTERVALS = "Lines and ranges in brackets are 95 % intervals: they allow for chance."


@dataclass(frozen=True)
class Drawn:
    """A chart: what it shows in words for who cannot see it, and how it is drawn."""

    topic: Topic
    caption: str
    alt: str
    spec: Spec


def title(report: Report) -> str:
    """What the report is called."""
    return f"Does the definition work at {in_line(report.origin.company)}?"


def subtitle(report: Report) -> str:
    """Of which leads it tells, and until when."""
    origin = report.origin
    version = f"Version {origin.version} is in force." if origin.version else "No definition is in force yet."
    chosen = f", {in_line(origin.chosen)}" if origin.chosen else ""
    leads = "1 lead" if origin.leads == 1 else f"{number(origin.leads)} leads"
    made_up = " The leads are made up." if origin.made_up else ""
    return f"{leads}{chosen}, until {day(origin.as_of)}. {version}{made_up} {INTERVALS}"


def advice(report: Report) -> str:
    """What to do next, and which leads say so."""
    version = (
        f"by the leads under version {report.origin.version}" if report.origin.version else "by all leads"
    )
    return f"Do next, {version}:"


def origin_lines(report: Report) -> tuple[str, ...]:
    """From what the report can be made again to the digit."""
    origin = report.origin
    outcomes = f"Outcomes: {in_line(origin.outcomes)}, until {minute(origin.as_of)}, SHA-256 {origin.sha256}"
    if not origin.version:
        return outcomes, "Definition: none in force yet."
    return (
        outcomes,
        f"Definition: version {origin.version}, SHA-256 {origin.fingerprint}",
        "The same outcomes, version and entered numbers give the same figures, to the digit.",
    )


def drawn(part: Part) -> Drawn | None:
    """The chart of a part, if it has one."""
    found = spec(part)
    if found is None:
        return None
    line = f" The dashed line is {TARGETS[part.topic]}." if part.target is not None else ""
    caption = f"{AXES[part.topic]}.{line}"
    return Drawn(part.topic, caption, f"Chart. {caption} {part.said}".rstrip(), found)
