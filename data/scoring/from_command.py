"""Scoring a file without a server: from files to a file, and in words what came of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.importing import Options, Understood, understand
from data.leads_refused import LeadsRefused
from data.scoring.definition_file import read_definition
from data.scoring.mapping_file import MappingFile, mapped_by, read_mapping
from data.scoring.results import Output, Result, Unread
from data.scoring.scoring import Scoring, score_file
from definitions.document import SignedDocument
from definitions.phrases import quoted
from definitions.texts import fold_name, line, seen

MOST_NAMED = 8


def score_to_file(
    leads: Path, definition: Path, target: Path, mapping: Path | None = None, force: bool = False
) -> tuple[str, ...]:
    """Score a file of leads into another; what came of it, a line each. Raises LeadsRefused.

    A file that is there already is replaced only by ``force``, and never one of those that are read.
    """
    kind = _kind(target)
    _refuse_target(target, [path for path in (leads, definition, mapping) if path is not None], force)
    signed = read_definition(definition)
    said = read_mapping(mapping) if mapping is not None else MappingFile()
    try:
        with TemporaryDirectory(prefix=".scoring-", dir=target.absolute().parent) as place:
            names = {*(c.name for c in signed.document.criteria), *(c.column for c in said.criteria.values())}
            understood = _understood(leads, names, Path(place) / "read")
            job = Scoring(understood, mapped_by(said, understood, signed.document.criteria), signed)
            made = Path(place) / f"scored.{kind}"
            result = score_file(job, made, kind)
            if not force and target.exists():
                raise LeadsRefused(_is_there(target))
            os.replace(made, target)
    except OSError as error:
        raise LeadsRefused(f"{target} cannot be written: {error.strerror or error}.") from error
    return tuple(_told(signed, understood, result, target))


def _understood(leads: Path, names: set[str], work: Path) -> Understood:
    """What is in the file; where no column bears one of the names, a row that does names the columns."""
    wanted = {fold_name(name) for name in names}
    found = understand(leads, Options(), work)
    if wanted & {fold_name(column.header) for column in found.columns}:
        return found
    rows = (place for place, row in enumerate(found.first_rows) if wanted & {fold_name(cell) for cell in row})
    heads = next(rows, None)
    return found if heads is None else understand(leads, Options(header_row=heads), work)


def _kind(target: Path) -> Output:
    try:
        return Output(target.suffix.lower().removeprefix("."))
    except ValueError as error:
        raise LeadsRefused("Name the file to write .csv, .parquet or .xlsx.") from error


def _refuse_target(target: Path, sources: list[Path], force: bool) -> None:
    for source in sources:
        if not source.is_file():
            raise LeadsRefused(f"There is no file {source}.")
        if target.exists() and target.samefile(source):
            raise LeadsRefused(f"{target} is one of the files to read; write to another.")
    if target.exists() and not (force and target.is_file()):
        raise LeadsRefused(_is_there(target))


def _is_there(target: Path) -> str:
    return f"{target} is there already; --force replaces it."


def _told(signed: SignedDocument, understood: Understood, result: Result, target: Path) -> Iterator[str]:
    yield (
        f"Scored {_count(result.leads, 'lead')} by version {signed.document.version} of the definition at "
        f"{_shown(signed.document.company)}, fingerprint {signed.sha256[:16]}."
    )
    for verdict, leads in result.verdicts.items():
        yield f"  {verdict:<13}  {leads:>12,}"
    for each in result.unread:
        yield _unread(each)
    if understood.set_aside.rows:
        yield f"{_count(understood.set_aside.rows, 'row')} of the file could not be read and were left out:"
        yield from (f"  {leads:,}: {_shown(reason)}" for reason, leads in understood.set_aside.reasons)
    yield f"Written to {target}."


def _unread(each: Unread) -> str:
    if not each.column:
        return f"{_shown(each.criterion)}: no column, so not answered for any lead."
    named = [f"{quoted(_shown(value))} ({leads:,})" for value, leads in each.values[:MOST_NAMED]]
    more = ", ..." if len(each.values) > MOST_NAMED else ""
    return (
        f"{_shown(each.criterion)}: not answered for {_count(each.leads, 'lead')} whose value means no "
        f"answer: {', '.join(named)}{more}"
    )


def _shown(text: str) -> str:
    """A text of the file or the definition, as one line that does nothing to a terminal."""
    return line(seen(text))[:200]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
