"""Starter files: the classic scorecard and a glossary to begin with, as editable JSON."""

from __future__ import annotations

import json
from pathlib import Path

from definitions.contents import Content
from definitions.criteria import Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.threshold import Threshold

FOLDER = Path(__file__).parent


def classic_scorecard() -> tuple[Content, ...]:
    """The classic example: its criteria in order, its threshold, and the handoff's defaults."""
    file = json.loads((FOLDER / "classic_scorecard.json").read_text(encoding="utf-8"))
    criteria = tuple(Criterion.model_validate_json(json.dumps(entry)) for entry in file["criteria"])
    threshold = Threshold.model_validate(file["threshold"])
    return (*criteria, threshold, Handoff.model_validate(file["handoff"]))


def terms() -> tuple[Term, ...]:
    """The starter glossary, in the order of a lead's life."""
    file = json.loads((FOLDER / "terms.json").read_text(encoding="utf-8"))
    return tuple(Term.model_validate_json(json.dumps(entry)) for entry in file["terms"])
