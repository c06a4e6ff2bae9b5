"""A PostgreSQL server for tests: the one that is named, or a private one in a temporary folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from benchmarks.running import free_port

NAMED = "COMMON_TERMS_TEST_POSTGRES_URL"
HOW_TO_GET_IT = (
    f"There is no PostgreSQL to test with: install it (apt-get install postgresql) or set {NAMED} "
    "to the URL of a database that tests may write to."
)
START_SECONDS = 60


class NoServer(Exception):
    """There is no PostgreSQL on this machine; the message says how to get it."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a server for the tests to write to; ``NoServer`` if there is none."""
    if named := os.environ.get(NAMED):
        yield named
        return
    programs = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[-3])
    )
    if not programs:
        raise NoServer(HOW_TO_GET_IT)
    folder = Path(tempfile.mkdtemp(prefix="common-terms-postgres-"))
    try:
        with _running(programs[-1].parent, folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[str]:
    account = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if account:
        shutil.chown(folder, account, account)
    cluster, port = folder / "cluster", free_port()
    made = [programs / "initdb", "-D", cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
    subprocess.run(made, check=True, capture_output=True, user=account, group=account, cwd=folder)
    served = [programs / "postgres", "-D", cluster, "-p", str(port), "-h", "127.0.0.1", "-k", ""]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(served, stdout=log, stderr=log, user=account, group=account, cwd=folder)
    try:
        url = f"postgresql://postgres@127.0.0.1:{port}/postgres"
        _wait(url, server)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(START_SECONDS)


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            engine.connect().close()
            return
        except sa.exc.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)


@contextmanager
def fresh_schema(server: str, name: str) -> Iterator[str]:
    """The URL of an empty place on a server, removed afterwards."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.schema.CreateSchema(name))
        url = sa.make_url(server).update_query_dict({"options": f"-csearch_path={name}"})
        yield url.render_as_string(hide_password=False)
        connection.execute(sa.schema.DropSchema(name, cascade=True))
