"""Alignment before and after as a few shares that stand side by side, and the finding in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from alignment.before_after import BeforeAfter, Matches
from alignment.people import Team
from alignment.understood import Right
from definitions.calibration.words import decimal


class Measure(StrEnum):
    """What is compared."""

    AGREEMENT = "Agreement between people"
    SCORECARD = "Judgements that the scorecard agrees with"
    UNDERSTOOD = "Leads judged right by the text"
    SETTLED = "Clauses agreed or ruled"


@dataclass(frozen=True)
class Mark:
    """One value: where it stands from 0 to 1, and how it is written."""

    share: float
    words: str


@dataclass(frozen=True)
class ThenAndNow:
    """One measure at the beginning and now; ``None`` where it was not taken."""

    measure: Measure
    then: Mark | None
    now: Mark | None

    @property
    def sentence(self) -> str:
        """Both values in words."""
        if self.then is None or self.now is None:
            mark = self.now or self.then
            return f"{self.measure}: {mark.words if mark else 'not measured'}."
        if self.then.words == self.now.words:
            return f"{self.measure}: {self.now.words}, as at first."
        return f"{self.measure}: {self.then.words} at first, {self.now.words} now."


def then_and_now(
    found: BeforeAfter, alphas: tuple[float | None, float | None], matches_now: Mapping[Team, Matches]
) -> tuple[ThenAndNow, ...]:
    """The measures of which at least one value is known; nothing before the first reveal.

    ``alphas``: of the first and the last calibration. ``matches_now``: how far the scorecard on the table
    agrees with the latest judgements.
    """
    first = found.first
    if first is None:
        return ()
    rows = (
        ThenAndNow(Measure.AGREEMENT, _alpha(alphas[0]), _alpha(alphas[1])),
        ThenAndNow(Measure.SCORECARD, _matched(first.matches), _matched(matches_now)),
        ThenAndNow(Measure.UNDERSTOOD, _right(found.understood_first), _right(found.understood_last)),
        ThenAndNow(Measure.SETTLED, _of(first.settled, first.clauses), _of(found.settled, found.clauses)),
    )
    return tuple(row for row in rows if row.then is not None or row.now is not None)


def finding(rows: tuple[ThenAndNow, ...]) -> str:
    """What an executive should take away."""
    agreement = next((row for row in rows if row.measure is Measure.AGREEMENT), None)
    if agreement is None or agreement.then is None:
        return "Agreement between people could not be measured yet."
    if agreement.now is None:
        return f"Agreement between people began at {agreement.then.words} of 1."
    before, after = agreement.then.words, agreement.now.words
    if before == after:
        return f"Agreement between people is {after} of 1, as it was."
    verb = "rose" if agreement.now.share > agreement.then.share else "changed"
    return f"Agreement between people {verb} from {before} to {after} of 1."


def _alpha(value: float | None) -> Mark | None:
    if value is None or isnan(value):
        return None
    return Mark(max(0.0, value), decimal(value))


def _matched(by_team: Mapping[Team, Matches]) -> Mark | None:
    return _of(sum(each.same for each in by_team.values()), sum(each.given for each in by_team.values()))


def _right(found: Right | None) -> Mark | None:
    return _of(found.right, found.given) if found is not None else None


def _of(part: int, whole: int) -> Mark | None:
    return Mark(part / whole, f"{part} of {whole}") if whole else None
