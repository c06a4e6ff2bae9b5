"""The definition in Markdown: the one text that every file is made from, and the file of it."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing import consent, substance, upkeep
from data.publishing.dates import day
from data.publishing.escaping import escaped_line
from data.publishing.evidence import evidence
from data.publishing.examples import problems, worked_examples
from data.publishing.glossary import glossary
from data.publishing.handover import handover
from data.publishing.headings import addresses
from data.publishing.pictures import without_pictures
from data.publishing.prose import linked_elsewhere
from definitions.document import SignedDocument

NOT_INTACT = (
    "**Careful: this text is not the text that was signed. Its fingerprint does not match. "
    "Ask the facilitator for the record before relying on it.**"
)


def markdown(signed: SignedDocument) -> str:
    """The whole definition as CommonMark with pipe tables, to read as it is; links as GitHub makes them."""
    source = without_pictures(written(signed))
    return linked_elsewhere(source, addresses(source).__getitem__)


def written(signed: SignedDocument) -> str:
    """The whole definition; typed text shows as it was typed.

    The headings of terms bear identifiers (pandoc's attributes), and a picture is named where it belongs.
    """
    return "\n\n".join(_blocks(signed)) + "\n"


def title(signed: SignedDocument) -> str:
    """The document's title, as Markdown on one line."""
    return f"What a qualified lead is at {escaped_line(signed.document.company)}"


def _blocks(signed: SignedDocument) -> Iterator[str]:
    document = signed.document
    yield f"# {title(signed)}"
    yield "\\\n".join(_head(signed))
    if not signed.intact:
        yield NOT_INTACT
    yield from substance.blocks(document)
    yield from worked_examples(document)
    yield from problems(document)
    yield from handover(document)
    yield from glossary(document)
    yield from consent.decided(document)
    yield from evidence(document)
    yield from consent.signatures(signed)
    yield from upkeep.changes(document)
    yield from upkeep.review(signed)


def _head(signed: SignedDocument) -> Iterator[str]:
    """The lines under the title."""
    document = signed.document
    yield f"Version {document.version} · {_status(signed)}"
    yield f"Offering: {escaped_line(document.offering)}"
    yield f"Workshop: {escaped_line(document.workshop)}"
    yield f"Fingerprint (SHA-256): `{signed.sha256}`"


def _status(signed: SignedDocument) -> str:
    """Whether the definition is in force, and what it still waits for."""
    if signed.published_at is not None:
        return f"in force since {day(signed.published_at)}"
    given = sum(signed.signature_of(signer) is not None for signer in signed.document.signers)
    return f"draft, not in force: {given} of {len(signed.document.signers)} signatures given"
