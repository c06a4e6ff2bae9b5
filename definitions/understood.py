"""What is known of a set of leads, in pieces of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from definitions.findings import percent, percent_range
from definitions.intervals import share
from definitions.phrases import listed, number


def outcomes(won: int, lost: int, undecided: int) -> str:
    """How many leads were won and lost, and how many are still open."""
    if not won and not lost:
        return "No outcome is known yet."
    leads = won + lost + undecided
    shares = [
        f"{number(n)} {word} ({percent(n / leads)})"
        for n, word in ((won, "won"), (lost, "lost"), (undecided, "still open"))
    ]
    return f"{listed(shares).capitalize()}."


def outcome_rate(won: int, lost: int, undecided: int) -> str:
    """How many leads were won, lost and are open, and the share of wins among those decided."""
    if not won + lost:
        return outcomes(won, lost, undecided)
    decided = share(won, won + lost)
    counts = listed([f"{number(won)} won", f"{number(lost)} lost", f"{number(undecided)} still open"])
    if percent(decided.low) == percent(decided.high):
        shown, low, high = (f"{part * 100:.1f}" for part in decided)
        return f"{counts}; of those decided {shown}\u00a0% were won ({low} to {high}\u00a0%)."
    return f"{counts}; of those decided {percent(decided.value)} were won ({percent_range(decided)})."


def period(months: Sequence[str]) -> str:
    """The months from the first to the last, written out: "January to June 2026"; empty if none is known."""
    if not months:
        return ""
    first, last = _month(months[0]), _month(months[-1])
    if first == last:
        return f"{last:%B %Y}"
    return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {last:%B %Y}"


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")
