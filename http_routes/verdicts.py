"""What is said of a fingerprint: to those who may know, and to everybody else."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.checking import OTHER_SIGNATURES, UNKNOWN, Checked
from data.fingerprints import PublishedVersion

CLOSED = (
    "A definition with this fingerprint was published here. Whose it is, only those know who take part in "
    "its workshop."
)


@dataclass(frozen=True)
class Found:
    """What is said: a title, a sentence, the address of the text if it is in force, and for programs."""

    title: str
    sentence: str
    said: dict[str, object] = field(default_factory=dict)
    known: bool = True
    holds: bool = True
    address: str = ""


def unknown(sentence: str = UNKNOWN) -> Found:
    """No such definition."""
    return Found("Not known here", sentence, {"known": False}, known=False, holds=False)


def closed() -> Found:
    """There is one, and that is all that is said."""
    return Found("Known here", CLOSED, {"known": True, "open": False})


def told(version: PublishedVersion, checked: Checked | None = None) -> Found:
    """What somebody may know who takes part, or whom the definition is shared with."""
    workshop, published = version
    said: dict[str, object] = {
        "known": True,
        "open": True,
        "company": workshop.company,
        "version": published.version,
        "in_force": version.in_force,
        "in_force_since": published.at.isoformat(),
        "signatures": len(published.draft.signatures),
    }
    if version.replaced_at is not None:
        said["replaced_at"] = version.replaced_at.isoformat()
    holds = checked is None or checked.signed is None or version.bears(checked.signed)
    return Found(
        "In force" if version.in_force else "Replaced",
        version.sentence if holds else OTHER_SIGNATURES,
        said,
        holds=holds,
        address=f"definition/{workshop.slug}" if version.in_force else "",
    )
