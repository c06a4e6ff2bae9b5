"""How long the business hours between two times of many leads take: the first time, and again."""

from __future__ import annotations

import json
import statistics
import time

import click
import numpy as np

from definitions.business_clock import hours_between
from definitions.business_hours import BusinessHours

CALENDAR = BusinessHours(time_zone="Europe/Berlin", country="DE", subdivision="BY")
SECONDS_A_YEAR = 365 * 86_400
TIMES = 7


def measured(leads: int, years: int) -> dict[str, float]:
    """Milliseconds for so many made-up leads over so many years: from cold, and the median of the next."""
    drawn = np.random.default_rng(1)
    starts = np.datetime64("2021-01-01", "s") + drawn.integers(0, years * SECONDS_A_YEAR, leads)
    ends = starts + drawn.integers(0, 200 * 3_600, leads)
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        hours_between(starts, ends, CALENDAR)
        took.append((time.perf_counter() - begun) * 1_000)
    return {"leads": leads, "cold_ms": round(took[0], 1), "again_ms": round(statistics.median(took[1:]), 1)}


@click.command()
@click.option("--leads", default=1_000_000, show_default=True, help="How many leads.")
@click.option("--years", default=5, show_default=True, help="Over how many years they came.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(leads: int, years: int, as_json: bool) -> None:
    """Measure the business clock."""
    found = measured(leads, years)
    words = f"{leads:,} leads: {found['cold_ms']} ms from cold, {found['again_ms']} ms again"
    click.echo(json.dumps(found) if as_json else words)


if __name__ == "__main__":
    main()
