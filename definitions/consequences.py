"""What a wording would do to leads, against another wording, in one sentence."""

from __future__ import annotations

from definitions.findings import rate
from definitions.flips import Flips, flips
from definitions.phrases import number
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.simulation import Figures, figures


def consequence(profiles: Profiles, before: Scorecard | None, after: Scorecard) -> str:
    """Verdicts flipped, leads a week, wins missed; without a wording before, only the last two.

    "Changes the verdict of 5.2 of 115 leads a week: 23 instead of 20 go to sales, and 41 instead of 47 of
    120 wins are missed." Profiles must know the answers of both scorecards.
    """
    now = figures(profiles, after)
    if before is None:
        return f"{_sent(now, None)}{_missed(now, None, profiles)}."
    changed = flips(profiles, before, after)
    if not changed.changed:
        return "Changes no verdict."
    was = figures(profiles, before)
    return f"Changes the verdict of {_changed(changed, now, profiles)}: {_sent(now, was)}" + (
        f"{_missed(now, was, profiles)}."
    )


def _changed(changed: Flips, now: Figures, profiles: Profiles) -> str:
    if changed.changed_per_week is None:
        return f"{number(changed.changed)} of {number(now.leads)} leads"
    weekly = float(profiles.dated.sum()) / changed.weeks
    return f"{rate(changed.changed_per_week)} of {rate(weekly)} leads a week"


def _sent(now: Figures, was: Figures | None) -> str:
    unit = " leads a week" if now.leads_per_week is not None else " leads"
    if was is None:
        return f"{_volume(now)}{unit} go to sales"
    if _volume(now) == _volume(was):
        return f"{_volume(now)} go to sales as before"
    return f"{_volume(now)} instead of {_volume(was)} go to sales"


def _volume(found: Figures) -> str:
    return rate(found.leads_per_week.value) if found.leads_per_week is not None else number(found.qualified)


def _missed(now: Figures, was: Figures | None, profiles: Profiles) -> str:
    """What is missed of the wins; empty where nothing was won."""
    wins = int(profiles.won.sum())
    if not wins:
        return ""
    missed = number(round(now.wins_missed.value))
    instead = f" instead of {number(round(was.wins_missed.value))}" if was is not None else ""
    if was is not None and round(was.wins_missed.value) == round(now.wins_missed.value):
        instead = ", as before,"
    return f", and {missed}{instead} of {number(wins)} wins are missed"
