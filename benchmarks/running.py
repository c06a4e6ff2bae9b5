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

ROOT = Path(__file__).parent.parent
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
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    loopback = ("--server.address", "127.0.0.1")
    command, own = command_for(port, *loopback), environment(folder)
    process = subprocess.Popen(command, cwd=ROOT, env=own, stdout=subprocess.DEVNULL)
    try:
        wait_until_well(url, process)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The process's environment with no settings of the app but these, such as ``public_url``."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COMMON_TERMS_")}
    own = {"folder": str(folder), **settings}
    return {**inherited, **{f"COMMON_TERMS_{name.upper()}": value for name, value in own.items()}}


def command_for(port: int, *also: str) -> list[str]:
    """How the app is started on a port, as people start it; ``also``: more of Streamlit's own options."""
    program = (sys.executable, "-m", "streamlit", "run", "app.py")
    return [*program, "--server.headless", "true", "--server.port", str(port), *also]


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def wait_until_well(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for the app to answer; raises ``RuntimeError`` if it ends or is not ready in time."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the app ended while starting, with code {process.returncode}")
        with suppress(URLError, ConnectionError, TimeoutError), urlopen(f"{url}/health", timeout=5):
            return
        time.sleep(0.1)
    raise RuntimeError("the app did not start in time")
