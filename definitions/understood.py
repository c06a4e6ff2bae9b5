"""What was understood of a file of leads, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from definitions.findings import percent
from definitions.lead_set import LeadSet
from definitions.phrases import in_line, listed, number, quoted
from definitions.texts import fold_name

MOST_VALUES = 5


def understood(lead_set: LeadSet, criteria: Sequence[str]) -> tuple[str, ...]:
    """Sentences on rows, period, outcomes, matched criteria and what was not understood. Plain text."""
    return tuple(_sentences(lead_set, criteria))


def _sentences(lead_set: LeadSet, criteria: Sequence[str]) -> Iterator[str]:
    months = period(lead_set.months)
    yield f"{number(lead_set.rows)} leads{f', {months}' if months else ', no month known'}."
    yield outcomes(lead_set.won, lead_set.lost, lead_set.open)
    yield f"Answers were found for {listed([in_line(name) for name in lead_set.criteria])}."
    found = {fold_name(name) for name in lead_set.criteria}
    lacking = [in_line(name) for name in criteria if fold_name(name) not in found]
    if lacking:
        yield f"No column bears the name {listed(lacking)}: these questions count as not answered."
    yield from _not_understood(lead_set)


def _not_understood(lead_set: LeadSet) -> Iterator[str]:
    if not lead_set.not_understood_leads:
        return
    values = [
        f"{quoted(value.value)} in {in_line(value.column)} ({number(value.leads)})"
        for value in lead_set.not_understood[:MOST_VALUES]
    ]
    more = " and others" if len(lead_set.not_understood) > MOST_VALUES else ""
    yield f"Not understood, and counted as not answered: {', '.join(values)}{more}."


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
