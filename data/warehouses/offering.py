"""The first mapping of a warehouse's table: as it was counted before, as the host says, or as suggested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from data.counted_file import counted_file
from data.importing import Understood
from data.leads_refused import LeadsRefused
from data.leaks import leaks
from data.offers import Offer
from data.reuse import reuse
from data.suggestions import suggest
from data.warehouses.warehouse import Warehouse
from definitions.criteria import Criterion
from definitions.mapping import Mapping
from definitions.mapping_columns import Headers
from definitions.mapping_edits import Meaning, only_used, with_kept, with_meaning
from definitions.origin import Origin
from definitions.texts import fold_name

BEFORE, HOST = "it was counted before", "the host wrote it in secrets.toml"


@dataclass(frozen=True)
class _Followed:
    """A mapping of columns, told by their names, that may suit the table now; ``said``: where it is from."""

    headers: Headers
    mapping: Mapping
    said: str


def offer_table(
    understood: Understood,
    warehouse: Warehouse,
    criteria: Sequence[Criterion],
    folder: Path,
    earlier: Sequence[str],
) -> Offer:
    """What can be counted as it stands. ``earlier``: lead sets, of which the first counted there is followed.

    No column says what a lead is called: single leads are never shown.
    """
    suggested = suggest(understood, criteria)
    names = {fold_name(column.header) for column in understood.columns}
    known = (*_counted(warehouse, folder, earlier), *_configured(warehouse))
    followed = next((each for each in map(_narrowed, known) if _names(each.headers) <= names), None)
    mapping = reuse(followed, understood, criteria) if followed is not None else suggested
    mapping = with_kept(with_meaning(mapping, Meaning.LEAD, None), suggested.kept)
    return Offer(understood, mapping, leaks(understood, mapping), followed.said if followed else None)


def _counted(warehouse: Warehouse, folder: Path, earlier: Sequence[str]) -> Iterator[_Followed]:
    for lead_set in earlier:
        with suppress(LeadsRefused):
            file = counted_file(folder, lead_set)
            if file is not None and _is_of(file.origin, warehouse):
                yield _Followed(file.headers, file.mapping, BEFORE)


def _is_of(origin: Origin, warehouse: Warehouse) -> bool:
    return (origin.warehouse, origin.table) == (warehouse.name, warehouse.table)


def _configured(warehouse: Warehouse) -> Iterator[_Followed]:
    if warehouse.columns:
        yield _Followed(warehouse.columns, warehouse.mapping, HOST)


def _narrowed(each: _Followed) -> _Followed:
    """Only the columns that mean something: others may have come or gone since."""
    headers = {column: each.headers[column] for column in sorted(each.mapping.used)}
    return replace(each, headers=headers, mapping=only_used(each.mapping))


def _names(headers: Headers) -> set[str]:
    return {fold_name(header) for header in headers.values()}
