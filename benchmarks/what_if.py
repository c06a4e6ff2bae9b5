"""One what-if on many leads: from profiles, and as pandas, polars, scikit-learn and DuckDB would find it."""

from __future__ import annotations

from pathlib import Path

import click
import numpy as np

from benchmarks.grouping import Grouping, grouped
from benchmarks.many_leads import CRITERIA, SCORECARD, keep_leads
from benchmarks.peers import Answer, peers
from benchmarks.telling import json_option, leads_option, tell_of_leads
from benchmarks.timing import best_ms, median_ms
from data.lead_file import parquet_path
from definitions.profiles import Profiles
from definitions.simulation import curve

FEW = 100_000
TIMES, PEER_TIMES = 200, 3
TARGETS = {"what_if_ms": 2, "times_faster": 200, "group_by_scan": 2, "peak_mb": 2_000}
SENTENCE = (
    "{leads:,} leads: grouped in {group_ms} ms (reading them takes {scan_ms} ms) with {peak_mb} MB; "
    "a what-if takes {what_if_ms} ms, {times_faster} times less than the fastest peer: {peer_ms}"
)


@click.command()
@leads_option
@json_option
def main(leads: int, as_json: bool) -> None:
    """Measure grouping, a what-if, and the same answer from each peer; every answer must be the same."""
    tell_of_leads(measure, leads, SENTENCE, as_json)


def measure(folder: Path, leads: int) -> dict[str, object]:
    """The numbers for that many leads, and the what-if also for a hundred thousand."""
    lead_set = keep_leads(folder, leads)
    many, few = grouped(folder, lead_set), grouped(folder, keep_leads(folder, FEW))
    what_if_ms = _what_if_ms(many.profiles)
    peer_ms = _peers_ms(parquet_path(folder, lead_set), _ours(many.profiles))
    return {
        "leads": leads,
        "criteria": len(CRITERIA),
        "profiles": len(many.profiles.leads),
        **_grouping(many),
        "what_if_ms": round(what_if_ms, 3),
        "what_if_ms_at_100_thousand": round(_what_if_ms(few.profiles), 3),
        "peer_ms": {name: round(ms, 1) for name, ms in peer_ms.items()},
        "times_faster": round(min(peer_ms.values()) / what_if_ms),
        "targets": TARGETS,
    }


def _grouping(found: Grouping) -> dict[str, object]:
    return {
        "group_ms": round(found.group_ms, 1),
        "scan_ms": round(found.scan_ms, 1),
        "scan_lengths_ms": round(found.scan_lengths_ms, 1),
        "group_by_scan": round(found.group_ms / found.scan_ms, 2),
        "peak_mb": round(found.peak_mb),
    }


def _what_if_ms(found: Profiles) -> float:
    """The median: what a page waits for when the threshold or a number of points is moved."""
    return median_ms(lambda: curve(found, SCORECARD), TIMES)


def _ours(found: Profiles) -> Answer:
    every = curve(found, SCORECARD)
    return every.qualified.astype(np.int64), (found.won.sum() - every.wins_missed).astype(np.int64)


def _peers_ms(parquet: Path, ours: Answer) -> dict[str, float]:
    """Each peer's best time; one that finds other numbers ends the benchmark."""
    took = {}
    for name, answer in peers(parquet).items():
        for mine, theirs in zip(ours, answer(), strict=True):
            np.testing.assert_array_equal(mine, theirs, f"{name} finds other numbers")
        took[name] = best_ms(answer, PEER_TIMES)
    return took


if __name__ == "__main__":
    main()
