"""Finding a published definition by its address."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from alignment.composing import signed_document
from alignment.sharing import Sharing
from alignment.workshop import Workshop
from data.ledger import Ledger, Row
from data.rooms import rooms
from definitions.document import SignedDocument


class PublishedDefinition(NamedTuple):
    """The definition in force of the workshop that has an address."""

    workshop: Workshop
    signed: SignedDocument

    @property
    def sharing(self) -> Sharing:
        """Who may read it."""
        return self.workshop.sharing


def find(slug: str) -> PublishedDefinition | None:
    """The workshop with this address and its definition in force; ``None`` if there is none."""
    here = rooms()
    workshop_id = _addresses(here.ledger).workshop_id(slug)
    room = here.enter(workshop_id) if workshop_id is not None else None
    workshop = room.workshop() if room is not None else None
    if workshop is None or workshop.slug != slug or workshop.in_force is None:
        return None
    version = workshop.in_force
    return PublishedDefinition(workshop, signed_document(workshop, version.draft, version))


class Addresses:
    """Which workshop has which address. An address never changes, so what was read once stays known."""

    def __init__(self, ledger: Ledger) -> None:
        """Nothing is known yet."""
        self._ledger = ledger
        self._lock = Lock()
        self._seen: frozenset[str] = frozenset()
        self._ids: dict[str, str] = {}

    def workshop_id(self, slug: str) -> str | None:
        """The workshop with this address, also one that another process has just opened."""
        if slug not in self._ids:
            self._learn()
        return self._ids.get(slug)

    def _learn(self) -> None:
        """Read the openings again, but only if there is a workshop that was not there the last time."""
        with self._lock:
            there = frozenset(self._ledger.heads())
            if there - self._seen:
                self._ids = dict(_addressed(self._ledger.openings()))
            self._seen = there


def _addressed(openings: Iterable[Row]) -> Iterable[tuple[str, str]]:
    """The address and the id of each workshop whose opening can be read."""
    for row in openings:
        try:
            yield str(json.loads(row.body)["slug"]), row.workshop_id
        except (ValueError, LookupError, TypeError):
            continue


@lru_cache(maxsize=1)
def _addresses(ledger: Ledger) -> Addresses:
    return Addresses(ledger)
