"""What a file to score offers: an earlier file's mapping, columns that speak for themselves, suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Named
from dataclasses import dataclass
from pathlib import Path

from data.importing.understood import Column, Understood
from data.lead_file import LeadFile, lead_file
from data.leads_refused import LeadsRefused
from data.offers import Offer
from data.renewing import renewed
from data.reuse import reuse
from data.scoring.by_label import answered_by, by_label, spellings
from definitions.criteria import Criterion
from definitions.mapping import Mapping
from definitions.mapping_edits import with_criterion, with_kept, with_missing
from definitions.texts import fold_name


@dataclass(frozen=True)
class Known:
    """What an earlier file's columns meant as answers, by the columns' names."""

    headers: Named[str, str]
    mapping: Mapping


def offer_scoring(
    understood: Understood, criteria: Sequence[Criterion], folder: Path, earlier: Iterable[str]
) -> Offer:
    """The mapping for a file to score; ``earlier``: the workshop's lead sets, the latest first."""
    files = (_readable(folder, lead_set) for lead_set in earlier)
    former = next((file for file in files if file and _suits(file, understood, criteria)), None)
    if former is not None:
        mapping, reused = reuse(_answers(former), understood, criteria), former.file_name
    else:
        mapping, reused = renewed(_by_itself(understood, criteria), understood, criteria), None
    for column in understood.columns:
        if column.missing_markers and column.name not in mapping.missing:
            mapping = with_missing(mapping, column.name, column.missing_markers)
    mapping = with_kept(mapping, (column.name for column in understood.columns))
    return Offer(understood, mapping, leaks=(), reused=reused)


def _readable(folder: Path, lead_set: str) -> LeadFile | None:
    try:
        return lead_file(folder, lead_set)
    except LeadsRefused:
        return None


def _answers(former: LeadFile) -> Known:
    """What the earlier file tells of answers alone: outcome, dates and money are of no use here."""
    criteria = tuple(each for each in former.mapping.criteria if each.column is not None)
    used = tuple(dict.fromkeys(each.column for each in criteria if each.column is not None))
    missing = {column: former.mapping.missing_in(column) for column in used}
    mapping = Mapping(
        criteria=criteria,
        decimal=former.mapping.decimal,
        kept=used,
        missing={column: values for column, values in missing.items() if values},
    )
    return Known({column: former.headers[column] for column in used}, mapping)


def _suits(former: LeadFile, understood: Understood, criteria: Sequence[Criterion]) -> bool:
    """Whether every column that answered a criterion is here by its name, and there was one."""
    asked = {fold_name(criterion.name) for criterion in criteria}
    known = _answers(former)
    here = {fold_name(column.header) for column in understood.columns}
    return any(fold_name(m.criterion) in asked for m in known.mapping.criteria) and here >= {
        fold_name(header) for header in known.headers.values()
    }


def _by_itself(understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """What needs no suggestion: a column with a criterion's name, or with nothing but its answers."""
    mapping = by_label(understood, criteria)
    found = tuple(mapped for mapped in mapping.criteria if mapped.column is not None)
    mapping = mapping.model_copy(update={"criteria": found})
    taken = {mapped.column for mapped in found}
    lacking = [criterion for criterion in criteria if mapping.of(criterion.name) is None]
    for criterion, column in _telling(lacking, [c for c in understood.columns if c.name not in taken]):
        mapping = with_criterion(mapping, answered_by(criterion, column, spellings(understood, column)))
    return mapping


def _telling(criteria: Sequence[Criterion], columns: Sequence[Column]) -> list[tuple[Criterion, Column]]:
    """The pairs in which a column holds answers of one criterion only, and no other column does."""
    pairs = [(criterion, column) for criterion in criteria for column in columns if _holds(column, criterion)]
    alone = [c for c, _ in pairs], [column for _, column in pairs]
    return [(c, column) for c, column in pairs if alone[0].count(c) == alone[1].count(column) == 1]


def _holds(column: Column, criterion: Criterion) -> bool:
    """Whether a column holds some of the criterion's answers, and nothing else but markers."""
    labels = {fold_name(label) for label in criterion.labels}
    found = {fold_name(value) for value, _ in column.top}
    markers = {fold_name(marker) for marker in column.missing_markers}
    return len(found & labels) > 1 and found <= labels | markers and column.distinct <= len(column.top)
