"""Who flips: leads that two scorecards judge differently, those of the same answers together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from definitions.grouping import groups, sums
from definitions.profiles import NOT_ANSWERED, Flags, Integers, Profiles
from definitions.scorecard import Scorecard, Verdict
from definitions.scores import Scores, scores

_VERDICTS = (Verdict.NOT_QUALIFIED, Verdict.NURTURE, Verdict.QUALIFIED)


@dataclass(frozen=True)
class Flipped:
    """Leads of the same answers (criterion name -> label, ``None``: not answered) and their two verdicts."""

    answers: Mapping[str, str | None]
    before: Verdict
    after: Verdict
    leads: int
    won: int
    lost: int

    @property
    def open(self) -> int:
        """Those of them without an outcome yet."""
        return self.leads - self.won - self.lost


@dataclass(frozen=True, eq=False)
class FlippedGroups:
    """Every group of equal answers whose verdict changes, the most leads first; m groups.

    ``first``: m, the place of a profile of the group; ``was`` and ``now``: its verdicts, by profile.
    """

    profiles: Profiles
    first: Integers
    was: Integers
    now: Integers
    leads: Integers
    won: Integers
    lost: Integers

    def __len__(self) -> int:
        return len(self.first)

    def page(self, start: int, stop: int) -> tuple[Flipped, ...]:
        """Some of the groups in words, such as those on one page."""
        return tuple(self._group(n) for n in range(start, min(stop, len(self))))

    def _group(self, n: int) -> Flipped:
        place = int(self.first[n])
        verdicts = _VERDICTS[self.was[place]], _VERDICTS[self.now[place]]
        counts = int(self.leads[n]), int(self.won[n]), int(self.lost[n])
        return Flipped(_answers(self.profiles, place), *verdicts, *counts)


def flipped(profiles: Profiles, before: Scorecard, after: Scorecard) -> FlippedGroups:
    """The groups of leads that two scorecards judge differently."""
    was, now = _verdicts(scores(profiles, before), before), _verdicts(scores(profiles, after), after)
    places = np.flatnonzero(was != now)
    first, group = groups(profiles.answers[places])
    leads, won, lost = (
        sums(each[places], group, len(first)) for each in (profiles.leads, profiles.won, profiles.lost)
    )
    order = np.argsort(-leads, kind="stable")
    return FlippedGroups(profiles, places[first][order], was, now, leads[order], won[order], lost[order])


def _verdicts(scored: Scores, scorecard: Scorecard) -> Integers:
    """Each profile's verdict as its place in ``_VERDICTS``."""
    qualified: Flags = scored.qualified(scorecard)
    return np.where(qualified, 2, np.where(scored.nurtured(scorecard), 1, 0))


def _answers(profiles: Profiles, place: int) -> dict[str, str | None]:
    row = profiles.answers[place]
    return {
        name: profiles.labels[n][row[n]] if row[n] != NOT_ANSWERED else None
        for n, name in enumerate(profiles.criteria)
    }
