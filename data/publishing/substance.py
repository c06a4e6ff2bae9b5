"""What a qualified lead is, in Markdown: in short, must-haves, scorecard, threshold."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.escaping import escaped_line, plain
from data.publishing.prose import Prose
from data.publishing.tables import table
from definitions.criteria import Criterion
from definitions.document import Document, scorecard
from definitions.glossary import Term
from definitions.phrases import counted, number, points
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold
from definitions.wording import (
    answered_by_sentence,
    definition_paragraph,
    gate_requirement,
    gate_sentence,
    numbers_sentence,
    nurture_span,
    problems_asked_sentence,
    threshold_sentence,
)

UNANSWERED = "A question without an answer gives no points and meets no must-have."


def blocks(document: Document) -> Iterator[str]:
    """By what a lead is judged, section by section."""
    card = scorecard(document)
    yield "## In short"
    yield Prose(document.terms).sentence(definition_paragraph(card))
    yield from _must_haves(card)
    yield from _scorecard(card, document.terms)
    yield from _threshold(card, document.terms)


def _must_haves(card: Scorecard) -> Iterator[str]:
    gated = [criterion for criterion in card.criteria if criterion.gate is not None]
    if not gated:
        return
    yield "## What every lead must have"
    yield "Whatever its points, a lead that misses one of these is not qualified."
    yield table(("Question", "At least"), [(escaped_line(c.name), plain(gate_requirement(c))) for c in gated])


def _scorecard(card: Scorecard, terms: tuple[Term, ...]) -> Iterator[str]:
    say = Prose(terms)
    yield "## Scorecard"
    asked = counted(len(card.criteria), "question").capitalize()
    yield f"{asked}, {points(card.highest)} at most. {UNANSWERED}"
    for criterion in card.criteria:
        yield from _criterion(criterion, say)


def _criterion(criterion: Criterion, say: Prose) -> Iterator[str]:
    yield f"### {escaped_line(criterion.name)}"
    yield say.text(criterion.question)
    yield table(
        ("Answer", "Points"), [(escaped_line(a.label), number(a.points)) for a in criterion.answers], [1]
    )
    sentences = (
        answered_by_sentence(criterion.answered_by),
        problems_asked_sentence(criterion),
        numbers_sentence(criterion),
        gate_sentence(criterion),
    )
    yield plain(" ".join(filter(None, sentences)))
    if criterion.why:
        yield f"Why it matters: {say.text(criterion.why)}"


def _threshold(card: Scorecard, terms: tuple[Term, ...]) -> Iterator[str]:
    yield "## Threshold"
    yield Prose(terms).sentence(threshold_sentence(card.threshold))
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
