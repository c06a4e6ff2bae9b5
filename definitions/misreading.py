"""Which clause somebody misread who judges a lead otherwise than the definition does."""

from __future__ import annotations

from collections.abc import Mapping

from definitions.scorecard import Scorecard, Verdict, changes, score


def may_be_misread(
    scorecard: Scorecard, lead: Mapping[str, str | None], said: Verdict | None
) -> tuple[str, ...]:
    """The names of the clauses one of which was misread; empty where ``said`` is right or ``None``.

    Those gates that the lead fails, if it would qualify without them; else the criteria of which another
    answer would make ``said`` right; else the threshold.
    """
    receipt = score(scorecard, lead)
    if said is None or said is receipt.verdict:
        return ()
    failed = tuple(line.criterion.name for line in receipt.gates_failed)
    if failed and scorecard.verdict(receipt.points, gates_passed=True) is said:
        return failed
    turning = dict.fromkeys(c.criterion.name for c in changes(scorecard, lead) if c.verdict is said)
    return tuple(turning) or (scorecard.threshold.name,)
