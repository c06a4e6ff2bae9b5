"""Scoring for other systems over real HTTP: leads a second in single calls, and 10,000 leads in one call.

One client on one kept-alive connection; client and server share the machine's processors.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from alignment.actions.connections import make_key
from alignment.composing import frozen_document
from benchmarks.pages import kept_in
from benchmarks.running import Server, server
from benchmarks.stages import HOST, published
from benchmarks.telling import json_option, tell
from data.access import link_token, new_token, token_hash
from data.room import Room
from data.rooms import rooms
from definitions.criteria import Criterion

LEADS_A_SECOND, BULK_SECONDS = 200, 1.0
MANY, NOT_ANSWERED = 10_000, 0.1
WARM_UP, ROUNDS = 50, 5
SEED = 1


@dataclass(frozen=True)
class Speed:
    """What was measured. ``server_ms``, ``bulk_server_s``: processor time of the server for one call."""

    criteria: int
    leads_a_second: float
    single_p95_ms: float
    server_ms: float
    bulk_leads: int
    bulk_median_s: float
    bulk_slowest_s: float
    bulk_server_s: float
    bulk_answer_mb: float
    ok: bool


@click.command()
@click.option("--calls", default=2_000, help="Single calls.")
@json_option
def main(calls: int, as_json: bool) -> None:
    """Start the app with a large published definition, and score by it."""
    with TemporaryDirectory() as place, kept_in(Path(place)):
        room = published(rooms())
        with server(Path(place)) as running:
            speed = measure(running, room, calls)
    tell(asdict(speed), _sentence(speed), as_json)


def measure(running: Server, room: Room, calls: int) -> Speed:
    """Single calls first, then many leads at a time."""
    in_force = room.workshop().in_force
    assert in_force is not None
    criteria = frozen_document(in_force.draft).criteria
    leads = made_up(criteria, MANY)
    with closing(HTTPConnection(running.url.removeprefix("http://"), timeout=60)) as connection:
        asker = _Asker(connection, room)
        singles, server_ms = _singles(asker, running, leads, calls)
        before = running.cpu_seconds()
        many = [asker.ask({"leads": leads}) for _ in range(ROUNDS)]
        bulk_server = (running.cpu_seconds() - before) / ROUNDS
    took = [seconds for seconds, _ in many]
    rate = len(singles) / sum(singles)
    return Speed(
        criteria=len(criteria),
        leads_a_second=round(rate, 1),
        single_p95_ms=round(statistics.quantiles(singles, n=20)[-1] * 1_000, 2),
        server_ms=round(server_ms, 2),
        bulk_leads=MANY,
        bulk_median_s=round(statistics.median(took), 3),
        bulk_slowest_s=round(max(took), 3),
        bulk_server_s=round(bulk_server, 3),
        bulk_answer_mb=round(len(many[0][1]) / 1e6, 1),
        ok=rate >= LEADS_A_SECOND and statistics.median(took) < BULK_SECONDS,
    )


def _singles(
    asker: _Asker, running: Server, leads: Sequence[dict[str, Any]], calls: int
) -> tuple[list[float], float]:
    """Seconds of each call, and milliseconds of the server's processor for one."""
    for lead in leads[:WARM_UP]:
        asker.ask({"lead": lead})
    before = running.cpu_seconds()
    took = [asker.ask({"lead": leads[number % len(leads)]})[0] for number in range(calls)]
    return took, (running.cpu_seconds() - before) / calls * 1_000


class _Asker:
    """Another system with a key and one connection."""

    def __init__(self, connection: HTTPConnection, room: Room) -> None:
        token = new_token()
        room.act(make_key, HOST, "Benchmark", token_hash(token))
        self._connection = connection
        self._path = f"/api/definitions/{room.workshop().slug}/score"
        self._headers = {
            "Authorization": f"Bearer {link_token(room.id, token)}",
            "Content-Type": "application/json",
        }

    def ask(self, what: dict[str, Any]) -> tuple[float, bytes]:
        """Seconds from sending to the last byte of the answer, and the answer."""
        body = json.dumps(what).encode()
        began = time.perf_counter()
        self._connection.request("POST", self._path, body, self._headers)
        answer = self._connection.getresponse()
        told = answer.read()
        took = time.perf_counter() - began
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {told[:500]!r}")
        return took, told


def made_up(criteria: Sequence[Criterion], number: int) -> list[dict[str, Any]]:
    """Leads with an answer to nearly every question."""
    chance = random.Random(SEED)
    return [
        {
            criterion.name: None if chance.random() < NOT_ANSWERED else chance.choice(criterion.labels)
            for criterion in criteria
        }
        for _ in range(number)
    ]


def _sentence(speed: Speed) -> str:
    return (
        f"{speed.leads_a_second:,.0f} leads a second in single calls ({speed.server_ms} ms of the server's "
        f"processor each); {speed.bulk_leads:,} in one call in {speed.bulk_median_s} s; "
        f"{speed.criteria} criteria"
    )


if __name__ == "__main__":
    main()
