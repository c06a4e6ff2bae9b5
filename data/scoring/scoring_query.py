"""The query that scores every lead of a table: its columns as they are, then points, gates and receipt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from sqlglot import exp

from data.lead_table import LEADS
from data.mapped_readings import mapped_answers
from data.profile_query import answer_name
from data.publishing.sql import verdict
from data.quick_sql import quick
from data.reading import Question, Reading
from data.scoring.receipts import BETWEEN, pieces
from data.sql_texts import integer
from definitions.criteria import Criterion
from definitions.mapping import Mapping
from definitions.scorecard import Scorecard

POINTS, GATES, RECEIPT, VERDICT = "points", "gates_passed", "receipt", "verdict"


def readings_of(mapping: Mapping, criteria: Sequence[Criterion]) -> tuple[Reading, ...]:
    """How each criterion is read; one that the mapping does not name is not answered."""
    asked = (Question(criterion.name, criterion.labels) for criterion in criteria)
    return tuple(mapped_answers(mapping, each) or Reading(each.name, each.labels) for each in asked)


def answered(read: Sequence[Reading], columns: Iterable[str]) -> exp.Select:
    """Each lead's columns, and the places of its answers: a00, a01, ...; -1 where it has none."""
    places = (each.index.as_(answer_name(number)) for number, each in enumerate(read))
    inner = exp.select(*map(_named, columns), *places).from_(LEADS)
    return quick(inner, ())


def scored(read: Sequence[Reading], card: Scorecard, columns: Sequence[str]) -> exp.Select:
    """Each lead's columns, its points, its verdict and its receipt, by the definition's own rules."""
    kept = [_named(column) for column in columns]
    results = (_points(card).as_(POINTS), _passes(card).as_(GATES), _receipt(card).as_(RECEIPT))
    inner = exp.select(*kept, *results).from_(answered(read, columns).subquery("answered"))
    said = verdict(card.threshold, POINTS, GATES).as_(VERDICT)
    return exp.select(*kept, said, POINTS, RECEIPT).from_(inner.subquery("counted"))


def verdicts(read: Sequence[Reading], card: Scorecard) -> exp.Select:
    """How many leads there are of each verdict."""
    found = scored(read, card, ()).subquery("scored")
    return exp.select(VERDICT, exp.Count(this=exp.Star()).as_("leads")).from_(found).group_by(VERDICT)


def _named(column: str) -> exp.Expr:
    return exp.column(column, quoted=True)


def _points(card: Scorecard) -> exp.Expr:
    worth = [[0, *(answer.points for answer in criterion.answers)] for criterion in card.criteria]
    each = (_looked_up(number, map(integer, points)) for number, points in enumerate(worth))
    return reduce(lambda one, other: exp.Add(this=one, expression=other), each, integer(0))


def _passes(card: Scorecard) -> exp.Expr:
    """1 where every gate is passed, else 0."""
    gated = [(n, c, c.labels.index(c.gate)) for n, c in enumerate(card.criteria) if c.gate is not None]
    if not gated:
        return integer(1)
    within = (exp.column(answer_name(n)).between(integer(0), integer(last)) for n, _, last in gated)
    return exp.Case().when(exp.and_(*within), integer(1)).else_(integer(0))


def _receipt(card: Scorecard) -> exp.Expr:
    parts: list[exp.Expr] = []
    for number, criterion in enumerate(card.criteria):
        before = BETWEEN if number else ""
        said = (exp.Literal.string(f"{before}{piece}") for piece in pieces(criterion))
        parts.append(_looked_up(number, said))
    return reduce(lambda one, other: exp.DPipe(this=one, expression=other), parts)


def _looked_up(number: int, values: Iterable[exp.Expr]) -> exp.Expr:
    """What belongs to the place of a criterion's answer; the first value belongs to none."""
    place = exp.column(answer_name(number))
    case = exp.Case(this=place)
    none, *others = values
    for at, value in enumerate(others):
        case = case.when(integer(at), value, copy=False)
    return case.else_(none, copy=False)
