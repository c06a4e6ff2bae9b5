"""What the definition says, in Markdown: must-haves, scorecard, threshold, handoff, glossary."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.escaping import escaped, escaped_line, plain
from data.publishing.tables import table
from definitions.criteria import Criterion
from definitions.document import Document, scorecard
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.phrases import counted, listed, number, points
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from definitions.wording import (
    answered_by_sentence,
    definition_paragraph,
    gate_requirement,
    gate_sentence,
    handoff_sentence,
    numbers_sentence,
    nurture_span,
    threshold_sentence,
)

UNANSWERED = "A question without an answer gives no points and meets no must-have."


def blocks(document: Document) -> Iterator[str]:
    """The substance of the definition, section by section."""
    card = scorecard(document)
    yield "## In short"
    yield plain(definition_paragraph(card))
    yield from _must_haves(card)
    yield from _scorecard(card)
    yield from _threshold(card)
    if document.handoff is not None:
        yield from _handoff(document.handoff)
    yield from _glossary(document.terms)


def _must_haves(card: Scorecard) -> Iterator[str]:
    gated = [criterion for criterion in card.criteria if criterion.gate is not None]
    if not gated:
        return
    yield "## What every lead must have"
    yield "Whatever its points, a lead that misses one of these is not qualified."
    yield table(("Question", "At least"), [(escaped_line(c.name), plain(gate_requirement(c))) for c in gated])


def _scorecard(card: Scorecard) -> Iterator[str]:
    yield "## Scorecard"
    asked = counted(len(card.criteria), "question").capitalize()
    yield f"{asked}, {points(card.highest)} at most. {UNANSWERED}"
    for criterion in card.criteria:
        yield from _criterion(criterion)


def _criterion(criterion: Criterion) -> Iterator[str]:
    yield f"### {escaped_line(criterion.name)}"
    yield escaped(criterion.question)
    yield table(
        ("Answer", "Points"), [(escaped_line(a.label), number(a.points)) for a in criterion.answers], [1]
    )
    sentences = (
        answered_by_sentence(criterion.answered_by),
        numbers_sentence(criterion),
        gate_sentence(criterion),
    )
    yield plain(" ".join(filter(None, sentences)))
    if criterion.why:
        yield f"Why it matters: {escaped(criterion.why)}"


def _threshold(card: Scorecard) -> Iterator[str]:
    yield "## Threshold"
    yield plain(threshold_sentence(card.threshold))
    yield table(("Points", "Verdict", "What happens"), _bands(card.threshold))


def _bands(threshold: Threshold) -> Iterator[tuple[str, str, str]]:
    """The bands of points, highest first."""
    nurture_from = threshold.nurture_from
    yield (
        f"{number(threshold.qualified_from)} or more",
        "Qualified",
        "Goes to sales, if it has every must-have",
    )
    if nurture_from is not None:
        span = nurture_span(nurture_from, threshold.qualified_from)
        yield span.rsplit(" ", 1)[0], "Nurture", "Stays with marketing until it is ready"
    lowest = threshold.qualified_from if nurture_from is None else nurture_from
    yield f"Fewer than {number(lowest)}", "Not qualified", "Not a lead for us"


def _handoff(handoff: Handoff) -> Iterator[str]:
    yield "## Handoff"
    yield handoff_sentence(handoff)


def _glossary(terms: tuple[Term, ...]) -> Iterator[str]:
    if terms:
        yield "## Glossary"
    for term in terms:
        yield f"### {escaped_line(term.name)}"
        yield escaped(term.definition)
        if term.synonyms:
            yield f"Also called {listed([escaped_line(synonym) for synonym in term.synonyms])}."
