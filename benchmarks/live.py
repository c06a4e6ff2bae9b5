"""A meeting of 100: a ballot and a reveal on everybody's screen, nothing lost, and what idle screens cost.

Each participant has a real websocket session on the voting page, one more shows the projector, and the
facilitator runs the room from their own device. Client and server share the machine's processors.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from alignment.facts import BallotCast
from alignment.stances import Mode, Stance
from benchmarks.meeting import meeting
from benchmarks.pages import kept_in
from benchmarks.running import Server, server
from benchmarks.screens import Screen, Voted
from benchmarks.stages import cookies
from benchmarks.streamlit_client import Session
from benchmarks.telling import json_option, tell
from data.room import Room
from data.rooms import rooms
from pages.shared.ballots import in_words

REVEAL_MS, BALLOT_MS, IDLE_SHARE = 2_000, 1_000, 0.03
ROUNDS, RUSH_SECONDS, CALM_VOTES = 4, 10.0, 5
REST_SECONDS = 1.5
"""Between calm votes: in quick succession they count as a rush, of which each screen hears once a second."""
IDLE_SECONDS = 20.0
PATIENCE = 30.0


@dataclass(frozen=True)
class Live:
    """What a meeting measures. Milliseconds are at the 95th percentile, from the click on.

    ``ballot``: one person's vote until it is on everybody's screen; ``rush``: everybody votes within ten
    seconds, until each one's own page has answered; ``reveal``: until the result is on every screen.
    ``lost``: acknowledged ballots that are not in the record. ``idle_share``: of one processor.
    """

    participants: int
    ballot_p95_ms: float
    rush_p95_ms: float
    reveal_median_ms: float
    reveal_p95_ms: float
    acknowledged: int
    refused: int
    lost: int
    idle_share: float
    idle_runs: int
    ok: bool


@dataclass
class Meeting:
    """Everybody's screens, the facilitator's remote control, and the room itself."""

    room: Room
    server: Server
    screens: Sequence[Screen]
    remote: Session

    def click(self, key: str) -> tuple[float, int]:
        """Press a button of the remote control; when that was, and how far the record goes after it."""
        pressed = time.perf_counter()
        run = self.remote.click(key)
        assert not run.errors, run.errors
        return pressed, self.room.workshop().head

    def wait(self, clause_id: str, head: int) -> list[float]:
        """When each screen showed a clause at least as new as that."""
        until = time.perf_counter() + PATIENCE
        while True:
            seen = [screen.seen(clause_id, head) for screen in self.screens]
            found = [one.at for one in seen if one is not None]
            if len(found) == len(self.screens):
                return found
            if time.perf_counter() > until:
                raise RuntimeError(f"{len(self.screens) - len(found)} screens never showed what happened")
            time.sleep(0.02)


@click.command()
@click.option("--participants", default=100, show_default=True, help="How many take part.")
@json_option
def main(participants: int, as_json: bool) -> None:
    """Measure a meeting through the running app."""
    with TemporaryDirectory() as place, kept_in(Path(place)), server(Path(place)) as running:
        room = meeting(rooms(), participants)
        found = measure(running, room, cookies(room))
    tell(asdict(found), _lines(found), as_json)
    raise SystemExit(0 if found.ok else 1)


def measure(running: Server, room: Room, everybody: Sequence[str]) -> Live:
    """One meeting: idle, then a few clauses, each with a rush of votes, some calm ones, and the reveal."""
    host, *people = everybody
    with ExitStack() as stack:
        screens = [stack.enter_context(Screen(running.url, cookie, "ballots")) for cookie in people]
        remote = stack.enter_context(Session.connect(running.url, host))
        remote.open("running")
        held = Meeting(room, running, screens, remote)
        share, runs = idle(held)
        calm: list[float] = []
        reveals: list[float] = []
        for _ in range(ROUNDS):
            clause_id = open_next(held)
            rush(held, clause_id)
            calm += change_votes(held, clause_id)
            reveals += reveal(held, clause_id)
        votes = [vote for screen in screens for vote in screen.votes]
        return _live(held, calm, reveals, votes, share, runs)


def idle(held: Meeting) -> tuple[float, int]:
    """The share of a processor that the server uses while nobody does anything, and the runs there were."""
    time.sleep(3.0)
    ran, before, begun = sum(s.runs for s in held.screens), held.server.cpu_seconds(), time.perf_counter()
    time.sleep(IDLE_SECONDS)
    used = held.server.cpu_seconds() - before
    return used / (time.perf_counter() - begun), sum(s.runs for s in held.screens) - ran


def open_next(held: Meeting) -> str:
    """The next clause goes on the projector and its ballot opens, sealed until the reveal."""
    held.click("running.next")
    _, head = held.click("running.open")
    clause_id = held.room.workshop().presenting.subject
    held.wait("live.frame", head)
    return clause_id


def rush(held: Meeting, clause_id: str) -> None:
    """Everybody votes at some moment within ten seconds."""
    now, chance = time.perf_counter(), random.Random(clause_id)
    for screen in held.screens:
        screen.vote(now + chance.uniform(0, RUSH_SECONDS), clause_id, in_words(Mode.APPROVAL, Stance.AGREE))
    _until(lambda: all(screen.has_voted(clause_id) for screen in held.screens))
    held.wait(clause_id, held.room.workshop().head)


def change_votes(held: Meeting, clause_id: str) -> list[float]:
    """One person after another changes their vote; milliseconds until all others' screens moved."""
    took = []
    for screen in held.screens[:CALM_VOTES]:
        time.sleep(REST_SECONDS)
        before = len(screen.votes)
        screen.vote(time.perf_counter(), clause_id, in_words(Mode.APPROVAL, Stance.ABSTAIN))
        _until(lambda screen=screen, before=before: len(screen.votes) > before)  # type: ignore[misc]
        pressed = screen.votes[-1].pressed
        seen = held.wait(clause_id, held.room.workshop().head)
        took += [(at - pressed) * 1_000 for at in seen]
    return took


def reveal(held: Meeting, clause_id: str) -> list[float]:
    """Milliseconds until the result is on each screen."""
    pressed, head = held.click("running.reveal")
    seen = held.wait(clause_id, head)
    for screen in held.screens:
        shown = screen.seen(clause_id, head)
        assert shown is not None
        assert ": agree" in shown.run.text, "the result is not on the screen"
    return [(at - pressed) * 1_000 for at in seen]


def _live(
    held: Meeting, calm: list[float], reveals: list[float], votes: list[Voted], share: float, runs: int
) -> Live:
    good = [vote for vote in votes if not vote.refused]
    kept = sum(isinstance(entry.fact, BallotCast) for entry in held.room.record())
    rush_p95 = _p95([(vote.answered - vote.pressed) * 1_000 for vote in good])
    ballot_p95, reveal_p95 = _p95(calm), _p95(reveals)
    lost = len(good) - kept
    return Live(
        participants=len(held.screens),
        ballot_p95_ms=ballot_p95,
        rush_p95_ms=rush_p95,
        reveal_median_ms=round(statistics.median(reveals), 1),
        reveal_p95_ms=reveal_p95,
        acknowledged=len(good),
        refused=len(votes) - len(good),
        lost=lost,
        idle_share=round(share, 4),
        idle_runs=runs,
        ok=reveal_p95 <= REVEAL_MS
        and max(ballot_p95, rush_p95) <= BALLOT_MS
        and lost == 0
        and share <= IDLE_SHARE
        and runs == 0,
    )


def _until(happened: Callable[[], bool]) -> None:
    until = time.perf_counter() + PATIENCE
    while not happened():
        if time.perf_counter() > until:
            raise RuntimeError("some votes were never answered")
        time.sleep(0.02)


def _p95(values: Sequence[float]) -> float:
    return round(statistics.quantiles(values, n=20)[-1], 1)


def _lines(found: Live) -> str:
    return "\n".join(f"{name:18} {value}" for name, value in asdict(found).items())


if __name__ == "__main__":
    main()
