"""The real server, started as people start it, on a free port and in a folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0


class Server:
    """``streamlit run app.py``; it can be stopped, killed and started again on the same port and folder."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Not started yet. ``settings`` are the app's own, such as ``public_url``."""
        self.folder = folder
        self.port = free_port()
        self._settings = {f"COMMON_TERMS_{name.upper()}": value for name, value in settings.items()}
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
        ours = {name: value for name, value in os.environ.items() if not name.startswith("COMMON_TERMS_")}
        environment = {**ours, "COMMON_TERMS_FOLDER": str(self.folder), **self._settings}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--server.port", str(self.port)], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        self._wait(time.monotonic() + START_SECONDS)

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

    def _wait(self, until: float) -> None:
        while True:
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                stopped = self._process is None or self._process.poll() is not None
                if stopped or time.monotonic() > until:
                    self.kill()
                    raise RuntimeError(f"The server did not start:\n{self.log}") from None
                time.sleep(0.1)


@contextmanager
def running_server(folder: Path, **settings: str) -> Iterator[Server]:
    """A server that is stopped at the end."""
    server = Server(folder, **settings)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
