"""Which leads to ask people about, to see whether they read a definition alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest

from definitions.scorecard import Scorecard, Verdict, score

ASKED = 5
Lead = Mapping[str, str | None]


def check_leads(
    scorecard: Scorecard, known: Iterable[Lead], number: int = ASKED
) -> tuple[dict[str, str], ...]:
    """Leads of each verdict in turn, those nearest to the threshold first; as criterion -> answer label.

    They are taken from ``known`` ones, such as golden leads; where those do not suffice, leads are made up:
    the best answers everywhere but in one criterion.
    """
    chosen: list[dict[str, str]] = []
    for leads in (known, _made_up(scorecard)):
        fresh = [lead for lead in _distinct(scorecard, leads) if lead not in chosen]
        chosen += _in_turn(scorecard, fresh)[: number - len(chosen)]
    return tuple(chosen)


def _distinct(scorecard: Scorecard, leads: Iterable[Lead]) -> list[dict[str, str]]:
    """Each lead once, with those answers only that the scorecard knows; such without any are left away."""
    found: list[dict[str, str]] = []
    for lead in leads:
        lines = score(scorecard, lead).lines
        answers = {line.criterion.name: line.answer for line in lines if line.answer is not None}
        if answers and answers not in found:
            found.append(answers)
    return found


def _in_turn(scorecard: Scorecard, leads: list[dict[str, str]]) -> list[dict[str, str]]:
    groups: dict[Verdict, list[dict[str, str]]] = {verdict: [] for verdict in Verdict}
    for lead in sorted(leads, key=lambda lead: _distance(scorecard, lead)):
        groups[score(scorecard, lead).verdict].append(lead)
    return [lead for lead in chain.from_iterable(zip_longest(*groups.values())) if lead is not None]


def _distance(scorecard: Scorecard, lead: Lead) -> int:
    return abs(score(scorecard, lead).points - scorecard.threshold.qualified_from)


def _made_up(scorecard: Scorecard) -> Iterator[Lead]:
    best: dict[str, str | None] = {c.name: c.labels[0] for c in scorecard.criteria}
    yield best
    for criterion in scorecard.criteria:
        yield from ({**best, criterion.name: label} for label in reversed(criterion.labels))
    yield {c.name: c.labels[-1] for c in scorecard.criteria}
