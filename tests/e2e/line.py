"""A line between a browser and the server that can be cut, as a phone's is in a lift."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Lock, Thread


class Line:
    """Passes on every byte between those who connect to ``url`` and a server's port, until it is cut."""

    def __init__(self, port: int) -> None:
        """Open."""
        self._server = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._connections: set[socket.socket] = set()
        self._lock, self._is_cut = Lock(), False
        Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where a browser finds the server through this line."""
        return f"http://localhost:{self._listening.getsockname()[1]}"

    def cut(self) -> None:
        """Every connection ends, and each new one at once."""
        with self._lock:
            self._is_cut = True
            while self._connections:
                _end(self._connections.pop())

    def mend(self) -> None:
        """New connections go through again."""
        self._is_cut = False

    def close(self) -> None:
        """No more."""
        self.cut()
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listening.accept()
                Thread(target=self._connect, args=(here,), daemon=True).start()

    def _connect(self, here: socket.socket) -> None:
        with self._lock:
            if self._is_cut:
                _end(here)
                return
            there = socket.create_connection(("localhost", self._server))
            self._connections |= {here, there}
        for one, other in ((here, there), (there, here)):
            Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65_536):
                other.sendall(data)
        _end(one)
        _end(other)


def _end(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
