"""What a bridge search finds: candidates, frontiers, and a recommendation with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from definitions.bridge.card import Card
from definitions.calibration.matching import Match


class Method(StrEnum):
    """How a candidate was found."""

    PRESENT = "present scorecard"
    NEAR = "present scorecard, other threshold"
    MEAN = "mean of what people propose"
    THRESHOLD = "threshold only"
    EXACT = "exact on the raw votes"
    LEARNED = "learned bridge"


class Evidence(StrEnum):
    """Whether enough leads were judged, by the team that judged the fewest."""

    ENOUGH = "enough"
    HURRY = "enough in a hurry"
    NOT_ENOUGH = "not enough data"


class Part(StrEnum):
    """What of a card changed."""

    POINTS = "points"
    THRESHOLD = "threshold"
    GATE = "gate"


@dataclass(frozen=True)
class Change:
    """One number that differs. ``criterion`` and ``answer``: indexes, -1 where the part has none."""

    part: Part
    criterion: int
    answer: int
    before: int
    after: int


@dataclass(frozen=True)
class Candidate:
    """One card, and how far it agrees with each team (nan for a team that judged nothing).

    ``expected``: what the learned model expects on leads not judged. ``judged``: on the judged leads, which
    is too high by two points or more for a card that was fitted to them. ``counts``: the same by leads, not
    votes. ``changes``: from the start card; ``distance``: their points, a gate counting as three.
    """

    method: Method
    card: Card
    expected: tuple[float, ...]
    judged: tuple[float, ...]
    counts: tuple[Match, ...]
    changes: tuple[Change, ...]
    distance: int

    @property
    def lowest(self) -> float:
        """The expected agreement of the team that agrees least; nan if no team was heard."""
        return min((each for each in self.expected if each == each), default=float("nan"))


@dataclass(frozen=True)
class Compromise:
    """A card on a frontier and the expected agreement of its two teams; ``expected``: of every team."""

    card: Card
    first: float
    second: float
    distance: int
    expected: tuple[float, ...]


@dataclass(frozen=True)
class Frontier:
    """Cards of which none is better for both teams than another; the first team's best comes last."""

    first_team: int
    second_team: int
    compromises: tuple[Compromise, ...]


@dataclass(frozen=True)
class Recommendation:
    """The candidate to propose, ``None`` without enough data, and why, in a sentence.

    ``gain``: the lowest team's expected agreement above that with the present scorecard.
    """

    candidate: Candidate | None
    gain: float
    reason: str


@dataclass(frozen=True)
class Bridge:
    """Everything a search found. ``start``: the card that changes are counted from."""

    start: Card
    candidates: tuple[Candidate, ...]
    frontiers: tuple[Frontier, ...]
    evidence: Evidence
    recommendation: Recommendation

    def candidate(self, method: Method) -> Candidate:
        """The candidate found in one way."""
        return next(each for each in self.candidates if each.method is method)


def changes(before: Card, after: Card) -> tuple[Change, ...]:
    """What differs between two cards of the same criteria: points, gates, the threshold last."""
    return tuple(_changes(before, after))


def _changes(before: Card, after: Card) -> Iterator[Change]:
    for criterion, (old, new) in enumerate(zip(before.points, after.points, strict=True)):
        for answer, (was, now) in enumerate(zip(old, new, strict=True)):
            if was != now:
                yield Change(Part.POINTS, criterion, answer, was, now)
    for criterion, (was, now) in enumerate(zip(before.gates, after.gates, strict=True)):
        if was != now:
            yield Change(Part.GATE, criterion, -1, was, now)
    if before.threshold != after.threshold:
        yield Change(Part.THRESHOLD, -1, -1, before.threshold, after.threshold)
