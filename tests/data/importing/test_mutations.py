"""Whatever is done to a file, it is read or refused, and every row is accounted for."""

from __future__ import annotations

import csv
import io
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.importing import Options, understand
from data.leads_refused import LeadsRefused
from tests.data.importing.files import LEADS, ods, read, rows, xls, xlsx

SEEDS = {
    "csv": LEADS.encode(),
    "quoted": ('Lead;Note\r\n"L-1";"a\r\nb"\r\n"L-2";"c ""d"""\r\n' * 4).encode(),
    "utf-16": LEADS.encode("utf-16"),
    "cp1252": LEADS.replace("Web", "Café").encode("cp1252"),
    "xlsx": xlsx({"Leads": [["Lead", "Value"], ["L1", 1.0], ["L2", "=1"], ["Total", 3.0]]}),
    "ods": ods([["Lead", "Source"], ["1", "Web"]]),
    "xls": xls([["Lead", "Visits"], ["001", 3.0]]),
}
BYTES = st.sampled_from(
    [b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"\xe9", b"<", b"\xef\xbb\xbf", b"=", b""]
)


def mutated(raw: bytes, changes: list[tuple[float, bytes, int]], end: float) -> bytes:
    for where, what, length in changes:
        at = int(where * len(raw))
        raw = raw[:at] + what + raw[at + length :]
    return raw[: int(end * len(raw))]


def account(raw: bytes) -> None:
    """Read a file; if it is read, each row must be kept or set aside."""
    with tempfile.TemporaryDirectory() as place:
        try:
            found = read(Path(place), raw)
        except LeadsRefused:
            return
        with found.set_aside.path.open(encoding="utf-8-sig", newline="") as file:
            aside = list(csv.reader(file))[1:]
        assert len(rows(found)) == found.rows_kept
        assert len(aside) == found.set_aside.rows
        assert found.rows_read == found.rows_kept + found.set_aside.rows
        lines = [int(str(row[0])) for row in rows(found)] + [int(row[0]) for row in aside]
        assert len(lines) == len(set(lines))


SPOTS = st.tuples(st.floats(0, 1), BYTES, st.integers(0, 9))


@pytest.mark.parametrize("seed", SEEDS)
@settings(max_examples=30)
@given(changes=st.lists(SPOTS, max_size=6), end=st.floats(0.2, 1) | st.just(1.0))
def test_mutated_files_are_accounted_for(
    seed: str, changes: list[tuple[float, bytes, int]], end: float
) -> None:
    account(mutated(SEEDS[seed], changes, end))


@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"PAR1")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
def test_any_bytes_are_accounted_for(raw: bytes) -> None:
    account(raw)


@given(st.text(alphabet='ab1,;"\n\r\t \0é|=.', max_size=200))
def test_any_text_is_accounted_for(text: str) -> None:
    account(text.encode())


@pytest.mark.parametrize("seed", ["quoted", "xlsx", "ods"])
@settings(max_examples=10)
@given(where=st.floats(0, 1), change=BYTES, length=st.integers(0, 9), part=st.integers(0, 20))
def test_files_changed_within_their_parts_are_accounted_for(
    seed: str, where: float, change: bytes, length: int, part: int
) -> None:
    account(resealed(SEEDS[seed], where, change, length, part))


def resealed(raw: bytes, where: float, change: bytes, length: int, part: int) -> bytes:
    """One part of an archive changed, with checksums that hold again; a text is put in quotation marks."""
    if not raw.startswith(b"PK"):
        lines = mutated(raw, [(where, change, length)], 1.0).split(b"\r\n")
        return b"".join(b'"' + line.replace(b'"', b'""') + b'"\r\n' for line in lines)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = list(parts)[part % len(parts)]
    parts[name] = mutated(parts[name], [(where, change, length)], 1.0)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for each, text in parts.items():
            archive.writestr(each, text)
    return file.getvalue()


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.99])
def test_a_refused_wreck_leaves_neither_files_nor_processes(tmp_path: Path, cut: float) -> None:
    source, work = tmp_path / "leads.xlsx", tmp_path / "work"
    source.write_bytes(mutated(SEEDS["xlsx"], [], cut))
    before = children()
    with pytest.raises(LeadsRefused):
        understand(source, Options(), work)
    assert list(work.iterdir()) == []
    assert children() <= before


def children() -> set[str]:
    """The processes that this one began, ended but not waited for among them; database servers for one."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if stat.read_text().rpartition(")")[2].split()[1] == str(os.getpid()):
                found.add(stat.parent.name)
    return found


@settings(max_examples=30)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=4))
def test_a_mutated_parquet_file_is_accounted_for(where: float, what: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "leads.parquet"
        duckdb.sql("SELECT 'L' || i AS lead, i % 3 AS visits FROM range(50) AS t(i)").write_parquet(str(path))
        raw = path.read_bytes()
    at = int(where * len(raw))
    account(raw[:at] + what + raw[at + len(what) :])
