"""Importing: a file of leads is read by a short-lived process of its own, which can be stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic
from typing import IO

from data.importing.child import TOO_MUCH, UNREADABLE, Report, Request
from data.importing.limits import Limits
from data.importing.understood import Options, Progress, Understood
from data.leads_refused import LeadsRefused

ROOT = Path(__file__).parents[2]
CHILD = (sys.executable, "-m", "data.importing.child")
KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TZ", "PYTHONPATH", "VIRTUAL_ENV")
"""The child has no use for the server's other settings, some of which are secret."""
OFTEN = 0.1
TOO_SLOW = "Reading the file takes too long; export fewer columns or rows."
OUT_OF_MEMORY = (-6, -9, -11)
"""What a process ends with that the system stopped: aborted, killed, or out of its bounds."""


class ImportCancelled(LeadsRefused):
    """Somebody stopped the import; nothing was kept."""


def understand(
    source: Path,
    options: Options,
    work: Path,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Event | None = None,
    *,
    file_name: str | None = None,
    limits: Limits | None = None,
) -> Understood:
    """What a file of leads holds; its rows are in ``work`` then, in the files that the answer names.

    Raises LeadsRefused with one sentence, or ImportCancelled, and leaves nothing in ``work`` then.
    """
    limits = limits or Limits()
    work.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".reading-", dir=work) as name:
        place = Path(name)
        request = Request(
            source=source.absolute(),
            file_name=file_name or source.name,
            options=options,
            place=place.absolute(),
            limits=limits,
        )
        found = _asked(request, progress or (lambda _: None), cancelled or Event())
        return _moved(found, work.absolute())


def _moved(found: Understood, work: Path) -> Understood:
    raw, aside = work / found.raw.name, work / found.set_aside.path.name
    os.replace(found.raw, raw)
    os.replace(found.set_aside.path, aside)
    return found.model_copy(
        update={"raw": raw, "set_aside": found.set_aside.model_copy(update={"path": aside})}
    )


def _asked(request: Request, progress: Callable[[Progress], None], cancelled: Event) -> Understood:
    variables = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    child = subprocess.Popen(
        CHILD,
        cwd=ROOT,
        env={**variables, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with child:
        try:
            return _answer(child, request, progress, cancelled)
        finally:
            child.kill()


def _answer(
    child: subprocess.Popen[str], request: Request, progress: Callable[[Progress], None], cancelled: Event
) -> Understood:
    lines: Queue[str | None] = Queue()
    assert child.stdin is not None
    assert child.stdout is not None
    Thread(target=_listen, args=(child.stdout, lines), daemon=True).start()
    _ask(child.stdin, request)
    end = monotonic() + request.limits.seconds
    while True:
        if cancelled.is_set():
            raise ImportCancelled("The import was stopped; nothing was kept.")
        if monotonic() > end:
            raise LeadsRefused(TOO_SLOW)
        try:
            line = lines.get(timeout=OFTEN)
        except Empty:
            continue
        if line is None or not line.endswith("\n"):
            raise LeadsRefused(_why_ended(child))
        report = Report.model_validate_json(line)
        if report.refused is not None:
            raise LeadsRefused(report.refused)
        if report.understood is not None:
            return report.understood
        if report.progress is not None:
            progress(report.progress)


def _ask(pipe: IO[str], request: Request) -> None:
    try:
        pipe.write(request.model_dump_json() + "\n")
        pipe.close()
    except BrokenPipeError:
        pass


def _listen(pipe: IO[str], lines: Queue[str | None]) -> None:
    try:
        for line in pipe:
            lines.put(line)
    finally:
        lines.put(None)


def _why_ended(child: subprocess.Popen[str]) -> str:
    """A sentence for a child that ended without an answer."""
    return TOO_MUCH if child.wait() in OUT_OF_MEMORY else UNREADABLE
