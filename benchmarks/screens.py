"""A person's open page that keeps itself up to date, as a browser with live.js does; it can also vote."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread

from streamlit.proto.Alert_pb2 import Alert
from websockets.exceptions import ConnectionClosed

from benchmarks.streamlit_client import Run
from benchmarks.tabs import SETTLE_SECONDS, Listener, Tab, listeners

TICK = 0.01


@dataclass(frozen=True)
class Shown:
    """Something that listens was shown anew: when its run was over, how new it is, and the run."""

    at: float
    key: str
    head: int
    run: Run


@dataclass(frozen=True)
class Voted:
    """A vote: when its button was pressed and when the page had answered; what it said if it was refused."""

    clause_id: str
    pressed: float
    answered: float
    refused: str


class Screen(Tab):
    """One tab of one person. Everything on its connection happens in a thread of its own."""

    def __init__(self, url: str, cookie: str, page: str) -> None:
        """Visit a page and begin to listen."""
        super().__init__(url, cookie)
        self.shown: list[Shown] = []
        self.votes: list[Voted] = []
        self.runs = 0
        self._listeners: dict[str, Listener] = {}
        self._moved: dict[str, int] = {}
        self._learn(self._session.open(page))
        self._ballots: SimpleQueue[tuple[float, str, str]] = SimpleQueue()
        self._over = Event()
        self._thread = Thread(target=self._follow, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Follow no longer, and close the tab."""
        self._over.set()
        self._thread.join(30)
        super().close()

    def vote(self, at: float, clause_id: str, stance: str) -> None:
        """Vote, or vote otherwise than before, at a moment (of the performance counter)."""
        self._ballots.put((at, clause_id, stance))

    def has_voted(self, clause_id: str) -> bool:
        """Whether a vote on a clause was answered."""
        return any(vote.clause_id == clause_id for vote in list(self.votes))

    def seen(self, clause_id: str, head: int) -> Shown | None:
        """The first run of what shows a clause that was at least so new."""
        for shown in list(self.shown):
            if shown.head >= head and (shown.key == "live.frame" or clause_id in shown.key):
                return shown
        return None

    def _follow(self) -> None:
        due: tuple[float, str, str] | None = None
        while not self._over.is_set():
            try:
                due = due or self._ballots.get_nowait()
            except Empty:
                due = None
            if due is not None and time.perf_counter() >= due[0]:
                self._vote(due[1], due[2])
                due = None
            self._hear(TICK if due is not None else 5 * TICK)

    def _hear(self, patience: float) -> None:
        """Take note of what has moved, and run what listens to it."""
        try:
            self._note(self._changes.recv(timeout=patience))
            time.sleep(SETTLE_SECONDS)
            while True:
                self._note(self._changes.recv(timeout=0))
        except TimeoutError:
            self._refresh()
        except ConnectionClosed:
            self._over.set()

    def _note(self, message: str | bytes) -> None:
        told = json.loads(message)
        for topic in told["topics"]:
            self._moved[topic] = told["head"]

    def _refresh(self) -> None:
        wanting = {key: one for key, one in self._listeners.items() if self._due(one) > one.head}
        pages = [key for key, one in wanting.items() if one.page]
        for key in pages[:1] or wanting:
            if key in self._listeners:
                self._learn(self._session.trigger(key, "moved", self._due(wanting[key])))
                self.runs += 1

    def _due(self, one: Listener) -> int:
        anything = max(self._moved.values(), default=0) if "*" in one.topics else self._moved.get("*", 0)
        return max(anything, *(self._moved.get(topic, 0) for topic in one.topics))

    def _vote(self, clause_id: str, stance: str) -> None:
        place = f"ballot.{clause_id}"
        if self.has_voted(clause_id):
            self._learn(self._session.click(f"{place}.change"))
        self._learn(self._session.set({f"{place}.stance": [stance]}))
        pressed = time.perf_counter()
        run = self._session.click(f"{place}.vote")
        self.votes.append(Voted(clause_id, pressed, time.perf_counter(), _refusal(run)))
        self._learn(run)

    def _learn(self, run: Run) -> None:
        """Which listeners there are now; those that were not shown again where something ran are gone."""
        found = listeners(run)
        ran = run.fragments
        whole = "live.frame" in found
        gone = [key for key in self._listeners if whole or self._session.fragment_of(key) in ran]
        for key in gone:
            del self._listeners[key]
        self._listeners.update(found)
        now = time.perf_counter()
        self.shown += [Shown(now, key, one.head, run) for key, one in found.items()]
        assert not run.errors, run.errors


def _refusal(run: Run) -> str:
    """What an error on the page says."""
    alerts = [element.alert for element in run.elements if element.HasField("alert")]
    return " ".join(alert.body for alert in alerts if alert.format == Alert.ERROR)
