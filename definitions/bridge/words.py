"""A candidate in words: what it changes, and how far each team agrees with it."""

from __future__ import annotations

from collections.abc import Sequence

from definitions.bridge.candidates import Candidate, Change, Part, changes
from definitions.bridge.card import NO_GATE
from definitions.bridge.scorecards import card_of
from definitions.phrases import in_line, listed, number, points, quoted
from definitions.scorecard import Scorecard

MOST = 3
"""Changed points that are told one by one; of more, the sentence says how many."""


def candidate_sentence(candidate: Candidate, present: Scorecard, teams: Sequence[str]) -> str:
    """Such as "threshold 18 instead of 20 and Budget a must-have, at least “Ready”: sales 14 of 16."

    What differs from the present scorecard; on how many judged leads each team says the same, the teams
    that agree least first.
    """
    found = sorted(changes(card_of(present), candidate.card), key=_weight)
    told = [change for change in found if change.part is not Part.POINTS]
    others = len(found) - len(told)
    parts = [_words(change, present) for change in (found if others <= MOST else told)]
    what = listed([*parts, f"other points for {others} answers"] if others > MOST else parts)
    heard = sorted((match for match in candidate.counts if match.leads), key=lambda m: m.share.value)
    who = ", ".join(f"{in_line(teams[m.team])} {m.agreed} of {m.leads}" for m in heard)
    return f"{what or 'no change'}{': ' if who else ''}{who}."


def points_changed(candidate: Candidate, present: Scorecard) -> tuple[str, ...]:
    """The changed points one by one, where the sentence only says how many; such as "Budget “Ready” 4"."""
    found = [c for c in changes(card_of(present), candidate.card) if c.part is Part.POINTS]
    return tuple(_words(change, present) for change in found) if len(found) > MOST else ()


def _weight(change: Change) -> int:
    """Threshold first, then gates, then points."""
    return [Part.THRESHOLD, Part.GATE, Part.POINTS].index(change.part)


def _words(change: Change, present: Scorecard) -> str:
    if change.part is Part.THRESHOLD:
        return f"threshold {number(change.after)} instead of {number(change.before)}"
    criterion = present.criteria[change.criterion]
    name = in_line(criterion.name)
    if change.part is Part.POINTS:
        answer = quoted(criterion.labels[change.answer])
        return f"{name} {answer} {points(change.after)} instead of {number(change.before)}"
    if change.after == NO_GATE:
        return f"{name} no longer a must-have"
    return f"{name} a must-have, at least {quoted(criterion.labels[change.after])}"
