"""Checking a definition that somebody has: whether a file holds in itself, and against the record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from data.fingerprints import find_in, fingerprint_in
from data.rooms import Rooms
from data.verification import verify_one
from definitions.document import SignedDocument, sha256
from definitions.phrases import counted

MOST_BYTES = 2_000_000
NOT_OURS = (
    "This is not a definition in JSON as it can be downloaded here. PDF, Word and web page cannot be checked "
    "this way: check the fingerprint printed at their head."
)
HOLDS = "The file holds: its text and every signature in it bear the same fingerprint."
OTHER_TEXT = "The text in this file is not the one whose fingerprint the file states: it was changed."
UNKNOWN = (
    "No definition with this fingerprint was published here. It may have been published on another server, "
    "or not be signed yet."
)
NEITHER = "There is no file of this name, and a fingerprint has 64 digits and letters from a to f."
DAMAGED = "The record of this workshop is damaged, so it proves nothing: run verify without a name."
OTHER_SIGNATURES = "The text was signed, but the signatures in this file are not those on record."


@dataclass(frozen=True)
class Checked:
    """What was found in a file: ``signed`` is what it holds, ``fingerprint`` that of the text in it."""

    holds: bool
    sentence: str
    fingerprint: str = ""
    signed: SignedDocument | None = None


def check_file(raw: bytes) -> Checked:
    """Whether a file is a definition, its text bears the fingerprint it states, and every signature too."""
    if len(raw) > MOST_BYTES:
        return Checked(False, f"The file is larger than {MOST_BYTES / 1_000_000:.0f} MB: no definition is.")
    try:
        signed = SignedDocument.model_validate_json(raw)
        found = sha256(signed.document)
    except (ValidationError, ValueError, RecursionError):
        return Checked(False, NOT_OURS)
    if signed.sha256 != found:
        return Checked(False, OTHER_TEXT, found, signed)
    others = [line for line in signed.signatures if line.sha256 != found]
    if others:
        verb = "is" if len(others) == 1 else "are"
        count = counted(len(others), "signature").capitalize()
        return Checked(False, f"{count} in this file {verb} for another text.", found, signed)
    return Checked(True, HOLDS, found, signed)


def check_against(here: Rooms, what: str) -> Checked:
    """Whether a definition's file, or a fingerprint, is of a version that was published here.

    ``what``: the path of a file, or a fingerprint. Raises OSError for a file that cannot be read.
    """
    fingerprint = fingerprint_in(what)
    if not _is_file(what):
        return _on_record(here, Checked(True, "", fingerprint)) if fingerprint else Checked(False, NEITHER)
    checked = check_file(Path(what).read_bytes())
    return _on_record(here, checked) if checked.holds else checked


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _on_record(here: Rooms, checked: Checked) -> Checked:
    """What was found, and what the record says to it, if the record itself holds."""
    version = find_in(here, checked.fingerprint)
    if version is None:
        return Checked(False, f"{checked.sentence} {UNKNOWN}".strip(), checked.fingerprint)
    if checked.signed is not None and not version.bears(checked.signed):
        return Checked(False, OTHER_SIGNATURES, checked.fingerprint)
    record = verify_one(here.ledger, version.workshop.id)
    if record is None or record.damage is not None:
        return Checked(False, DAMAGED, checked.fingerprint)
    return Checked(True, f"{checked.sentence} {version.sentence}".strip(), checked.fingerprint)
