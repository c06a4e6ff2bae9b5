"""A large CSV from upload to simulation, beside DuckDB's own way from CSV to Parquet."""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.many_leads import MAPPING, SCORECARD, connected, write_leads
from benchmarks.telling import json_option, leads_option, tell_of_leads
from benchmarks.timing import best_ms
from data.importing import Options, understand
from data.keeping import keep
from data.profiles import profiles

TIMES = 3
EXTRA_MS = 1_000
SENTENCE = "{leads:,} leads ready in {ready_ms} ms; DuckDB alone takes {duckdb_ms} ms"


@click.command()
@leads_option
@json_option
def main(leads: int, as_json: bool) -> None:
    """Measure an import; it must be ready in at most twice DuckDB's time and one second."""
    tell_of_leads(measure, leads, SENTENCE, as_json)


def measure(folder: Path, leads: int) -> dict[str, object]:
    """The best of some times, each from the same file to a new place."""
    csv = write_leads(folder, leads)
    duckdb_ms = best_ms(lambda: _by_duckdb(csv), TIMES)
    understand_ms = best_ms(lambda: understand(csv, Options(), folder / "work"), TIMES)
    understood = understand(csv, Options(), folder / "work")
    keep_ms = best_ms(lambda: keep(understood, MAPPING, folder / "leads"), TIMES)
    kept = keep(understood, MAPPING, folder / "leads")
    assert profiles(folder / "leads", kept.hash, SCORECARD.criteria).leads.sum() == leads
    return {
        "leads": leads,
        "csv_mb": round(csv.stat().st_size / 1e6, 1),
        "understand_ms": round(understand_ms),
        "keep_ms": round(keep_ms),
        "ready_ms": round(understand_ms + keep_ms),
        "duckdb_ms": round(duckdb_ms),
        "target_ms": round(2 * duckdb_ms + EXTRA_MS),
    }


def _by_duckdb(csv: Path) -> None:
    with connected() as connection:
        read = connection.read_csv(str(csv), all_varchar=True)
        read.write_parquet(str(csv.with_suffix(".by_duckdb.parquet")), compression="zstd")


if __name__ == "__main__":
    main()
