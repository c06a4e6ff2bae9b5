"""What a criterion tells of the outcome, in a sentence."""

from __future__ import annotations

from definitions.phrases import in_line, quoted
from definitions.predicting import AnswerLift, Prediction, Strength


def prediction_sentence(found: Prediction) -> str:
    """The finding on one criterion, in plain words."""
    name, best = in_line(found.criterion), found.lift
    if len(found.given) == 1:
        return f"{name}: {_alike(found.given[0])}, so nothing can be said."
    if found.strength is Strength.UNKNOWN:
        return f"{name}: not enough data to say whether it predicts anything."
    if found.strength is Strength.NOTHING:
        return f"{name} predicts nothing here."
    label = next(each.label for each in found.answers if each.lift is best)
    times = f"{best.value:.1f} times as often as the average lead ({best.low:.1f} to {best.high:.1f})"
    return (
        f"{name} predicts winning: {found.strength.value}. With {quoted(label or '')} leads are won {times}."
    )


def _alike(answer: AnswerLift) -> str:
    if answer.label is None:
        return "no lead with a known outcome answers it"
    return f"every lead with a known outcome answers {quoted(answer.label)}"
