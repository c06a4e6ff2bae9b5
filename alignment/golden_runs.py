"""What a scorecard says of the golden leads, and which of them stand in the way of freezing."""

from __future__ import annotations

from dataclasses import dataclass

from alignment.golden_leads import GoldenLead
from alignment.workshop import Workshop
from definitions.phrases import quoted
from definitions.scorecard import Receipt, Scorecard, score


@dataclass(frozen=True)
class GoldenRun:
    """What a scorecard says of a golden lead."""

    lead: GoldenLead
    receipt: Receipt

    @property
    def flipped(self) -> bool:
        """Whether it gets another verdict than was expected."""
        return self.receipt.verdict is not self.lead.expected

    @property
    def blocks(self) -> bool:
        """Whether it flipped and nobody acknowledged just this verdict."""
        accepted = self.lead.acknowledged
        return self.flipped and (accepted is None or accepted.verdict is not self.receipt.verdict)

    @property
    def sentence(self) -> str:
        """What is wrong with it; only of a flipped one."""
        return (
            f"The golden lead {quoted(self.lead.name)} should be {self.lead.expected.value}, and would now "
            f"be {self.receipt.verdict.value}. Change the scorecard, or acknowledge it with a reason."
        )


def golden_runs(workshop: Workshop, scorecard: Scorecard) -> tuple[GoldenRun, ...]:
    """What a scorecard says of every golden lead, in the order they were kept."""
    return tuple(GoldenRun(lead, score(scorecard, lead.answers)) for lead in workshop.golden_leads.values())


def blocking(workshop: Workshop, scorecard: Scorecard) -> tuple[GoldenRun, ...]:
    """The golden leads that flipped under a scorecard and stand in the way of freezing."""
    return tuple(run for run in golden_runs(workshop, scorecard) if run.blocks)
