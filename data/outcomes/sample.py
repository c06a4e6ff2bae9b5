"""The made-up outcomes, kept as a set of outcomes; the same set for every workshop."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from alignment.facts import OutcomeSetAdded
from data.importing.understood import Column, Kind, Options, SetAside, Understood
from data.lead_file import parquet_path
from data.outcomes.keeping import keep
from data.outcomes.sets import added
from data.samples import OUTCOMES_CSV, OUTCOMES_NAME, sample_outcomes
from data.sandbox import sandbox
from data.starter import classic_scorecard, usual_handoff
from definitions.criteria import Criterion
from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, QualifiedByMapping
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import EventMapping, OutcomesMapping, ReasonMapping
from definitions.outcomes import QualifiedBy

EVENTS = {
    Event.INQUIRY: "Inquiry at",
    Event.MQL: "MQL at",
    Event.ACCEPTED: "Accepted at",
    Event.REJECTED: "Rejected at",
    Event.RECYCLED: "Recycled at",
    Event.CONTACTED: "First contact at",
    Event.SQL: "SQL at",
    Event.OPPORTUNITY: "Opportunity at",
    Event.WON: "Won at",
    Event.LOST: "Lost at",
}
READ = """
    SELECT * FROM read_csv(?, names = ?, all_varchar = true, delim = ',', header = true, auto_detect = false,
        columns = ?, quote = '"', escape = '"', new_line = '\\n', strict_mode = true)
"""
ZONE = "Europe/Berlin"


def add_sample_outcomes(folder: Path, now: datetime) -> OutcomeSetAdded:
    """The sample outcomes, kept in a folder unless they are there, as the fact that tells of them."""
    known = _kept(folder, now.date().isoformat())
    if not parquet_path(folder, known.outcome_set).exists():
        _kept.cache_clear()
        known = _kept(folder, now.date().isoformat())
    return known
