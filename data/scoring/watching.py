"""A query that can be called off, and that tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import duckdb

from data.importing.understood import Progress
from data.leads_refused import LeadsRefused

OFTEN = 0.1
"""Seconds between two looks."""
STEP = "Scoring the leads"


class ScoringCancelled(LeadsRefused):
    """Somebody stopped the scoring; nothing was kept."""


@contextmanager
def watched(
    connection: duckdb.DuckDBPyConnection, tell: Callable[[Progress], None] | None, cancelled: Event | None
) -> Iterator[None]:
    """Tell the progress of what is asked of the connection meanwhile; raises ScoringCancelled."""
    called_off, done = cancelled or Event(), Event()
    watcher = Thread(target=_watch, args=(connection, tell, called_off, done), daemon=True)
    watcher.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise ScoringCancelled("The scoring was stopped; nothing was kept.") from error
    finally:
        done.set()
        watcher.join()


def _watch(
    connection: duckdb.DuckDBPyConnection,
    tell: Callable[[Progress], None] | None,
    cancelled: Event,
    done: Event,
) -> None:
    while not done.wait(OFTEN):
        if cancelled.is_set():
            connection.interrupt()
        elif tell is not None:
            tell(Progress(step=STEP, done=max(0, round(connection.query_progress())), of=100))
