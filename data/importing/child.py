"""The process that reads one file: a request on standard input, lines of JSON on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict

from data.importing.limits import Limits, hold_to
from data.importing.reading import read_leads
from data.importing.table import Job
from data.importing.understood import Options, Progress, Understood
from data.leads_refused import LeadsRefused

TOO_MUCH = "Reading the file takes more memory than is allowed; export fewer columns or rows."
UNREADABLE = "The file cannot be read as a table of leads; save it as CSV in UTF-8 and add that."


class Request(BaseModel):
    """What to read."""

    model_config = ConfigDict(frozen=True)
    source: Path
    file_name: str
    options: Options
    place: Path
    limits: Limits


class Report(BaseModel):
    """One line of the answer: how far it is, or the end of it."""

    model_config = ConfigDict(frozen=True)
    progress: Progress | None = None
    understood: Understood | None = None
    refused: str | None = None


def main() -> None:
    """Read the file that standard input names, within its limits, and tell what came of it."""
    request = Request.model_validate_json(sys.stdin.readline())
    hold_to(request.limits)
    with _answers() as answers:
        say = partial(_say, answers)
        say(_read(request, say))


def _answers() -> IO[str]:
    """Where the answer goes; whatever libraries print from here on goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _read(request: Request, say: Callable[[Report], None]) -> Report:
    job = Job(request.source, request.options, request.place, lambda at: say(Report(progress=at)))
    try:
        return Report(understood=read_leads(job, request.file_name))
    except LeadsRefused as refused:
        return Report(refused=str(refused))
    except MemoryError:
        return Report(refused=TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - whatever a stranger's file does, the answer is a sentence
        return Report(refused=TOO_MUCH if "memory" in str(error).lower() else UNREADABLE)


def _say(answers: IO[str], report: Report) -> None:
    print(report.model_dump_json(exclude_none=True), file=answers, flush=True)


if __name__ == "__main__":
    main()
