"""A million leads with their moments: kept once, and loaded from cold."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import duckdb

from benchmarks.many_journeys import many_journeys
from data.importing.understood import Column, Kind, Options, SetAside, Understood
from data.outcomes.columnar import write
from data.outcomes.keeping import keep
from data.outcomes.loading import load
from definitions.handoff import Handoff
from definitions.mapping import Mapping
from definitions.measures.clock_hours import Clock, ran
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import EventMapping, OutcomesMapping
from definitions.measures.validity import check

TARGETS = {"load_ms": 400}
NOW = datetime(2026, 1, 2, tzinfo=UTC)
AT_MOST = 3
"""Loading is timed so often, and the best counts: the file is then in the system's cache."""


def made_up(leads: int, place: Path) -> tuple[Understood, OutcomesMapping]:
    """So many leads as the importer would have read them: texts, half of them with an offset."""
    journeys, raw = many_journeys(leads), place / "raw.parquet"
    write(journeys, (), place / "typed.parquet")
    events = [event for event in Event if journeys.has(event)]
    texts = ", ".join(_text(event, f"c{n:02}", n % 2 == 0) for n, event in enumerate(events, start=1))
    source = f"c{len(events) + 1:02}"
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT {texts}, 'Source ' || source AS {source} "  # noqa: S608 - no text of anybody's
            f"FROM read_parquet('{place / 'typed.parquet'}')) TO '{raw}' (FORMAT parquet)"
        )
    names = [f"c{n:02}" for n in range(1, len(events) + 2)]
    mapped = tuple(
        EventMapping(event=e, column=n, zone="Europe/Berlin") for e, n in zip(events, names, strict=False)
    )
    mapping = OutcomesMapping(leads=Mapping(source=source, kept=(source,)), events=mapped)
    return _understood(raw, leads, names, place), mapping


def _text(event: Event, name: str, with_offset: bool) -> str:
    at, offset = f"at_{event.name.lower()}", "+01:00" if with_offset else ""
    shown = f"strftime(make_timestamp({at} * 1000000), '%Y-%m-%d %H:%M:%S{offset}')"
    return f"CASE WHEN {at} > 0 THEN {shown} ELSE '' END AS {name}"


def _understood(raw: Path, leads: int, names: list[str], place: Path) -> Understood:
    return Understood(
        kind=Kind.CSV, file_name="outcomes.csv", raw_sha256="0" * 64, options=Options(), raw=raw,
        first_line=2, rows_read=leads, rows_kept=leads, set_aside=SetAside(rows=0, path=place / "aside.csv"),
        columns=tuple(Column(name=name, header=name) for name in names),
    )  # fmt: skip


def measured(leads: int) -> dict[str, float]:
    """Milliseconds and megabytes for so many leads."""
    with TemporaryDirectory() as name:
        place = Path(name)
        understood, mapping = made_up(leads, place)
        begun = time.perf_counter()
        file = keep(understood, mapping, (), place / "kept", NOW)
        kept_ms = (time.perf_counter() - begun) * 1_000
        walls, works = zip(
            *(_timed(lambda: load(place / "kept", file.hash)) for _ in range(AT_MOST)), strict=True
        )
        checked = check(load(place / "kept", file.hash))
        clocks, _ = _timed(lambda: [ran(checked, clock, 24, Handoff().hours) for clock in Clock])
        size = (place / "kept" / f"{file.hash}.parquet").stat().st_size / 1_000_000
    return {
        "leads": leads, "keep_ms": kept_ms, "load_ms": min(walls), "load_cpu_ms": min(works),
        "clocks_ms": clocks, "megabytes": size,
    }  # fmt: skip


def _timed(do: object) -> tuple[float, float]:
    wall, work = time.perf_counter(), time.process_time()
    do()  # type: ignore[operator]
    return (time.perf_counter() - wall) * 1_000, (time.process_time() - work) * 1_000


@click.command()
@click.option("--leads", default=1_000_000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(leads: int, as_json: bool) -> None:
    """Keep and load many leads; exits with 1 when a target is missed."""
    found = {name: round(value, 1) for name, value in measured(leads).items()}
    missed = [name for name, target in TARGETS.items() if found[name] > target]
    if as_json:
        print(json.dumps({**found, "targets": TARGETS, "missed": missed}))
    else:
        print("\n".join(f"{name:>12}: {value:,.1f}" for name, value in found.items()))
    raise SystemExit(bool(missed))


if __name__ == "__main__":
    main()
