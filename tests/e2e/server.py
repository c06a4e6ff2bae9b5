"""The real server, started as people start it, on a free port and in a folder of its own."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.running import ROOT, command_for, environment, free_port, wait_until_well


class Server:
    """``streamlit run app.py``; it can be stopped, killed and started again on the same port and folder."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Not started yet. ``settings`` are the app's own, such as ``public_url``."""
        self.folder = folder
        self.port = free_port()
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where a browser finds it, without a slash at the end."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> str:
        """What it has printed so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """Start it and wait until it is well."""
        command, own = command_for(self.port), environment(self.folder, **self._settings)
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=log, stderr=log)
        try:
            wait_until_well(self.url, self._process)
        except RuntimeError:
            self.kill()
            raise RuntimeError(f"The server did not start:\n{self.log}") from None

    def stop(self) -> None:
        """Ask it to stop, as Ctrl+C does, and wait until it has."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop it in the middle of whatever it does, as a power cut would."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None


@contextmanager
def running_server(folder: Path, **settings: str) -> Iterator[Server]:
    """A server that is stopped at the end."""
    server = Server(folder, **settings)
    server.start()
    try:
        yield server
    finally:
        server.stop()
