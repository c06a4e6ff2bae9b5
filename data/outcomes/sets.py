"""Sets of outcomes as the workshop knows them."""

from __future__ import annotations

from alignment.actions.action import built
from alignment.facts import OutcomeSetAdded
from data.outcomes.outcome_file import OutcomeFile


def added(file: OutcomeFile, name: str = "", sample: bool = False) -> OutcomeSetAdded:
    """The fact that makes a kept set known to a workshop; counts, no values. May be ``Refused``."""
    return built(
        OutcomeSetAdded,
        outcome_set=file.hash,
        name=name or file.file_name,
        rows=file.kept,
        months=file.months,
        counts=file.counts,
        as_of=file.as_of,
        raw_sha256=file.raw_sha256,
        set_aside=file.set_aside,
        file_name=file.file_name,
        origin=file.origin,
        sample=sample,
    )
