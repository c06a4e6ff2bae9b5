"""What a check found, and the repair it offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.texts import fold_name
from definitions.threshold import Threshold


class CheckKind(StrEnum):
    """What can be wrong with a scorecard."""

    OUT_OF_REACH = "no lead can qualify"
    EVERYBODY = "every lead qualifies"
    CONTRADICTION = "qualifies without what it should have"
    GAP = "numbers that no answer covers"
    OVERLAP = "numbers that two answers cover"
    DECIDES_ALONE = "one answer decides alone"
    NEVER_DECIDES = "never changes a verdict"
    UNSAID_GATE = "rules a lead out without saying so"
    EMPTY_BAND = "a band that no lead can be in"


@dataclass(frozen=True)
class Repair:
    """What would mend it: clauses with new contents, or criteria to leave out, and that in words."""

    words: str
    revised: tuple[Criterion | Threshold, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that was found: which clause it is about, a sentence, and its repair if there is one."""

    kind: CheckKind
    clause: str
    sentence: str
    repair: Repair | None = None


def repaired(scorecard: Scorecard, repair: Repair) -> Scorecard:
    """The scorecard with a repair in place; a criterion is known by its name."""
    revised = {fold_name(c.name): c for c in repair.revised if isinstance(c, Criterion)}
    left_out = {fold_name(name) for name in repair.left_out}
    kept = (c for c in scorecard.criteria if fold_name(c.name) not in left_out)
    thresholds = [content for content in repair.revised if isinstance(content, Threshold)]
    criteria = tuple(revised.get(fold_name(criterion.name), criterion) for criterion in kept)
    return Scorecard(criteria, thresholds[0] if thresholds else scorecard.threshold)
