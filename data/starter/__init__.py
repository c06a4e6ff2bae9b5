"""Starter files: the classic scorecard, problems and a glossary to begin with, as editable JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from definitions.contents import Content
from definitions.criteria import Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.own_words import Question
from definitions.problems import Problem
from definitions.threshold import Threshold

FOLDER = Path(__file__).parent


def classic_scorecard() -> tuple[Content, ...]:
    """The classic example: its criteria in order, its threshold, and the handoff's defaults."""
    file = json.loads((FOLDER / "classic_scorecard.json").read_text(encoding="utf-8"))
    criteria = tuple(Criterion.model_validate_json(json.dumps(entry)) for entry in file["criteria"])
    threshold = Threshold.model_validate(file["threshold"])
    return (*criteria, threshold, Handoff.model_validate(file["handoff"]))


def usual_handoff() -> Handoff:
    """A handoff with stages, reasons and both promises; some reasons name the classic scorecard's clauses."""
    file = json.loads((FOLDER / "handoff.json").read_text(encoding="utf-8"))
    return Handoff.model_validate_json(json.dumps(file["handoff"]))


def problems() -> tuple[Problem, ...]:
    """Made-up business problems that many companies have, to be replaced by one's own."""
    file = json.loads((FOLDER / "problems.json").read_text(encoding="utf-8"))
    return tuple(Problem.model_validate(entry) for entry in file["problems"])


def terms() -> tuple[Term, ...]:
    """The starter glossary, in the order of a lead's life."""
    file = json.loads((FOLDER / "terms.json").read_text(encoding="utf-8"))
    return tuple(Term.model_validate_json(json.dumps(entry)) for entry in file["terms"])


def own_words_terms() -> tuple[str, ...]:
    """The terms that people are asked about, beside the qualified lead, unless others are chosen."""
    return tuple(_own_words()["terms"])


def own_words_questions(chosen: Iterable[str] | None = None) -> tuple[Question, ...]:
    """What everybody is asked: what a qualified lead is, what chosen terms mean, and the self-review."""
    file = _own_words()
    asked = own_words_terms() if chosen is None else tuple(chosen)
    terms = [
        Question(id=f"term-{number}", term=term, text=f"What does “{term}” mean to you?")
        for number, term in enumerate(asked, start=1)
    ]
    review = [Question.model_validate(entry) for entry in file["review"]]
    return (Question.model_validate(file["first"]), *terms, *review)


def _own_words() -> dict[str, Any]:
    file: dict[str, Any] = json.loads((FOLDER / "own_words.json").read_text(encoding="utf-8"))
    return file
