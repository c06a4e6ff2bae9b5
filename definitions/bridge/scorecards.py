"""From scorecards and profiles to the plain numbers of a bridge search, and back."""

from __future__ import annotations

import numpy as np

from definitions.bridge.card import NO_GATE, Card
from definitions.criteria import Criterion
from definitions.profiles import NOT_ANSWERED, Integers, Profiles
from definitions.scorecard import Scorecard
from definitions.texts import fold_name
from definitions.threshold import Threshold


def card_of(scorecard: Scorecard) -> Card:
    """A scorecard's points, threshold and gates as plain numbers."""
    criteria = scorecard.criteria
    return Card(
        tuple(tuple(answer.points for answer in criterion.answers) for criterion in criteria),
        scorecard.threshold.qualified_from,
        tuple(NO_GATE if c.gate is None else c.labels.index(c.gate) for c in criteria),
    )


def scorecard_of(card: Card, scorecard: Scorecard) -> Scorecard:
    """A scorecard with a card's points, threshold and gates; a nurture band keeps its width."""
    criteria = tuple(
        _criterion(criterion, points, gate)
        for criterion, points, gate in zip(scorecard.criteria, card.points, card.gates, strict=True)
    )
    old = scorecard.threshold
    width = None if old.nurture_from is None else old.qualified_from - old.nurture_from
    nurture = None if width is None else card.threshold - width
    return Scorecard(criteria, Threshold(qualified_from=card.threshold, nurture_from=nurture))


def _criterion(criterion: Criterion, points: tuple[int, ...], gate: int) -> Criterion:
    answers = tuple(
        answer.model_copy(update={"points": worth})
        for answer, worth in zip(criterion.answers, points, strict=True)
    )
    label = None if gate == NO_GATE else criterion.labels[gate]
    return criterion.model_copy(update={"answers": answers, "gate": label})


def answers_of(profiles: Profiles, scorecard: Scorecard) -> Integers:
    """The profiles' answers as indexes of the scorecard's: profiles x its criteria, -1 for no answer."""
    columns = {fold_name(name): place for place, name in enumerate(profiles.criteria)}
    answers = np.full((len(profiles.leads), len(scorecard.criteria)), NOT_ANSWERED, dtype=np.int64)
    for position, criterion in enumerate(scorecard.criteria):
        place = columns.get(fold_name(criterion.name))
        if place is not None:
            known = {fold_name(label): index for index, label in enumerate(criterion.labels)}
            indexes = [known.get(fold_name(label), NOT_ANSWERED) for label in profiles.labels[place]]
            answers[:, position] = np.array([*indexes, NOT_ANSWERED])[profiles.answers[:, place]]
    return answers
