"""A part of the report: a topic, what is said of it, and the numbers behind that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from definitions.measures.reporting.grids import Grid


class Topic(StrEnum):
    """What the report tells of; the values are headings."""

    MARKETING = "What marketing promised"
    SALES = "What sales promised"
    FUNNEL = "Funnel"
    ACCEPTANCE = "Acceptance"
    REJECTIONS = "Rejections"
    CLOCKS = "Clocks"
    CLOSING = "What closes"
    SOURCES = "Sources"
    COST = "Cost of unqualified leads"
    PROMISES = "Five promises"


@dataclass(frozen=True)
class Part:
    """One topic. ``missing``: the data tell nothing of it; the sentence is why, and there is no grid.

    ``target``: what the shares are held against, between 0 and 1.
    """

    topic: Topic
    sentences: tuple[str, ...]
    grid: Grid | None = None
    target: float | None = None
    missing: bool = False

    @property
    def said(self) -> str:
        """All sentences in a row."""
        return " ".join(self.sentences)


def without(topic: Topic, why: str) -> Part:
    """A topic of which the data tell nothing."""
    return Part(topic, (why,), missing=True)
