"""One page for those who decide: what holds, what does not, and the one thing to do next."""

from __future__ import annotations

from dataclasses import dataclass

from definitions.handoff import Handoff
from definitions.measures.counting import Counted
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.later_parts import closes, costs, promises, sources
from definitions.measures.reporting.part import Part, Topic
from definitions.measures.reporting.parts import accepted, clocks, marketing, rejected, sales, the_funnel
from definitions.measures.reporting.recommendation import recommendation


@dataclass(frozen=True)
class OnePage:
    """The parts in the order they are told, and the recommendation."""

    parts: tuple[Part, ...]
    recommendation: str

    def __getitem__(self, topic: Topic) -> Part:
        return next(part for part in self.parts if part.topic is topic)

    @property
    def headline(self) -> str:
        """What everybody should know: acceptance, and which clause most rejections name."""
        found = [self[topic].sentences[0] for topic in (Topic.ACCEPTANCE, Topic.REJECTIONS)]
        return " ".join(found)


def one_page(counted: Counted, handoff: Handoff, entered: Entered) -> OnePage:
    """The page, of the counted leads and what was agreed about them."""
    agreed = (marketing, sales, the_funnel, accepted, rejected, clocks)
    parts = [make(counted, handoff) for make in agreed]
    parts += [closes(counted), sources(counted), costs(counted, entered), promises(counted, entered)]
    return OnePage(tuple(parts), recommendation(counted, handoff))
