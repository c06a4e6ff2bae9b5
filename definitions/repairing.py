"""A check's repair as something to try: only points, gates and bands can be tried."""

from __future__ import annotations

from definitions.checks import Repair
from definitions.criteria import Criterion
from definitions.scorecard import Scorecard
from definitions.texts import fold_name
from definitions.what_if import Bands, WhatIf


def tried_repair(what_if: WhatIf, tried: Scorecard, repair: Repair) -> WhatIf | None:
    """What is tried with the repair in it; ``None`` if it needs other wordings and so must be proposed."""
    present = {fold_name(criterion.name): criterion for criterion in tried.criteria}
    if repair.left_out:
        return None
    for content in repair.revised:
        if not isinstance(content, Criterion):
            what_if = what_if.with_bands(Bands(content.qualified_from, content.nurture_from))
            continue
        before = present.get(fold_name(content.name))
        if before is None or not _only_points_and_gate(before, content):
            return None
        for answer in content.answers:
            if before.points(answer.label) != answer.points:
                what_if = what_if.with_points(before.name, answer.label, answer.points)
        if before.gate != content.gate:
            what_if = what_if.with_gate(before.name, content.gate)
    return what_if


def _only_points_and_gate(before: Criterion, after: Criterion) -> bool:
    answers = [answer.model_copy(update={"points": 0}) for answer in before.answers]
    same = [answer.model_copy(update={"points": 0}) for answer in after.answers]
    return answers == same and before == after.model_copy(
        update={"answers": before.answers, "gate": before.gate}
    )
