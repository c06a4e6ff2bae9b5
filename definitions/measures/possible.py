"""Which measures a mapping makes possible, before a row is read."""

from __future__ import annotations

import numpy as np

from definitions.measures.journeys import Coded, Journeys, Reason
from definitions.measures.needs import Measure, missing
from definitions.measures.outcome_mapping import OutcomesMapping
from definitions.outcomes import QualifiedBy

NOTHING = np.array([], "datetime64[s]")
NO_CODES = np.array([], np.int8)
SEVERAL = ("1", "2")
"""How many versions the file names is not known yet."""


def possible(mapping: OutcomesMapping) -> dict[Measure, str]:
    """Each measure with why it cannot be had; empty where it can, as far as columns go."""
    leads = mapping.leads
    mapped = [each for each in leads.criteria if each.column]
    outline = Journeys(
        as_of=np.datetime64(0, "s"),
        times={each.event: NOTHING for each in mapping.events},
        source=Coded(("",), NO_CODES) if leads.source else Coded(),
        qualified_by=Coded(tuple(QualifiedBy), NO_CODES) if leads.qualified_by else Coded(),
        version=Coded(SEVERAL, NO_CODES) if mapping.version else Coded(),
        reasons=(Reason(None, ""),) if mapping.reason else (),
        criteria=tuple(each.criterion for each in mapped),
        labels=tuple(tuple(answer.answer for answer in each.answers) for each in mapped),
        answers=(NO_CODES,) * len(mapped),
    )
    return {measure: missing(outline, measure) for measure in Measure}
