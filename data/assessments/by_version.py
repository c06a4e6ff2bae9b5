"""The version of the definition by which a lead was assessed, and the receipt as by that version."""

from __future__ import annotations

from alignment.composing import frozen_document
from alignment.workshop import Workshop
from data.assessments.assessment import Assessment
from definitions.document import Document, scorecard
from definitions.scorecard import Receipt, Scorecard, score


def text_of(workshop: Workshop, sha256: str) -> Document | None:
    """The published text with a fingerprint; ``None`` if this workshop has none such."""
    found = (version for version in workshop.published if version.draft.sha256 == sha256)
    version = next(found, None)
    return frozen_document(version.draft) if version is not None else None


def receipt_of(workshop: Workshop, assessment: Assessment) -> tuple[Scorecard, Receipt] | None:
    """The scorecard an assessment was made by, and its receipt; ``None`` if that version is not known."""
    text = text_of(workshop, assessment.sha256)
    if text is None:
        return None
    card = scorecard(text)
    return card, score(card, assessment.answers)
