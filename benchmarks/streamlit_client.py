"""A browser without a screen: speaks Streamlit's own protocol to a running server.

A rerun is timed from sending the message to ``script_finished``. Used by benchmarks and live tests.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

import streamlit  # noqa: F401  # before its protocol files, which import it half-made otherwise
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 30.0
WIDGET_FIELDS: dict[type, str] = {
    bool: "bool_value",
    str: "string_value",
    int: "int_value",
    float: "double_value",
}


@dataclass
class Run:
    """One run of the script: what came back, and how long until it finished (seconds)."""

    messages: list[ForwardMsg] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def bytes(self) -> int:
        """How much came back."""
        return sum(message.ByteSize() for message in self.messages)

    @property
    def elements(self) -> list[Any]:
        """The elements that were sent, in order."""
        return [
            message.delta.new_element
            for message in self.messages
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element"
        ]

    @property
    def widgets(self) -> dict[str, Any]:
        """The widgets that were sent, by their keys."""
        return {key: widget for key, widget, _ in _widgets(self.messages)}

    @property
    def fragments(self) -> set[str]:
        """The fragments that something was sent for; empty for what is on the page itself."""
        return {m.delta.fragment_id for m in self.messages if m.WhichOneof("type") == "delta"}

    @property
    def errors(self) -> list[str]:
        """Exceptions that the script showed."""
        return [e.exception.message or e.exception.type for e in self.elements if e.HasField("exception")]

    @property
    def text(self) -> str:
        """All text that was sent, for looking something up in it."""
        return "\n".join(str(element) for element in self.elements)


class Session:
    """One browser tab on an app. Widgets are found by their ``key``."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._values: dict[str, WidgetState] = {}
        self._ids: dict[str, str] = {}
        self._fragments: dict[str, str] = {}
        self._page_hash = ""
        self._query = ""

    @classmethod
    def connect(cls, url: str, cookie: str = "") -> Self:
        """A new session on a server, such as ``http://localhost:8501``; ``cookie`` is a Cookie header."""
        parts = urlsplit(url)
        stream = urlunsplit(
            (
                "wss" if parts.scheme == "https" else "ws",
                parts.netloc,
                f"{parts.path.rstrip('/')}/_stcore/stream",
                "",
                "",
            )
        )
        headers = {"Cookie": cookie} if cookie else {}
        socket = connect(
            stream,
            origin=Origin(f"{parts.scheme}://{parts.netloc}"),
            subprotocols=[Subprotocol("streamlit")],
            additional_headers=headers,
            max_size=None,
            compression=None,
            legacy=True,  # closed by whoever holds the session
        )
        return cls(socket)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the tab."""
        self._socket.close()

    def open(self, page: str = "", query: str = "") -> Run:
        """Visit a page by its name in the address; empty for the first page."""
        self._query = query
        return self._run(lambda state: setattr(state, "page_name", page), page_hash="")

    def rerun(self) -> Run:
        """Run the whole page again."""
        return self._run(lambda state: None)

    def set(self, values: Mapping[str, object]) -> Run:
        """Change widgets, named by key. As in a browser, only the first one's fragment runs again."""
        for key, value in values.items():
            self._values[self.id_of(key)] = self._state(key, value)
        return self._run(self._in_fragment_of(next(iter(values))))

    def click(self, key: str) -> Run:
        """Press a button; only the fragment it is in runs again."""
        pressed = WidgetState(id=self.id_of(key), trigger_value=True)
        return self._run(self._in_fragment_of(key), pressed)

    def trigger(self, key: str, event: str, value: object) -> Run:
        """Have a component send an event, as its script would; only the fragment it is in runs again."""
        name = f"$$STREAMLIT_INTERNAL_KEY_{self.id_of(key)}__events"
        sent = WidgetState(id=name, json_trigger_value=json.dumps([{"event": event, "value": value}]))
        return self._run(self._in_fragment_of(key), sent)

    def _in_fragment_of(self, key: str) -> Callable[[ClientState], None]:
        return lambda state: setattr(state, "fragment_id", self._fragments.get(key, ""))

    def id_of(self, key: str) -> str:
        """The full id of the widget with a key; ``KeyError`` if the last runs showed none."""
        return self._ids[key]

    def fragment_of(self, key: str) -> str:
        """The fragment that the widget with a key is in; empty if it is in none."""
        return self._fragments[key]

    def keys(self) -> Iterator[str]:
        """The keys of the widgets that were shown."""
        return iter(self._ids)

    def pushed(self, seconds: float) -> list[ForwardMsg]:
        """What the server sends by itself within some time."""
        found, until = [], time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            try:
                found.append(self._received(left))
            except TimeoutError:
                break
        return found

    def _run(
        self, also: Callable[[ClientState], None], *triggers: WidgetState, page_hash: str | None = None
    ) -> Run:
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self._query
        state.page_script_hash = self._page_hash if page_hash is None else page_hash
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-GB"
        state.widget_states.widgets.extend([*self._values.values(), *triggers])
        also(state)
        begun = time.perf_counter()
        self._socket.send(message.SerializeToString())
        run = Run()
        while not run.messages or not _is_end(run.messages[-1]):
            run.messages.append(self._received(PATIENCE))
        run.seconds = time.perf_counter() - begun
        self._learn(run)
        return run

    def _received(self, patience: float) -> ForwardMsg:
        message = ForwardMsg()
        data = self._socket.recv(timeout=patience)
        assert isinstance(data, bytes)
        message.ParseFromString(data)
        return message

    def _learn(self, run: Run) -> None:
        """Note the page and every widget's id, which ends in its key."""
        for message in run.messages:
            if message.WhichOneof("type") == "navigation":
                self._page_hash = message.navigation.page_script_hash
        for key, widget, fragment in _widgets(run.messages):
            self._ids[key], self._fragments[key] = widget.id, fragment

    def _state(self, key: str, value: object) -> WidgetState:
        state = WidgetState(id=self.id_of(key))
        if isinstance(value, list | tuple):
            kind = "string_array_value" if value and isinstance(value[0], str) else "double_array_value"
            getattr(state, kind).data.extend(value)
        else:
            setattr(state, WIDGET_FIELDS[type(value)], value)
        return state


def _is_end(message: ForwardMsg) -> bool:
    """Whether a run is over; one that ends early for another goes on with that."""
    ended = message.WhichOneof("type") == "script_finished"
    return ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


def _widgets(messages: list[ForwardMsg]) -> Iterator[tuple[str, Any, str]]:
    """Every widget with its key, in which its id ends, and the fragment it is in."""
    for message in messages:
        if message.WhichOneof("type") != "delta":
            continue
        shown = message.delta.WhichOneof("type")
        holder = getattr(message.delta, shown) if shown in ("new_element", "add_block") else None
        kind = holder.WhichOneof("type") if holder is not None else None
        widget = getattr(holder, kind) if kind else None
        parts = str(getattr(widget, "id", "")).split("-", 2)
        if len(parts) == 3 and parts[0] == "$$ID" and parts[2] != "None":
            yield parts[2], widget, message.delta.fragment_id
