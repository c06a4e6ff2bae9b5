"""A tab in somebody's browser: its page, and the line on which it hears what has changed, as live.js does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from websockets.sync.client import connect

from benchmarks.streamlit_client import Run, Session

SETTLE_SECONDS = 0.03
"""How long live.js waits for more changes before it asks for a run."""


@dataclass(frozen=True)
class Listener:
    """Something on a page that listens: to which topics, whether it is the whole page, how new it is."""

    topics: frozenset[str]
    page: bool
    head: int


class Tab:
    """One tab of one person, until it is closed. What changes before a page is open is heard too."""

    def __init__(self, url: str, cookie: str) -> None:
        """Both connections are made; no page is open yet. ``cookie`` is a Cookie header."""
        self._session = Session.connect(url, cookie)
        self._changes = connect(
            f"ws://{urlsplit(url).netloc}/changes", additional_headers={"Cookie": cookie}, legacy=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up and close the tab."""
        self._changes.close()
        self._session.close()


def listeners(run: Run) -> dict[str, Listener]:
    """Everything on a page that listens, by its key."""
    return {key: _listener(widget) for key, widget in run.widgets.items() if key.startswith("live.")}


def _listener(widget: Any) -> Listener:
    data = json.loads(widget.json)
    return Listener(frozenset(data["topics"]), bool(data["page"]), int(data["head"]))
