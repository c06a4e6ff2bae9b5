"""Using a mapping again for the next export of the same shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from data.importing.understood import Understood
from data.lead_file import LeadFile, lead_file
from data.leads_refused import LeadsRefused
from data.renewing import renewed
from definitions.criteria import Criterion
from definitions.mapping import Mapping
from definitions.mapping_columns import Headers, moved, same_shape
from definitions.numbers import DecimalMark
from definitions.texts import fold_name

GROUPS = ({"won", "lost", "open"}, {"self_qualified", "vetted", "unqualified"})


class Mapped(Protocol):
    """Columns, by their names where they come from, and what they mean."""

    @property
    def headers(self) -> Headers:
        """Column -> its name."""

    @property
    def mapping(self) -> Mapping:
        """What the columns mean."""


def reusable(folder: Path, lead_sets: Iterable[str], understood: Understood) -> LeadFile | None:
    """The first of these lead sets (latest first) whose file had columns of the same names, if one had."""
    headers = _headers(understood)
    found = (file for lead_set in lead_sets if (file := _readable(folder, lead_set)) is not None)
    return next((file for file in found if same_shape(file.headers, headers)), None)


def reuse(file: Mapped, understood: Understood, criteria: Sequence[Criterion]) -> Mapping:
    """The mapping of an earlier file for this one; for criteria that came since, what is suggested.

    A value that is written a little differently now (case, blanks) means what it meant then.
    """
    mapping = moved(file.mapping, file.headers, _headers(understood))
    decimal = DecimalMark(understood.options.decimal or mapping.decimal)
    mapping = _respelled(mapping, understood).model_copy(update={"decimal": decimal})
    return renewed(mapping, understood, criteria)


def _readable(folder: Path, lead_set: str) -> LeadFile | None:
    try:
        return lead_file(folder, lead_set)
    except LeadsRefused:
        return None


def _headers(understood: Understood) -> Headers:
    return {column.name: column.header for column in understood.columns}


def _respelled(mapping: Mapping, understood: Understood) -> Mapping:
    spellings = {column.name: [value for value, _ in column.top] for column in understood.columns}
    criteria = []
    for mapped in mapping.criteria:
        values = _wider([each.values for each in mapped.answers], spellings.get(mapped.column or "", []))
        pairs = zip(mapped.answers, values, strict=True)
        answers = tuple(answer.model_copy(update={"values": each}) for answer, each in pairs)
        criteria.append(mapped.model_copy(update={"answers": answers}))
    changed: dict[str, object] = {"criteria": tuple(criteria)}
    for field, groups in (("outcome", GROUPS[0]), ("qualified_by", GROUPS[1])):
        part = getattr(mapping, field)
        if part is not None:
            names = sorted(groups)
            wider = _wider([getattr(part, name) for name in names], spellings.get(part.column, []))
            changed[field] = part.model_copy(update=dict(zip(names, wider, strict=True)))
    return Mapping.model_validate(dict(mapping.model_copy(update=changed)))


def _wider(groups: Sequence[tuple[str, ...]], spellings: Iterable[str]) -> list[tuple[str, ...]]:
    """The groups of values, each with the spellings that differ from one of its values by case or blanks."""
    known = {fold_name(value): place for place, group in enumerate(groups) for value in reversed(group)}
    taken = {value for group in groups for value in group}
    found = [list(group) for group in groups]
    for spelling in spellings:
        if spelling not in taken and fold_name(spelling) in known:
            found[known[fold_name(spelling)]].append(spelling)
    return [tuple(group) for group in found]
