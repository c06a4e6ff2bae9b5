"""Alignment before and after: what the first and the last calibration, and the checks, say of the teams."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from alignment.calibrations import Calibration
from alignment.clauses import Status
from alignment.judging import Judgements, judgements, qualified_by
from alignment.people import VOTING_TEAMS, Team
from alignment.present import present_scorecard
from alignment.standing import tally
from alignment.understood import Right, understood
from alignment.workshop import Workshop
from definitions.scorecard import Scorecard


@dataclass(frozen=True)
class Matches:
    """How many judgements a scorecard agrees with, of those that were not unsure."""

    same: int
    given: int

    @property
    def share(self) -> float | None:
        """The share that agrees, 0 to 1; ``None`` without judgements."""
        return self.same / self.given if self.given else None


@dataclass(frozen=True, eq=False)
class Measured:
    """One calibration: its judgements (the arrays that alpha is computed from), and the scorecard of then.

    ``matches``: by team, against the scorecard as it stood at the reveal; empty if there was none.
    ``settled`` of ``clauses``: agreed or ruled at the reveal, left-out ones not counted.
    """

    calibration: Calibration
    at: datetime
    judgements: Judgements
    matches: Mapping[Team, Matches]
    settled: int
    clauses: int


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """The first and the last calibration that somebody judged, the first and last check, and clauses now.

    ``last`` is ``None`` while there is only one, and so with ``understood_last``.
    """

    first: Measured | None
    last: Measured | None
    understood_first: Right | None
    understood_last: Right | None
    settled: int
    clauses: int


def before_and_after(workshop: Workshop, now: datetime) -> BeforeAfter:
    """What has changed since the first calibration; sealed judgements are never in it."""
    measured = [m for m in (_measured(workshop, c) for c in workshop.calibrations.values()) if m is not None]
    checks = [understood(workshop, check).together for check in workshop.understanding.values()]
    answered = [right for right in checks if right.given]
    counts = tally(workshop, now)
    return BeforeAfter(
        first=measured[0] if measured else None,
        last=measured[-1] if len(measured) > 1 else None,
        understood_first=answered[0] if answered else None,
        understood_last=answered[-1] if len(answered) > 1 else None,
        settled=counts[Status.AGREED] + counts[Status.RULED],
        clauses=counts.total() - counts[Status.LEFT_OUT],
    )


def _measured(workshop: Workshop, calibration: Calibration) -> Measured | None:
    found, then = judgements(workshop, calibration), calibration.revealed
    if found is None or then is None or not found.people:
        return None
    matches = matching(found, calibration, then.scorecard) if then.scorecard is not None else {}
    return Measured(calibration, then.at, found, matches, then.settled, then.clauses)


def matching(found: Judgements, calibration: Calibration, scorecard: Scorecard) -> dict[Team, Matches]:
    """How many of each team's judgements a scorecard agrees with; those unsure are left away."""
    verdicts = qualified_by(scorecard, calibration.drawn)
    sure = np.isin(found.votes, (0.0, 1.0))
    same = sure & (found.votes == verdicts)
    teams = {team: found.teams == place for place, team in enumerate(VOTING_TEAMS)}
    return {team: Matches(int(same[own].sum()), int(sure[own].sum())) for team, own in teams.items()}


def matching_now(workshop: Workshop, calibration: Calibration) -> dict[Team, Matches]:
    """How many of each team's judgements the scorecard on the table agrees with; empty while sealed."""
    found, scorecard = judgements(workshop, calibration), present_scorecard(workshop)
    return matching(found, calibration, scorecard) if found is not None and scorecard is not None else {}
