"""The real app, started on a free loopback port with a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HERE = Path(__file__).parent.parent
PATIENCE = 60.0


@dataclass(frozen=True)
class Server:
    """Where the app is, and its process."""

    url: str
    pid: int

    def cpu_seconds(self) -> float:
        """The processor time that the app has used so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def app(folder: Path) -> Iterator[str]:
    """The app's address while it runs; everything it keeps goes to ``folder``."""
    with server(folder) as running:
        yield running.url


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """The app while it runs; everything it keeps goes to ``folder``."""
    url = f"http://127.0.0.1:{free_port()}"
    process = subprocess.Popen(_command(url), cwd=HERE, env=environment(folder), stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"{url}/health", process)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def environment(folder: Path) -> dict[str, str]:
    """The process's environment with no setting of the app but its folder."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COMMON_TERMS_")}
    return {**inherited, "COMMON_TERMS_FOLDER": str(folder)}


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _command(url: str) -> list[str]:
    address, port = url.removeprefix("http://").split(":")
    return [
        *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"),
        *("--server.address", address, "--server.port", port),
    ]


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the app ended while starting, with code {process.returncode}")
        with suppress(URLError, ConnectionError), urlopen(url, timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError("the app did not start in time")
