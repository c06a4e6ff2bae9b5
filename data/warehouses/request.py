"""What a warehouse is asked to count: its columns, what they mean, and by what leads are counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from data.group_readings import qualified_by_reading, source_reading
from data.mapped_readings import mapped_answers, mapped_month, mapped_outcome, mapped_revenue
from data.reading import Question, Reading, Readings
from data.readings import questions
from data.warehouses.query import sql
from data.warehouses.warehouse import Warehouse
from definitions import mapping as mappings
from definitions.criteria import Criterion
from definitions.groups import By


@dataclass(frozen=True)
class Request:
    """A count that a warehouse is asked for.

    ``headers``: c01, ... -> the column's name in the table. ``by``: what leads are counted by besides their
    answers and month. ``sources``: known spellings of sources, the most frequent first.
    """

    warehouse: Warehouse
    headers: Mapping[str, str]
    mapping: mappings.Mapping
    criteria: tuple[Criterion, ...]
    by: tuple[By, ...] = ()
    sources: Sequence[str] = field(default=())

    @cached_property
    def readings(self) -> Readings:
        """How the columns are read, without a look at the leads."""
        mapping = self.mapping
        asked = (mapped_answers(mapping, q) or _unanswered(q) for q in questions(self.criteria))
        return Readings(
            tuple(asked),
            mapped_month(mapping),
            mapped_outcome(mapping),
            mapped_revenue(mapping),
            tuple(self._group(by) for by in self.by),
        )

    @property
    def key(self) -> str:
        """What the query depends on, as one text; no secret is in it."""
        place = (self.warehouse.table, self.warehouse.dialect.value, sorted(self.headers.items()))
        asked = [(question.name, question.labels) for question in questions(self.criteria)]
        return repr((place, self.mapping.model_dump_json(), asked, self.by, tuple(self.sources)))

    @cached_property
    def sql(self) -> str:
        """The query as it will run."""
        return sql(self.readings, self.warehouse.table, self.warehouse.dialect, self.headers)

    def _group(self, by: By) -> Reading:
        if by is By.QUALIFIED_BY:
            return qualified_by_reading(self.mapping.qualified_by)
        column = self.mapping.source
        if column is None:
            return Reading(by.value)
        return source_reading(column, self.sources, self.mapping.missing_in(column), more=True)


def _unanswered(question: Question) -> Reading:
    return Reading(question.name, question.labels, is_criterion=True)
