"""Which fields each kind of clause has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from definitions.contents import Content, ContentKind
from pages.draft import criterion_fields, handoff_fields, problem_fields, term_fields, threshold_fields


@dataclass(frozen=True)
class Fields:
    """How a kind of clause is typed: put a wording in (``None``: a blank one), show the fields, read them."""

    fill: Callable[[str, Any], None]
    ask: Callable[[str], None]
    read: Callable[[str], Content]


FIELDS: dict[ContentKind, Fields] = {
    ContentKind.CRITERION: Fields(criterion_fields.fill, criterion_fields.ask, criterion_fields.read),
    ContentKind.THRESHOLD: Fields(threshold_fields.fill, threshold_fields.ask, threshold_fields.read),
    ContentKind.HANDOFF: Fields(handoff_fields.fill, handoff_fields.ask, handoff_fields.read),
    ContentKind.PROBLEM: Fields(problem_fields.fill, problem_fields.ask, problem_fields.read),
    ContentKind.TERM: Fields(term_fields.fill, term_fields.ask, term_fields.read),
}
