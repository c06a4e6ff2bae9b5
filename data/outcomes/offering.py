"""What a file of outcomes offers: what was understood of it, and what its columns seem to mean."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from data.importing.understood import Understood
from data.leads_refused import LeadsRefused
from data.offers import Offer
from data.outcomes.outcome_file import OutcomeFile, outcome_file
from data.outcomes.suggestions import suggest_outcomes
from definitions.criteria import Criterion
from definitions.handoff import Handoff
from definitions.mapping_edits import with_kept
from definitions.measures.outcome_mapping import OutcomesMapping


@dataclass(frozen=True)
class OutcomeOffer(Offer):
    """A file of outcomes that can be added as it stands."""

    outcomes: OutcomesMapping = field(default_factory=OutcomesMapping)


def offer_outcomes(
    understood: Understood,
    criteria: Sequence[Criterion],
    handoff: Handoff,
    folder: Path,
    earlier: Sequence[str],
) -> OutcomeOffer:
    """The mapping of the first earlier set with the same columns in the same places, or a suggestion."""
    headers = {column.name: column.header for column in understood.columns}
    for each in earlier:
        with suppress(LeadsRefused):
            file = outcome_file(folder, each)
            if file.headers.items() <= headers.items() and _covers(file, criteria):
                return _offer(understood, file.mapping, file.file_name)
    return _offer(understood, suggest_outcomes(understood, criteria, handoff))


def _covers(file: OutcomeFile, criteria: Sequence[Criterion]) -> bool:
    """Whether every criterion was mapped then with the answers of now."""
    then = dict(zip(file.criteria, file.labels, strict=True))
    return all(then.get(each.name, each.labels) == each.labels for each in criteria)


def _offer(understood: Understood, outcomes: OutcomesMapping, reused: str | None = None) -> OutcomeOffer:
    shown = [column.name for column in understood.columns if not column.personal]
    leads = with_kept(outcomes.leads, shown)
    outcomes = outcomes.model_copy(update={"leads": leads})
    return OutcomeOffer(understood, leads, (), reused, outcomes=outcomes)
