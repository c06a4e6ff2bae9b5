"""Drawn leads as they are put before people: answers only, and how many of each kind there are."""

from __future__ import annotations

from collections import Counter

from definitions.calibration.drawing import USUAL, draw
from definitions.calibration.strata import Stratum
from definitions.drawn_leads import DrawnLead, DrawnLeads
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard


def to_judge(profiles: Profiles, scorecard: Scorecard, seed: int, count: int = USUAL) -> DrawnLeads:
    """The leads of a calibration; a ``ValueError`` where the set has too few different ones."""
    drawn = draw(profiles, scorecard, seed, count)
    return DrawnLeads(
        criteria=drawn.criteria,
        labels=tuple(criterion.labels for criterion in scorecard.criteria),
        leads=tuple(
            DrawnLead(answers=lead.indexes, stratum=lead.stratum, leads=lead.leads) for lead in drawn.leads
        ),
    )


def kinds(drawn: DrawnLeads) -> dict[Stratum, int]:
    """How many leads of each kind were drawn, those of no kind left away."""
    counts = Counter(lead.stratum for lead in drawn.leads)
    return {stratum: counts[stratum] for stratum in Stratum if counts[stratum]}
