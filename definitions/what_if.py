"""A what-if: other points, gates and bands than the scorecard on the table, until they are proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold


@dataclass(frozen=True)
class Bands:
    """Where the bands begin, as tried: a nurture band that begins at the threshold or above is none."""

    qualified_from: int
    nurture_from: int | None

    @property
    def threshold(self) -> Threshold:
        """The threshold these bands make."""
        nurture_from = self.nurture_from
        if nurture_from is not None and nurture_from >= self.qualified_from:
            nurture_from = None
        return Threshold(qualified_from=self.qualified_from, nurture_from=nurture_from)


@dataclass(frozen=True)
class WhatIf:
    """What somebody tries; what it does not name stays as it is on the table.

    ``points``: criterion name -> answer label -> points. ``gates``: criterion name -> lowest answer
    that qualifies, or ``None`` for no gate.
    """

    bands: Bands | None = None
    points: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    gates: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def tries_something(self) -> bool:
        """Whether anything at all was changed by hand."""
        return bool(self.bands or self.points or self.gates)

    def with_bands(self, bands: Bands) -> WhatIf:
        """The same with other bands."""
        return replace(self, bands=bands)

    def with_points(self, name: str, label: str, points: int) -> WhatIf:
        """The same with other points for one answer."""
        answers = {**self.points.get(name, {}), label: points}
        return replace(self, points={**self.points, name: answers})

    def with_gate(self, name: str, gate: str | None) -> WhatIf:
        """The same with another gate, or none, for one criterion."""
        return replace(self, gates={**self.gates, name: gate})

    def without_bands(self) -> WhatIf:
        """The same with the bands that are on the table."""
        return replace(self, bands=None)

    def without(self, name: str) -> WhatIf:
        """The same with one criterion as it is on the table."""
        points = {key: answers for key, answers in self.points.items() if key != name}
        gates = {key: gate for key, gate in self.gates.items() if key != name}
        return replace(self, points=points, gates=gates)


def tried(present: Scorecard, what_if: WhatIf) -> Scorecard:
    """The scorecard with what is tried in place of what is on the table."""
    criteria = tuple(_tried(criterion, what_if) for criterion in present.criteria)
    threshold = what_if.bands.threshold if what_if.bands is not None else present.threshold
    return Scorecard(criteria, threshold)


def _tried(criterion: Criterion, what_if: WhatIf) -> Criterion:
    """The criterion with other points and gate. Answers that are gone by now are passed over."""
    points = what_if.points.get(criterion.name, {})
    gate = what_if.gates.get(criterion.name, criterion.gate)
    if not points and gate == criterion.gate:
        return criterion
    answers = [{**a.model_dump(), "points": points.get(a.label, a.points)} for a in criterion.answers]
    kept = gate if gate in criterion.labels or gate is None else criterion.gate
    return Criterion.model_validate({**criterion.model_dump(), "answers": answers, "gate": kept})


def changed_criteria(present: Scorecard, trial: Scorecard) -> tuple[tuple[Criterion, Criterion], ...]:
    """The criteria that differ, as on the table and as tried."""
    pairs = zip(present.criteria, trial.criteria, strict=True)
    return tuple((before, after) for before, after in pairs if before != after)
