"""The definition as a document: what is signed, its canonical form and its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Self

import rfc8785
from pydantic import AwareDatetime, Field, model_validator

from definitions.contents import ONE_OF_A_KIND, Content, ContentKind
from definitions.criteria import Criterion
from definitions.enclosures import Evidence, Example, Since
from definitions.glossary import Term
from definitions.handoff import Handoff, Upkeep
from definitions.problems import Problem
from definitions.scorecard import Scorecard
from definitions.settled import Basis, Dissent, Frozen, LeftOut, Ruling, Settled
from definitions.signatures import SignatureLine, Signer, statement
from definitions.texts import ShortText, fold_name, says_nothing
from definitions.threshold import Threshold

__all__ = [
    "Basis",
    "Dissent",
    "Document",
    "LeftOut",
    "Ruling",
    "Settled",
    "SignatureLine",
    "SignedDocument",
    "Signer",
    "canonical",
    "compose",
    "lacking",
    "scorecard",
    "sha256",
    "sign",
    "statement",
]

KIND_ORDER = (
    ContentKind.CRITERION,
    ContentKind.THRESHOLD,
    ContentKind.PROBLEM,
    ContentKind.HANDOFF,
    ContentKind.TERM,
)


class Document(Frozen):
    """The definition: everything that is signed, in a fixed order.

    ``examples``, ``evidence`` and ``since`` are enclosed since they exist: what was signed without them keeps
    its fingerprint.
    """

    format: Literal["common-terms-definition/1"] = "common-terms-definition/1"
    workshop_id: str
    workshop: ShortText
    company: ShortText
    offering: ShortText
    version: int = Field(ge=1)
    clauses: tuple[Settled, ...]
    left_out: tuple[LeftOut, ...] = ()
    signers: tuple[Signer, ...] = ()
    examples: tuple[Example, ...] = Field(default=(), exclude_if=says_nothing)
    evidence: Evidence | None = Field(default=None, exclude_if=says_nothing)
    since: Since | None = Field(default=None, exclude_if=says_nothing)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for lack in lacking(clause.content for clause in self.clauses):
            raise ValueError(lack)
        kinds = [clause.content.kind for clause in self.clauses]
        if any(kinds.count(kind.value) > 1 for kind in ONE_OF_A_KIND):
            raise ValueError("there is more than one threshold or handoff")
        return self

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in the order they are asked."""
        return tuple(c.content for c in self.clauses if isinstance(c.content, Criterion))

    @property
    def threshold(self) -> Threshold:
        """The one threshold."""
        return next(c.content for c in self.clauses if isinstance(c.content, Threshold))

    @property
    def handoff(self) -> Handoff | None:
        """The handoff, where the definition has one."""
        return next((c.content for c in self.clauses if isinstance(c.content, Handoff)), None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The business problems, in the order proposed."""
        return tuple(c.content for c in self.clauses if isinstance(c.content, Problem))

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, alphabetically."""
        return tuple(c.content for c in self.clauses if isinstance(c.content, Term))

    @property
    def care(self) -> Upkeep:
        """When the definition is looked at again: as the handoff says, or else by the defaults."""
        return self.handoff.care if self.handoff is not None else Upkeep()


class SignedDocument(Frozen):
    """A document with what happened to it: its signatures, and when it was published."""

    document: Document
    sha256: str
    signatures: tuple[SignatureLine, ...] = ()
    published_at: AwareDatetime | None = None

    @property
    def intact(self) -> bool:
        """Whether the text and every signature bear the same fingerprint."""
        signed = {self.sha256, *(signature.sha256 for signature in self.signatures)}
        return signed == {sha256(self.document)}

    def signature_of(self, signer: Signer) -> SignatureLine | None:
        """The signature of somebody who must sign, once it is given."""
        return next((s for s in self.signatures if s.person_id == signer.person_id), None)


def compose(
    *,
    workshop_id: str,
    workshop: str,
    company: str,
    offering: str,
    version: int,
    settled: Iterable[Settled],
    left_out: Iterable[LeftOut] = (),
    signers: Iterable[Signer] = (),
    since: Since | None = None,
) -> Document:
    """The document: criteria as they come, threshold, handoff, terms alphabetically.

    Who signs and what is left out are sorted, so that only the substance decides the fingerprint.
    """
    return Document(
        workshop_id=workshop_id,
        workshop=workshop,
        company=company,
        offering=offering,
        version=version,
        clauses=tuple(sorted(settled, key=_place)),
        left_out=tuple(sorted(left_out, key=lambda item: (fold_name(item.name), item.name, item.reason))),
        signers=tuple(
            sorted(signers, key=lambda signer: (signer.team, fold_name(signer.name), signer.person_id))
        ),
        since=since,
    )


NEEDS = {
    ContentKind.CRITERION: "A definition needs at least one criterion.",
    ContentKind.THRESHOLD: "A definition needs a threshold.",
}


def lacking(contents: Iterable[Content]) -> tuple[str, ...]:
    """What a definition still lacks before it can be written down, in words for people."""
    kinds = {content.kind for content in contents}
    return tuple(words for kind, words in NEEDS.items() if kind not in kinds)


def canonical(document: Document) -> bytes:
    """The document's one form in bytes: JSON by RFC 8785 (sorted keys, no blanks, UTF-8)."""
    return rfc8785.dumps(document.model_dump(mode="json"))


def sha256(document: Document) -> str:
    """The document's fingerprint: SHA-256 of its canonical form, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(document)).hexdigest()


def sign(
    document: Document, signatures: Iterable[SignatureLine], published_at: datetime | None
) -> SignedDocument:
    """The document with its fingerprint, its signatures by time, and when it came into force."""
    given = tuple(sorted(signatures, key=lambda line: (line.signed_at, line.person_id)))
    return SignedDocument(
        document=document, sha256=sha256(document), signatures=given, published_at=published_at
    )


def scorecard(document: Document) -> Scorecard:
    """The scorecard that the document describes: what scores a lead is what was signed."""
    return Scorecard(document.criteria, document.threshold)


def _place(clause: Settled) -> tuple[int, str, str, str]:
    """Where a clause stands; criteria keep the order they come in."""
    kind = ContentKind(clause.content.kind)
    place = KIND_ORDER.index(kind)
    if kind is not ContentKind.TERM:
        return place, "", "", ""
    return place, fold_name(clause.content.name), clause.content.name, clause.clause_id
