"""The handoff in Markdown: who has a lead when, and what both sides promise."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.escaping import escaped_line
from data.publishing.prose import Prose
from data.publishing.tables import table
from definitions.document import Document
from definitions.handoff import Handoff
from definitions.handoffs.wording import (
    REASON_HEADINGS,
    STAGE_HEADINGS,
    clock_sentence,
    handoff_sentence,
    promises,
    reason_rows,
    stage_rows,
)

NOTHING = "–"


def handover(document: Document) -> Iterator[str]:
    """The handoff, where the definition has one: in a paragraph if it is short, or else part by part."""
    handoff = document.handoff
    if handoff is None:
        return
    say = Prose(document.terms)
    yield "## Handoff"
    if _short(handoff):
        yield say.sentence(handoff_sentence(handoff))
        return
    if handoff.business_hours is not None:
        yield say.sentence(clock_sentence(handoff))
    yield from _promised(handoff, say)
    yield from _rows("Stages of a lead", STAGE_HEADINGS, stage_rows(handoff))
    yield from _rows("Reasons for which sales may reject a lead", REASON_HEADINGS, reason_rows(handoff))


def _short(handoff: Handoff) -> bool:
    """Whether the two clocks and the target are all, or almost all, that it says."""
    return not (
        handoff.stages or handoff.reject_reasons or handoff.supply or handoff.trigger or handoff.nurture
    )


def _promised(handoff: Handoff, say: Prose) -> Iterator[str]:
    """The promise of either side, a point each."""
    for side, sentences in promises(handoff)._asdict().items():
        if sentences:
            yield f"### What {side} promises"
            yield "\n".join(f"- {say.sentence(sentence)}" for sentence in sentences)


def _rows(head: str, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    if rows:
        yield f"### {head}"
        yield table(headings, [[_cell(text) for text in row] for row in rows])


def _cell(text: str) -> str:
    return escaped_line(" ".join(text.split())) or NOTHING
