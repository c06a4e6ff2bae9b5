"""Reading workbooks: XLSX, XLS and ODS."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from data.importing.archives import DAMAGED, PASSWORD, check_archive
from data.importing.cells import as_text
from data.importing.counts import some
from data.importing.formulas import unseen_cells
from data.importing.layouts import layout_of
from data.importing.limits import MOST_CELL
from data.importing.records import TOO_LONG, Record
from data.importing.table import NO_LEADS, Job, Table, first_rows, sort_rows
from data.importing.understood import Kind, Progress, Sheet
from data.leads_refused import LeadsRefused

SAMPLE = 1_000
PANIC = "PanicException"
"""What calamine raises where it did not expect damage; the class cannot be imported."""
MOST_SHEETS_LOOKED_AT = 10
UNCALCULATED = "formula has no stored result and counts", "formulas have no stored result and count"
ERRORS = (
    "cell holds an error such as #N/A or #DIV/0! and counts",
    "cells hold errors such as #N/A or #DIV/0! and count",
)


def read_workbook(job: Job, kind: Kind) -> Table:
    """The table in a workbook's sheet. May raise LeadsRefused."""
    if kind is not Kind.XLS:
        check_archive(job.source)
    try:
        with calamine.CalamineWorkbook.from_path(str(job.source)) as book:
            return _read(job, kind, book)
    except calamine.PasswordError as error:
        raise LeadsRefused(PASSWORD) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise LeadsRefused(DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise LeadsRefused(DAMAGED) from error


def _read(job: Job, kind: Kind, book: calamine.CalamineWorkbook) -> Table:
    sheets = tuple(_sheets(book))
    name, sheet = _chosen(job, book, sheets)
    top = list(islice(_rows(sheet), SAMPLE))
    layout = layout_of([row.cells for row in top], job.options.header_row)
    if layout.first_row >= len(top):
        raise LeadsRefused(NO_LEADS)
    below = islice(_telling(job, sheet), layout.first_row, None)
    sorter, aside = sort_rows(job, below, layout)
    return Table(
        kind=kind,
        options=job.options.model_copy(update={"sheet": name, "header_row": layout.header_row}),
        layout=layout,
        rows_kept=sorter.kept,
        set_aside=aside,
        warnings=tuple(_warnings(job.source, kind, name, sheets)),
        sheets=sheets,
        first_rows=first_rows([row.cells for row in top]),
    )


def _sheets(book: calamine.CalamineWorkbook) -> Iterator[Sheet]:
    for found in book.sheets_metadata:
        if found.typ == calamine.SheetTypeEnum.WorkSheet:
            yield Sheet(name=found.name, hidden=found.visible != calamine.SheetVisibleEnum.Visible)


def _chosen(
    job: Job, book: calamine.CalamineWorkbook, sheets: tuple[Sheet, ...]
) -> tuple[str, calamine.CalamineSheet]:
    """The sheet that was asked for, or the visible one with most cells."""
    wanted = job.options.sheet
    if wanted is not None and wanted not in {sheet.name for sheet in sheets}:
        raise LeadsRefused(f"There is no sheet “{wanted[:60]}” in this workbook.")
    names = [wanted] if wanted else [sheet.name for sheet in sheets if not sheet.hidden]
    best: tuple[str, calamine.CalamineSheet] | None = None
    for name in names[:MOST_SHEETS_LOOKED_AT]:
        job.tell(Progress(step=f"Opening the sheet {name[:60]}", done=0, of=1))
        sheet = book.get_sheet_by_name(name)
        if best is None or _size(sheet) > _size(best[1]):
            best = name, sheet
    if best is None or not _size(best[1]):
        raise LeadsRefused("The workbook has no visible sheet with anything in it.")
    return best


def _size(sheet: calamine.CalamineSheet) -> int:
    return sheet.height * sheet.width


def _rows(sheet: calamine.CalamineSheet) -> Iterator[Record]:
    """The rows, numbered as the spreadsheet does; calamine begins with the first that is not blank."""
    top, left = sheet.start or (0, 0)
    for number in range(1, top + 1):
        yield Record(number, [], "")
    for number, values in enumerate(sheet.iter_rows(), start=top + 1):
        cells = [*[""] * left, *(as_text(value) for value in values)]
        fault = TOO_LONG if sum(map(len, cells)) > MOST_CELL else None
        yield Record(number, [cell[:200] for cell in cells] if fault else cells, "", fault)


def _telling(job: Job, sheet: calamine.CalamineSheet) -> Iterator[Record]:
    for row in _rows(sheet):
        if row.line % SAMPLE == 0:
            job.tell(Progress(step="Reading the rows", done=row.line, of=sheet.height))
        yield row


def _warnings(source: Path, kind: Kind, name: str, sheets: tuple[Sheet, ...]) -> Iterator[str]:
    others = [sheet.name[:60] for sheet in sheets if sheet.name != name and not sheet.hidden]
    if others:
        yield f"Only the sheet “{name[:60]}” was read; there are others: {', '.join(others[:10])}."
    formulas, errors = unseen_cells(source, name) if kind is Kind.XLSX else (0, 0)
    if formulas:
        yield (
            f"{some(formulas, *UNCALCULATED)} as missing; "
            "open the workbook in a spreadsheet, save it and add it again to have them."
        )
    if errors:
        yield f"{some(errors, *ERRORS)} as missing."
