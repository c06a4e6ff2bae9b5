"""How the definition came about, in Markdown: rulings, dissent, what was left out, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.dates import minute
from data.publishing.escaping import escaped, escaped_line
from data.publishing.tables import table
from definitions.document import Document, Settled, SignedDocument, Signer

NOT_SIGNED = "Not yet signed"


def decided(document: Document) -> Iterator[str]:
    """What was decided against whom, section by section: rulings, dissent, what was left out."""
    yield from _rulings(document)
    yield from _dissent(document)
    yield from _left_out(document)


def _rulings(document: Document) -> Iterator[str]:
    ruled = [(clause, clause.ruling) for clause in document.clauses if clause.ruling is not None]
    if ruled:
        yield "## Decided by ruling"
        yield "On these clauses the teams did not agree, and the decider ruled."
    for clause, ruling in ruled:
        yield f"### Ruling on {_name(clause)}"
        yield f"{escaped_line(ruling.name)} ruled: {escaped(ruling.reason)}"


def _dissent(document: Document) -> Iterator[str]:
    disputed = [clause for clause in document.clauses if clause.dissent]
    if disputed:
        yield "## Dissent on record"
    for clause in disputed:
        yield f"### Dissent on {_name(clause)}"
        for dissent in clause.dissent:
            who = f"{escaped_line(dissent.name)} ({escaped_line(dissent.team)})"
            yield f"{who} disagrees: {escaped(dissent.reason)}"


def _left_out(document: Document) -> Iterator[str]:
    if document.left_out:
        yield "## Left out"
        yield "These clauses were proposed and are not part of the definition."
    for clause in document.left_out:
        yield f"### {escaped_line(clause.name)}"
        yield escaped(clause.reason)


def signatures(signed: SignedDocument) -> Iterator[str]:
    """Who must sign, who has, and in which words."""
    yield "## Signatures"
    yield "Each signature stands for the text with the fingerprint at the head of this document."
    if signed.document.signers:
        heads = ("Who", "Signed", "In these words")
        yield table(heads, [_signature(signed, signer) for signer in signed.document.signers])


def _signature(signed: SignedDocument, signer: Signer) -> tuple[str, str, str]:
    line = signed.signature_of(signer)
    role = f"{signer.team}, decider" if signer.decider else signer.team
    who = f"{escaped_line(signer.name)}, {escaped_line(role)}"
    words = " ".join((line.statement if line else signer.statement).split())
    given = f"{escaped_line(line.typed)}, {minute(line.signed_at)}" if line else NOT_SIGNED
    return who, given, escaped_line(words)


def _name(clause: Settled) -> str:
    return escaped_line(clause.content.name)
