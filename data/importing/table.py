"""A file's rows, read: what the ways of reading have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.importing.layouts import Layout
from data.importing.raw_table import write_table
from data.importing.records import Record
from data.importing.set_aside import Aside
from data.importing.sorting import Sorter
from data.importing.understood import Kind, Options, Progress, SetAside, Sheet
from data.leads_refused import LeadsRefused

NO_LEADS = "The file has column names but no leads."
FIRST_ROWS = 20
Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Job:
    """One file to read: where it is, how, where to work, and whom to tell how far it is."""

    source: Path
    options: Options
    place: Path
    tell: Tell

    @property
    def raw(self) -> Path:
        """Where the leads go."""
        return self.place / "raw.parquet"

    @property
    def aside(self) -> Path:
        """Where the rows set aside go."""
        return self.place / "set-aside.csv"


@dataclass(frozen=True)
class Table:
    """What came of reading: the leads are in the job's ``raw`` file."""

    kind: Kind
    options: Options
    layout: Layout
    rows_kept: int
    set_aside: SetAside
    first_line: int | None = None
    warnings: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    first_rows: tuple[tuple[str, ...], ...] = ()


def sort_rows(
    job: Job, rows: Iterable[Record], layout: Layout, delimiter: str | None = None, ends_whole: bool = True
) -> tuple[Sorter, SetAside]:
    """Write the leads among the rows and set the others aside. May raise LeadsRefused."""
    with Aside(job.aside) as aside:
        sorter = Sorter(layout, delimiter, aside, ends_whole)
        write_table(sorter.leads(rows), layout.width, job.place, job.raw)
    if not sorter.kept:
        raise LeadsRefused(_nothing_kept(sorter))
    return sorter, aside.summary()


def _nothing_kept(sorter: Sorter) -> str:
    if not sorter.read:
        return NO_LEADS
    reason = sorter.aside.reasons.most_common(1)[0][0]
    none = "The only row cannot" if sorter.read == 1 else f"None of the {sorter.read:,} rows can"
    return f"{none} be read as a lead. Most often this is why: {reason}"


def first_rows(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The rows above the leads and the first of them, cells cut to what can be shown."""
    return tuple(tuple(cell[:200] for cell in row[:100]) for row in rows[:FIRST_ROWS])
