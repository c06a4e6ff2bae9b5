"""The quick way reads exactly what the exact way reads, or leaves the file to it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.importing.delimited import read_delimited
from data.importing.scanning import scan
from data.importing.table import Job, Table
from data.importing.understood import Options
from data.leads_refused import LeadsRefused
from data.sandbox import sandbox
from tests.data.importing.files import LEADS

NEVER, ALWAYS = 1 << 60, 0
CELLS = st.sampled_from(
    ["", " ", "a", "7", "x y", '"a,b"', '"a""b"', 'a"b', ' "c"', '"a\nb"', "Total", "Lead", "é", '"', "'"]
)
EVEN = st.lists(CELLS, min_size=3, max_size=3)
UNEVEN = st.lists(CELLS, min_size=2, max_size=4)
ROWS = st.lists(st.one_of(EVEN, EVEN, EVEN, UNEVEN).map(",".join), min_size=1, max_size=6)


def both(place: Path, raw: bytes) -> list[tuple[object, ...] | str]:
    answers: list[tuple[object, ...] | str] = []
    for quick_from in (ALWAYS, NEVER):
        work = place / str(quick_from)
        work.mkdir()
        source = place / "upload"
        source.write_bytes(raw)
        job = Job(source, Options(delimiter=","), work, lambda _: None)
        try:
            table = read_delimited(job, scan(source, lambda _: None), quick_from)
            answers.append((table.rows_kept, table.set_aside.reasons, table.layout, leads(job, table)))
        except LeadsRefused as refused:
            answers.append(str(refused))
    return answers


def leads(job: Job, table: Table) -> list[tuple[object, ...]]:
    """Lines and cells, whichever way the lines are told."""
    with sandbox(job.raw) as connection:
        found = connection.read_parquet(str(job.raw)).fetchall()
    first = table.first_line
    return found if first is None else [(first + place, *row) for place, row in enumerate(found)]


@given(ROWS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_both_ways_agree_on_any_text(lines: list[str], end: str, ended: bool) -> None:
    text = end.join(["Lead,Source,Need", "L-0,Web,7", *lines]) + (end if ended else "")
    with tempfile.TemporaryDirectory() as place:
        quick, exact = both(Path(place), text.encode())
    assert quick == exact


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_clean_text_goes_the_quick_way(tmp_path: Path, end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "upload"
    source.write_bytes(LEADS.replace("\n", end).encode())
    monkeypatch.setattr("data.importing.delimited._exactly", None)
    job = Job(source, Options(), tmp_path, lambda _: None)
    table: Table = read_delimited(job, scan(source, lambda _: None), ALWAYS)
    assert (table.rows_kept, table.first_line) == (20, 2)
    assert leads(job, table)[0] == (2, "L-1", "Web", "1", "won")
