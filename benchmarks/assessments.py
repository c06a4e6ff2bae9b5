"""How long a page of a list of 100,000 assessments takes, whatever it is chosen by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks.telling import json_option, tell
from benchmarks.timing import median_ms
from data.assessments.assessment import Assessment, Channel, new_assessment_id
from data.assessments.store import A_PAGE, Assessments
from data.assessments.wanted import Wanted
from data.ledger import Ledger
from definitions.scorecard import Verdict

TARGET_MS = 50
TIMES = 9
START = datetime(2026, 1, 1, tzinfo=UTC)
BATCH = 5_000


def filled(store: Assessments, number: int) -> None:
    """Many assessments of one workshop."""
    answers = {f"Criterion {place}": "An answer" for place in range(10)}
    first = Assessment(
        "", "w", START, "p1", Channel.VETTED, 1, "a" * 64, "", "Fair", answers, 9, Verdict.NURTURE, "A note."
    )
    for begin in range(0, number, BATCH):
        store.add(*(_another(first, place) for place in range(begin, min(number, begin + BATCH))))


def _another(first: Assessment, place: int) -> Assessment:
    return replace(
        first,
        id=new_assessment_id(),
        made_at=START + timedelta(minutes=place),
        by_id=f"p{place % 7}",
        channel=list(Channel)[place % 3],
        verdict=list(Verdict)[place % 11 % 3],
        reference=f"Company {place}",
        waits=place % 50 == 0,
    )


def looks(store: Assessments, number: int) -> dict[str, Callable[[], object]]:
    """Each way to look at the list."""

    def look(wanted: Wanted, page: int = 1) -> Callable[[], object]:
        return lambda: store.assessments_of("w", wanted, page)

    return {
        "first page": look(Wanted()),
        "last page": look(Wanted(), number // A_PAGE),
        "by verdict": look(Wanted(verdict=Verdict.QUALIFIED)),
        "by channel": look(Wanted(channel=Channel.API)),
        "by person": look(Wanted(by_id="p3")),
        "waiting": lambda: store.count("w", Wanted(waiting=True)),
        "search": look(Wanted(search="company 77")),
    }


@click.command()
@click.option("--number", default=100_000, show_default=True, help="How many assessments there are.")
@click.option("--url", default="", help="A database to use instead of a new SQLite file.")
@json_option
def main(number: int, url: str, as_json: bool) -> None:
    """Measure the list; ends with 1 if a look takes longer than the target."""
    with TemporaryDirectory() as folder:
        ledger = Ledger(url or f"sqlite:///{Path(folder) / 'record.sqlite3'}")
        filled(ledger.assessments, number)
        ways = looks(ledger.assessments, number)
        found = {name: round(median_ms(look, TIMES), 2) for name, look in ways.items()}
        ledger.remove("w")
        ledger.close()
    lines = [f"{name:12} {took:6.1f} ms" for name, took in found.items()]
    tell({"target_ms": TARGET_MS, "ms": found}, "\n".join(lines), as_json)
    raise SystemExit(0 if max(found.values()) <= TARGET_MS else 1)


if __name__ == "__main__":
    main()
