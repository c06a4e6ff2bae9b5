"""Whether self-qualified leads may go to sales directly: they must do nearly as well as vetted ones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from definitions.intervals import Estimate, difference
from definitions.measures.closing import Closing
from definitions.measures.evidence import Rate
from definitions.outcomes import QualifiedBy

MARGIN = 0.05
"""Five points less are accepted for saving the vetting."""


class Direct(StrEnum):
    """Whether leads may skip being vetted."""

    YES = "may go to sales directly"
    NO = "should be vetted"
    UNKNOWN = "not enough data"


@dataclass(frozen=True)
class DirectFound:
    """Self-qualified against vetted leads; ``difference`` of their shares, Newcombe's interval."""

    answer: Direct
    own: Rate
    vetted: Rate
    difference: Estimate


def may_go_directly(own: Rate, vetted: Rate) -> DirectFound:
    """Yes if self-qualified leads are surely not more than five points worse; no if surely worse."""
    found = difference(own.share, vetted.share)
    if not (own.enough and vetted.enough):
        answer = Direct.UNKNOWN
    elif found.low >= -MARGIN:
        answer = Direct.YES
    else:
        answer = Direct.NO if found.high < 0 else Direct.UNKNOWN
    return DirectFound(answer, own, vetted, found)


def self_qualified(groups: tuple[Closing, ...]) -> DirectFound:
    """The answer from what closes by who qualified."""
    won = {group.name: group.won for group in groups}
    nothing = Rate(0, 0)
    return may_go_directly(won.get(QualifiedBy.SELF, nothing), won.get(QualifiedBy.VETTED, nothing))


def direct_sentence(found: DirectFound) -> str:
    """The answer in words, with both shares."""
    if not (found.own.enough and found.vetted.enough):
        return "There is not enough data to say whether self-qualified leads may go to sales directly."
    shares = f"won {found.own.words} that closed, against {found.vetted.words} among vetted ones"
    if found.answer is Direct.UNKNOWN:
        return f"Whether self-qualified leads may go to sales directly we cannot know yet: {shares}."
    return f"Self-qualified leads {found.answer}: {shares}."
