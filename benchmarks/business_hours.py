"""How long the business hours between two times of many leads take: the first time, and again."""

from __future__ import annotations

import statistics

import click
import numpy as np

from benchmarks.telling import json_option, leads_option, tell
from benchmarks.timing import took_ms
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
    took = took_ms(lambda: hours_between(starts, ends, CALENDAR), TIMES)
    return {"leads": leads, "cold_ms": round(took[0], 1), "again_ms": round(statistics.median(took[1:]), 1)}


@click.command()
@leads_option
@click.option("--years", default=5, show_default=True, help="Over how many years they came.")
@json_option
def main(leads: int, years: int, as_json: bool) -> None:
    """Measure the business clock."""
    found = measured(leads, years)
    words = f"{leads:,} leads: {found['cold_ms']} ms from cold, {found['again_ms']} ms again"
    tell(found, words, as_json)


if __name__ == "__main__":
    main()
