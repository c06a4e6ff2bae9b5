"""One page for those who decide: what holds, what does not, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.handoff import Handoff
from definitions.measures.acceptance import acceptance
from definitions.measures.counting import Counted
from definitions.measures.needs import Measure, missing
from definitions.measures.rejections import rejections
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.later_parts import closes, costs, promises, sources
from definitions.measures.reporting.part import Part, Topic
from definitions.measures.reporting.parts import accepted, clocks, marketing, rejected, sales, the_funnel
from definitions.measures.reporting.recommendation import recommendation
from definitions.measures.sides import headline


@dataclass(frozen=True)
class OnePage:
    """What everybody should know first, the parts in the order they are told, and what to do next."""

    headline: str
    parts: tuple[Part, ...]
    recommendation: str

    def __getitem__(self, topic: Topic) -> Part:
        return next(part for part in self.parts if part.topic is topic)


def one_page(
    counted: Counted,
    handoff: Handoff,
    entered: Entered,
    current: Counted | None = None,
    every: Counted | None = None,
) -> OnePage:
    """The page, of the counted leads and what was agreed about them.

    ``current``: those under the version in force, from which it is said what to do next: what an earlier
    version did is no reason to change this one. ``every``: those of all versions, to tell what was before.
    """
    agreed = (marketing, sales, the_funnel, accepted, rejected, clocks)
    parts = [make(counted, handoff) for make in agreed]
    parts += [closes(counted), sources(counted), costs(counted, entered, every), promises(counted, entered)]
    return OnePage(_headline(counted, handoff), tuple(parts), recommendation(current or counted, handoff))


def _headline(counted: Counted, handoff: Handoff) -> str:
    if why := missing(counted.journeys, Measure.ACCEPTANCE):
        return f"Whether sales accepts the leads cannot be told. {why}"
    return headline(acceptance(counted, handoff.acceptance_percent / 100), rejections(counted))
