"""A scorecard's verdict on one lead, and what would change it."""

from definitions.criteria import Answer, Criterion
from definitions.scorecard import Scorecard, Verdict, changes, score
from definitions.threshold import Threshold


def criterion(name: str, gate: str | None = None, **points: int) -> Criterion:
    answers = tuple(Answer(label=label, points=worth) for label, worth in points.items())
    return Criterion(name=name, question=f"{name}?", answers=answers, gate=gate)


SCORECARD = Scorecard(
    (criterion("Need", gate="clear", clear=5, unclear=0), criterion("Budget", ready=5, planned=3, none=0)),
    Threshold(qualified_from=8, nurture_from=5),
)


def test_points_and_gates_together_give_the_verdict() -> None:
    receipt = score(SCORECARD, {"Need": "clear", "Budget": "planned"})
    assert (receipt.points, receipt.verdict, receipt.gates_failed) == (8, Verdict.QUALIFIED, ())


def test_a_failed_gate_outweighs_any_points() -> None:
    receipt = score(SCORECARD, {"Budget": "ready"})
    assert (receipt.points, receipt.verdict) == (5, Verdict.NOT_QUALIFIED)
    assert [line.criterion.name for line in receipt.gates_failed] == ["Need"]


def test_every_single_answer_that_changes_the_verdict_is_named() -> None:
    found = changes(SCORECARD, {"Need": "clear", "Budget": "none"})
    assert [(c.criterion.name, c.answer, c.verdict) for c in found] == [
        ("Need", "unclear", Verdict.NOT_QUALIFIED),
        ("Budget", "ready", Verdict.QUALIFIED),
        ("Budget", "planned", Verdict.QUALIFIED),
    ]
