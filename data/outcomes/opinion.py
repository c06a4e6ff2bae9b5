"""The second opinion on the definition's points, fitted to what became of the leads since."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.outcomes.counted import counted_set
from data.second_opinion import ANY_THRESHOLD, SecondOpinion, second_opinion
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.measures.cells import Filter
from definitions.measures.closed_profiles import closed_profiles
from definitions.scorecard import Scorecard
from definitions.texts import fold_name


@dataclass(frozen=True)
class Opinion:
    """What was found (``None``: not enough data), and the criteria that no closed lead answers.

    Those are left out of the points on both sides: nothing can be said of them, and a gate among them would
    fail every lead. ``told``: the others.
    """

    found: SecondOpinion | None
    told: tuple[Criterion, ...]
    untold: tuple[str, ...]


@lru_cache(maxsize=32)
def opinion(
    folder: Path, set_hash: str, handoff: Handoff, wanted: Filter, criteria: tuple[Criterion, ...]
) -> Opinion:
    """The opinion of the closed leads of a set that a filter chooses, fitted once for everybody.

    Raises LeadsRefused when the set is not there or damaged.
    """
    counted = counted_set(folder, set_hash, handoff).counted
    profiles = closed_profiles(counted, wanted, [each.name for each in criteria])
    answered = {fold_name(name) for name in profiles.answered}
    told = tuple(each for each in criteria if fold_name(each.name) in answered)
    untold = tuple(each.name for each in criteria if fold_name(each.name) not in answered)
    found = second_opinion(profiles, Scorecard(told, ANY_THRESHOLD)) if told else None
    return Opinion(found, told, untold)
