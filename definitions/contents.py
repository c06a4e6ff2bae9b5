"""What a clause can say: a criterion, a problem, a glossary term, the threshold or the handoff."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from definitions.criteria import Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.problems import Problem
from definitions.threshold import Threshold

Content = Annotated[Criterion | Problem | Term | Threshold | Handoff, Field(discriminator="kind")]
"""The substance of one clause."""


class ContentKind(StrEnum):
    """The kinds of clauses, as they are told apart in the record."""

    CRITERION = "criterion"
    THRESHOLD = "threshold"
    HANDOFF = "handoff"
    PROBLEM = "problem"
    TERM = "term"


ONE_OF_A_KIND = frozenset({ContentKind.THRESHOLD, ContentKind.HANDOFF})
"""A definition has at most one clause of each of these kinds."""
