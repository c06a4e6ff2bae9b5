"""The page of measures in the running app with a million leads: from cold, and after a change of filter.

Timed over a websocket on loopback, from sending the click's message to ``script_finished``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from alignment.actions.outcomes import add_outcome_set, choose_outcome_set
from alignment.people import Team
from benchmarks.many_journeys import SOURCES, many_journeys
from benchmarks.pages import kept_in
from benchmarks.running import Server, server
from benchmarks.streamlit_client import Run, Session
from benchmarks.telling import json_option, leads_option, tell
from data.access import COOKIE_NAME, Identity, seal_cookie
from data.demo import make_signed_demo
from data.outcomes.keeping import happened, months_of, put
from data.outcomes.outcome_file import KeptReason, OutcomeFile
from data.outcomes.sets import added
from data.rooms import rooms
from data.settings import settings
from definitions.measures.journeys import Journeys
from definitions.measures.outcome_mapping import OutcomesMapping
from pages.use.measuring.tabs import TABS

TARGETS = {"cold_ms": 1_000, "filter_ms": 150}
SENTENCE = (
    "From cold in {cold_ms} ms; after a change of filter in {filter_ms} ms at most. Of the processor: "
    "{processor_ms}."
)
TIMES = 5


@click.command()
@leads_option
@json_option
def main(leads: int, as_json: bool) -> None:
    """Measure the page of measures through the running app; exits with 1 when a target is missed."""
    with TemporaryDirectory() as place, kept_in(Path(place)):
        cookie, key = prepared(leads)
        with server(Path(place)) as running:
            found = measure(running, cookie, key)
    tell({"leads": leads, **found, "targets": TARGETS}, SENTENCE.format(**found), as_json)
    raise SystemExit(any(found[name] > most for name, most in TARGETS.items()))


def prepared(leads: int) -> tuple[str, str]:
    """A workshop with a signed definition, small outcomes in use and large ones; a cookie and their hash."""
    room = make_signed_demo(rooms())
    workshop = room.workshop()
    host = next(p.id for p in workshop.people if p.facilitator and p.team is not Team.OBSERVERS)
    file = kept(many_journeys(leads))
    small = workshop.outcome_set_in_use
    room.act(add_outcome_set, host, added(file, "Many leads"))
    if small is not None:
        room.act(choose_outcome_set, host, small)
    return f"{COOKIE_NAME}={seal_cookie((Identity(room.id, host),))}", file.hash


def kept(found: Journeys) -> OutcomeFile:
    """Journeys kept as a set that came from no file."""
    file = OutcomeFile(
        file_name="many.csv", raw_sha256="many", headers={}, mapping=OutcomesMapping(),
        as_of=found.as_of.item().astimezone(), read=len(found), kept=len(found), set_aside=0, columns=(),
        counts=tuple(happened(found).items()), months=months_of(found), sources=found.source.names,
        versions=found.version.names,
        reasons=tuple(KeptReason(kind=r.kind, words=r.words, clause=r.clause) for r in found.reasons),
        criteria=found.criteria, labels=found.labels,
    )  # fmt: skip
    put(found, [f"L-{row}" for row in range(len(found))], file, settings().leads)
    return file


def measure(running: Server, cookie: str, key: str) -> dict[str, Any]:
    """``first_ms``: the first visit after the server started, with few leads. ``cold_ms``: choosing the many,
    which are then read, counted and shown. ``filter_ms``: the slowest tab's median; each tab is named.
    """
    with Session.connect(running.url, cookie) as session:
        first = _sound(session.open("measure"))
        with _processor(running) as spent:
            cold = _sound(session.set({"measure.set": "Many leads"}))
        filtered = {name: _filter_ms(session, name, key) for name in TABS}
        with _processor(running) as filtering:
            _filter_ms(session, next(iter(TABS)), key)
    return {
        "first_ms": _ms(first),
        "cold_ms": _ms(cold),
        "filter_ms": max(filtered.values()),
        "each_filter_ms": filtered,
        "processor_ms": {"cold": spent[0], "filter": round(filtering[0] / TIMES)},
        "elements": len(cold.elements),
    }


def _filter_ms(session: Session, tab: str, key: str) -> int:
    """The median of several changes of filter while a tab is open."""
    _sound(session.set({"measure.tab": tab}))
    took = sorted(
        _ms(_sound(session.set({f"measure.sources.{key[:12]}": list(SOURCES[: 1 + place % 3])})))
        for place in range(TIMES)
    )
    return took[TIMES // 2]


@contextmanager
def _processor(running: Server) -> Iterator[list[int]]:
    """How much processor time the server spends meanwhile, in milliseconds."""
    spent: list[int] = []
    before = running.cpu_seconds()
    yield spent
    spent.append(round((running.cpu_seconds() - before) * 1_000))


def _ms(run: Run) -> int:
    return round(run.seconds * 1_000)


def _sound(run: Run) -> Run:
    """The run, if the page worked: a page that fails is quick."""
    if run.errors or not run.elements:
        raise RuntimeError(f"the page of measures: {run.errors or 'nothing was shown'}")
    return run


if __name__ == "__main__":
    main()
