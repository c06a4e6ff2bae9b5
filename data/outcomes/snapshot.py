"""The leads qualified here as a set of outcomes, as they stood at a moment: a report can be repeated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from data.assessments.assessment import Assessment
from data.assessments.assessment import Event as Became
from data.leads_refused import LeadsRefused
from data.outcomes.from_assessments import fingerprint, ids_of, journeys_of_assessments
from data.outcomes.keeping import happened, months_of, put
from data.outcomes.outcome_file import KeptReason, OutcomeFile
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.measures.outcome_mapping import OutcomesMapping

NO_LEADS = "No lead was qualified here yet."


def keep_assessments(
    assessments: Iterable[Assessment],
    events: Iterable[Became],
    criteria: Sequence[Criterion],
    handoff: Handoff,
    folder: Path,
    now: datetime,
) -> OutcomeFile:
    """Keep them as they stand now. Raises LeadsRefused if there are none.

    The rows are called by the assessments' ids, so that what is deleted here leaves no name behind.
    """
    every = tuple(assessments)
    if not every:
        raise LeadsRefused(NO_LEADS)
    journeys, ids = journeys_of_assessments(every, events, criteria, handoff, now), ids_of(every)
    file = OutcomeFile(
        file_name="",
        raw_sha256=fingerprint(journeys, ids),
        headers={},
        mapping=OutcomesMapping(),
        as_of=now,
        read=len(journeys),
        kept=len(journeys),
        set_aside=0,
        columns=(),
        counts=tuple(happened(journeys).items()),
        months=months_of(journeys),
        sources=journeys.source.names,
        versions=journeys.version.names,
        reasons=tuple(KeptReason(kind=r.kind, words=r.words, clause=r.clause) for r in journeys.reasons),
        criteria=journeys.criteria,
        labels=journeys.labels,
    )
    put(journeys, ids, file, folder)
    return file
