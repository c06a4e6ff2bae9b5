"""Finding a published version by the fingerprint of its text, among those of all workshops."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from alignment.composing import signed_document
from alignment.drafts import Published
from alignment.facts import DefinitionPublished
from alignment.workshop import Workshop
from data.ledger import Ledger, Row
from data.publishing.dates import day
from data.rooms import Rooms, rooms
from definitions.document import SignedDocument
from definitions.phrases import counted

SHAPE = re.compile("[0-9a-f]{64}")
KIND = str(DefinitionPublished.model_fields["kind"].default)


class PublishedVersion(NamedTuple):
    """A version that was signed, and its workshop."""

    workshop: Workshop
    version: Published

    @property
    def in_force(self) -> bool:
        """Whether no later version replaced it."""
        return self.version is self.workshop.in_force

    @property
    def replaced_at(self) -> datetime | None:
        """When a later version replaced it; ``None`` while it is in force."""
        return None if self.in_force else self.workshop.published[self.version.version].at

    @property
    def sentence(self) -> str:
        """What it is, since when it is in force, or until when it was."""
        number, at, until = self.version.version, day(self.version.at), self.replaced_at
        what = (
            f"This is version {number} of the definition of a qualified lead at {self.workshop.company}, "
            f"with {counted(len(self.version.draft.signatures), 'signature')}."
        )
        if until is None:
            return f"{what} It has been in force since {at}."
        return f"{what} It was in force from {at} until {day(until)}, when version {number + 1} replaced it."

    def bears(self, file: SignedDocument) -> bool:
        """Whether a file has the signatures that are on record, and the time of publication."""
        signed = signed_document(self.workshop, self.version.draft, self.version)
        return (file.signatures, file.published_at) == (signed.signatures, signed.published_at)


def fingerprint_in(typed: str) -> str | None:
    """The fingerprint that somebody typed or pasted, blanks and capitals forgiven; ``None`` if it is none."""
    found = "".join(typed.split()).casefold()
    return found if SHAPE.fullmatch(found) else None


def find(sha256: str) -> PublishedVersion | None:
    """The version with this fingerprint, among those of all workshops of this server."""
    return find_in(rooms(), sha256)


def find_in(here: Rooms, sha256: str) -> PublishedVersion | None:
    """As ``find``, among these workshops."""
    workshop_id = _fingerprints(here.ledger).workshop_id(sha256)
    room = here.enter(workshop_id) if workshop_id is not None else None
    workshop = room.workshop() if room is not None else None
    if workshop is None:
        return None
    versions = (version for version in workshop.published if version.draft.sha256 == sha256)
    return next((PublishedVersion(workshop, version) for version in versions), None)


class Fingerprints:
    """Which workshop published which text. A published text never changes: what was read once stays known."""

    def __init__(self, ledger: Ledger) -> None:
        """Nothing is known yet."""
        self._ledger = ledger
        self._lock = Lock()
        self._seen: dict[str, int] = {}
        self._ids: dict[str, str] = {}

    def workshop_id(self, sha256: str) -> str | None:
        """The workshop that published this text, also one that another process has just published."""
        if sha256 not in self._ids:
            self._learn()
        return self._ids.get(sha256)

    def _learn(self) -> None:
        """Read what was published again, but only if a record has grown since the last time."""
        with self._lock:
            there = self._ledger.heads()
            if there != self._seen:
                self._ids = dict(_published(self._ledger.of_kind(KIND)))
            self._seen = there


def _published(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    """The fingerprint and the workshop of each publication that can be read."""
    for row in rows:
        try:
            yield str(json.loads(row.body)["sha256"]), row.workshop_id
        except (ValueError, LookupError, TypeError):
            continue


@lru_cache(maxsize=1)
def _fingerprints(ledger: Ledger) -> Fingerprints:
    return Fingerprints(ledger)
