"""How long each page takes in the running app, with 60 clauses, 40 participants and 5,000 facts.

What-ifs are timed on the sample leads, and on leads of 20,000 profiles.
A rerun is timed from sending the click's message to ``script_finished``, over a websocket on loopback.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks import stages
from benchmarks.pushes import Live, live
from benchmarks.running import app
from benchmarks.streamlit_client import Run, Session
from benchmarks.telling import json_option, tell
from benchmarks.visits import HANDLE_MS, P95_MS, VISITS, Visit
from data.rooms import forget_rooms, rooms

MEDIAN_MS = 50
WARM_UP = 5


@dataclass(frozen=True)
class Measured:
    """What somebody does on a page, and how long it takes, in milliseconds."""

    page: str
    what: str
    times: int
    median_ms: float
    p95_ms: float
    elements: int
    ok: bool


@click.command()
@click.option("--times", default=40, show_default=True, help="How often each is done.")
@click.option("--only", default="", help="Only pages whose address begins so.")
@click.option("--live", "also_live", is_flag=True, help="Also measure the push to 30 members.")
@json_option
def main(times: int, only: str, also_live: bool, as_json: bool) -> None:
    """Measure the pages through the running app."""
    with TemporaryDirectory() as place, prepared(Path(place)) as cookies, app(Path(place)) as url:
        measured = [
            measure(url, visit, cookies[visit.stage][visit.person - 1], times)
            for visit in VISITS
            if visit.page.startswith(only)
        ]
        heard = live(url, cookies["drafting"]) if also_live else None
    tell(_numbers(measured, heard), "\n".join(_lines(measured, heard)), as_json)
    raise SystemExit(0 if all(one.ok for one in measured) and (heard is None or heard.ok) else 1)


@contextmanager
def prepared(folder: Path) -> Iterator[Mapping[str, Sequence[str]]]:
    """The participants' cookies by the stage of their workshop; everything is kept in ``folder``."""
    makers = {
        "drafting": stages.drafting,
        "simulating": stages.simulating,
        "frozen": stages.frozen,
        "published": stages.published,
    }
    with kept_in(folder):
        yield {name: stages.cookies(make(rooms())) for name, make in makers.items()}


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """What this process keeps goes to a folder."""
    os.environ["COMMON_TERMS_FOLDER"] = str(folder)
    forget_rooms()
    yield
    forget_rooms()


def measure(url: str, visit: Visit, cookie: str, times: int) -> Measured:
    """One kind of visit, after a few rounds to warm up."""
    with Session.connect(url, cookie) as session:
        shown = _sound(session.open(visit.page), visit)
        runs = islice(visit.does(session, shown), WARM_UP, WARM_UP + times)
        timed = [_sound(run, visit) for run in runs]
    took = [run.seconds * 1_000 for run in timed]
    median, p95 = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    ok = median <= MEDIAN_MS and p95 <= visit.p95_ms
    return Measured(
        visit.page, visit.what, len(took), round(median, 1), round(p95, 1), len(timed[-1].elements), ok
    )


def _sound(run: Run, visit: Visit) -> Run:
    """The run, if the page worked: a page that fails is quick."""
    if run.errors or not run.elements:
        raise RuntimeError(f"{visit.page}, {visit.what}: {run.errors or 'nothing was shown'}")
    return run


def _numbers(measured: list[Measured], heard: Live | None) -> dict[str, object]:
    return {
        "target": {"median_ms": MEDIAN_MS, "p95_ms": P95_MS, "handle_p95_ms": HANDLE_MS},
        "pages": [asdict(one) for one in measured],
        **({"live": asdict(heard)} if heard is not None else {}),
    }


def _lines(measured: list[Measured], heard: Live | None) -> Iterator[str]:
    for one in measured:
        mark = "" if one.ok else "  too slow"
        yield (
            f"{one.page:12} {one.what:26} {one.median_ms:6.1f} ms, p95 {one.p95_ms:6.1f} ms, "
            f"{one.elements:3} elements{mark}"
        )
    if heard is not None:
        yield heard.sentence


if __name__ == "__main__":
    main()
