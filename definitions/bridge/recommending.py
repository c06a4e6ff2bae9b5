"""Which candidate to propose: the simplest one that a less simple one does not clearly beat."""

from __future__ import annotations

import numpy as np

from definitions.bridge.candidates import Candidate, Evidence, Method, Recommendation
from definitions.bridge.room import Room

ENOUGH, IN_A_HURRY = 16, 8
"""Leads that the team which judged the fewest must have judged."""
CLEARLY = 0.02
"""A gain of agreement below this is within what chance does."""


def fewest_judged(room: Room) -> int:
    """How many leads the team that judged the fewest has judged; a lead counts once a member judged it."""
    teams = sorted(set(room.teams.tolist()))
    known = np.isfinite(room.votes)
    return min((int(known[room.teams == team].any(axis=0).sum()) for team in teams), default=0)


def evidence(room: Room) -> Evidence:
    """Whether enough leads were judged."""
    judged = fewest_judged(room)
    if judged < IN_A_HURRY:
        return Evidence.NOT_ENOUGH
    return Evidence.HURRY if judged < ENOUGH else Evidence.ENOUGH


def recommended(room: Room, candidates: tuple[Candidate, ...]) -> Recommendation:
    """The simplest candidate that no less simple one clearly beats, or the present scorecard.

    From the least simple: the learned bridge, the tuned mean of what people propose, the present scorecard
    with another threshold, the present scorecard as it is.
    """
    if evidence(room) is Evidence.NOT_ENOUGH:
        return Recommendation(None, float("nan"), _too_few(fewest_judged(room)))
    found = {each.method: each for each in candidates}
    present, near = found[Method.PRESENT], found[Method.NEAR]
    simple, learned = found[Method.THRESHOLD], found[Method.LEARNED]
    best = learned if learned.lowest - simple.lowest >= CLEARLY else simple
    if best.lowest - present.lowest < CLEARLY:
        return Recommendation(present, 0.0, _keep(best.lowest - present.lowest))
    if near.lowest - present.lowest >= CLEARLY > best.lowest - near.lowest:
        best = near
    more = max(simple.lowest, learned.lowest) - best.lowest
    return Recommendation(best, best.lowest - present.lowest, _change(best, present, more))


def _too_few(judged: int) -> str:
    return (
        f"Not enough data: each team should judge at least {IN_A_HURRY} leads, better {ENOUGH}; "
        f"the team with the fewest has judged {judged}."
    )


def _keep(gain: float) -> str:
    if gain <= 0:
        return "No change found raises the lowest team's agreement: keep the present scorecard."
    return (
        f"Keep the present scorecard: the best change would raise the lowest team's agreement "
        f"by {_points(gain)} only, which may be chance."
    )


WHAT = {
    Method.NEAR: "The threshold alone",
    Method.THRESHOLD: "What you proposed on average, with another threshold,",
    Method.LEARNED: "Other points and gates",
}


def _change(best: Candidate, present: Candidate, more: float) -> str:
    """``more``: what the best of the less simple candidates would add."""
    gain = _points(best.lowest - present.lowest)
    raised = f"{WHAT[best.method]} would raise the lowest team's agreement by {gain}."
    if more <= 0 or best.method is Method.LEARNED:
        return raised
    return f"{raised} Changing more would add {_points(more)} only, which may be chance."


def _points(share: float) -> str:
    number = round(100 * share, 1)
    return f"{number:g} percentage point" + ("" if number == 1 else "s")
