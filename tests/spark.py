"""A Spark Connect server for tests: Spark's local mode, in a process of its own."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from benchmarks.running import free_port
from tests.postgres import NoServer

HOW_TO_GET_IT = (
    "There is no Spark to test with: it needs Java 17 or newer, and pip install -r requirements-spark.txt."
)
START_SECONDS = 180
SERVED = """
import sys
from pyspark.sql import SparkSession
settings = dict(line.split("=", 1) for line in sys.argv[1:])
SparkSession.builder.master("local[1]").config(map=settings).getOrCreate()
print("ready", flush=True)
sys.stdin.read()
"""


@contextmanager
def spark_server() -> Iterator[str]:
    """The Spark Connect address of a server for the tests to write to; ``NoServer`` if there is none."""
    if importlib.util.find_spec("pyspark") is None or not (shutil.which("java") or "JAVA_HOME" in os.environ):
        raise NoServer(HOW_TO_GET_IT)
    folder = Path(tempfile.mkdtemp(prefix="common-terms-spark-"))
    port = free_port()
    try:
        with _running(folder, port):
            yield f"sc://127.0.0.1:{port}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(folder: Path, port: int) -> Iterator[None]:
    settings = {
        "spark.plugins": "org.apache.spark.sql.connect.SparkConnectPlugin",
        "spark.connect.grpc.binding.port": str(port),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.shuffle.partitions": "1",
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    command = [sys.executable, "-c", SERVED, *(f"{name}={value}" for name, value in settings.items())]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=folder, start_new_session=True
        )
    try:
        _wait(server, folder / "log")
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def _wait(server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while "ready" not in log.read_text().splitlines():
        if server.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"Spark did not start: {log.read_text()[-2000:]}")
        time.sleep(0.2)
