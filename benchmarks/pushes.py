"""How soon a vote is on 30 other people's screens, and what idle open pages cost."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

from benchmarks.streamlit_client import Session
from benchmarks.tabs import SETTLE_SECONDS, Tab, listeners
from benchmarks.visits import vote

MEMBERS, VOTES = 30, 10
IDLE_SECONDS = 5.0
TARGET_MS = 1_000


@dataclass(frozen=True)
class Live:
    """Milliseconds from a voter's click until the others heard of it and had it on their screens.

    ``idle_runs``: script runs of all the members' open pages within ``idle_seconds`` without a change.
    """

    members: int
    votes: int
    heard_p95_ms: float
    shown_median_ms: float
    shown_p95_ms: float
    idle_runs: int
    idle_seconds: float
    ok: bool

    @property
    def sentence(self) -> str:
        """The numbers in words."""
        return (
            f"a vote is on {self.members} screens after {self.shown_median_ms} ms "
            f"(p95 {self.shown_p95_ms} ms); {self.idle_runs} runs of idle pages in {self.idle_seconds} s"
        )


@dataclass(frozen=True)
class Seen:
    """When a member heard of a change, and when their screen had it (seconds of the performance counter)."""

    heard: float
    shown: float


class Member(Tab):
    """Somebody whose browser has a page open and listens, as live.js does."""

    def __init__(self, url: str, cookie: str, page: str) -> None:
        super().__init__(url, cookie)
        self._listeners = listeners(self._session.open(page))
        self._changes.recv(timeout=10)

    def idle(self, seconds: float) -> int:
        """How many runs this page gets while nothing happens."""
        pushed = self._session.pushed(seconds)
        try:
            self._changes.recv(timeout=0.01)
        except TimeoutError:
            return sum(message.WhichOneof("type") == "new_session" for message in pushed)
        return len(self._listeners)

    def see(self, clause_id: str) -> Seen:
        """Wait for a change, and run what listens to it: the clause's card first, then the menu's foot."""
        told = json.loads(self._changes.recv(timeout=30))
        heard = time.perf_counter()
        time.sleep(SETTLE_SECONDS)
        asked = [key for key, one in self._listeners.items() if one.topics & {"*", *told["topics"]}]
        shown = 0.0
        for key in asked:
            run = self._session.trigger(key, "moved", told["head"])
            if key == f"live.{clause_id}":
                shown = time.perf_counter()
                assert not run.errors
        assert shown, f"no card of {clause_id} is on this screen: {sorted(self._listeners)}"
        return Seen(heard, shown)


def live(url: str, cookies: Sequence[str]) -> Live:
    """Thirty members have a page open on which somebody votes again and again."""
    with ExitStack() as stack:
        members = [
            stack.enter_context(Member(url, cookie, "criteria")) for cookie in cookies[1 : MEMBERS + 1]
        ]
        threads = stack.enter_context(ThreadPoolExecutor(MEMBERS))
        voter = stack.enter_context(Session.connect(url, cookies[0]))
        idle = sum(threads.map(lambda member: member.idle(IDLE_SECONDS), members))
        heard, shown = _votes(voter, members, threads)
    p95 = statistics.quantiles(shown, n=20)[-1]
    return Live(
        members=len(members),
        votes=VOTES,
        heard_p95_ms=round(statistics.quantiles(heard, n=20)[-1], 1),
        shown_median_ms=round(statistics.median(shown), 1),
        shown_p95_ms=round(p95, 1),
        idle_runs=idle,
        idle_seconds=IDLE_SECONDS,
        ok=p95 <= TARGET_MS and idle == 0,
    )


def _votes(
    voter: Session, members: list[Member], threads: ThreadPoolExecutor
) -> tuple[list[float], list[float]]:
    """Milliseconds until each member heard, and until each had it on the screen, over all votes."""
    page = voter.open("criteria")
    clause_id = next(key for key in page.widgets if key.endswith(".change")).split(".")[1]
    voting = vote(voter, page)
    heard, shown = [], []
    for _ in range(VOTES):
        waiting: list[Future[Seen]] = [threads.submit(member.see, clause_id) for member in members]
        run = next(voting)
        begun = time.perf_counter() - run.seconds
        seen = [future.result() for future in waiting]
        heard += [(one.heard - begun) * 1_000 for one in seen]
        shown += [(one.shown - begun) * 1_000 for one in seen]
    return heard, shown
