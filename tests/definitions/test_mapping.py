"""Mappings: what they refuse to mean, and how ranges, numbers and months are read."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, OutcomeMapping
from definitions.months import DateOrder, read_month
from definitions.numbers import DecimalMark, read_number
from definitions.ranges import Range


def answer(label: str, *values: str) -> AnswerMapping:
    return AnswerMapping(answer=label, values=values)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (CriterionMapping, {"criterion": "A", "answers": (answer("x", "1"), answer("y", "1"))}),
        (CriterionMapping, {"criterion": "A", "answers": (answer("x"), answer("X"))}),
        (OutcomeMapping, {"column": "c01", "won": ("yes",), "lost": ("yes",)}),
        (Mapping, {"criteria": (CriterionMapping(criterion="A"), CriterionMapping(criterion="a"))}),
        (Mapping, {"criteria": (CriterionMapping(criterion="A", column="c01"),), "kept": ()}),
        (Mapping, {"revenue": "price; DROP TABLE leads", "kept": ("c01",)}),
        (Range, {"at_least": 5, "below": 5}),
        (Range, {"at_least": float("nan")}),
    ],
)
def test_a_mapping_that_means_two_things_is_none(kind: type, fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        kind(**fields)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1,234.5", 1234.5, None),
        ("1.234,5", None, 1234.5),
        ("1.234", 1.234, 1234.0),
        ("1 234", 1234.0, 1234.0),
        ("1'234", 1234.0, 1234.0),
        ("1\u2019234.5", 1234.5, None),
        ("1\u2009234,5", None, 1234.5),
        ("1''234", None, None),
        ("12,34", None, 12.34),
        (" -5 ", -5.0, -5.0),
        ("5\n", None, None),
        ("1e5", None, None),
        ("€5", None, None),
        ("(3)", None, None),
        ("５", None, None),
        ("9007199254740993", None, None),
        ("", None, None),
    ],
)
def test_a_number_is_read_by_its_decimal_mark_and_never_guessed(
    text: str, point: float | None, comma: float | None
) -> None:
    assert (read_number(text, DecimalMark.POINT), read_number(text, DecimalMark.COMMA)) == (point, comma)


@pytest.mark.parametrize(
    ("text", "order", "month"),
    [
        ("2026-05", DateOrder.YEAR_FIRST, "2026-05"),
        ("2026-5-31", DateOrder.YEAR_FIRST, "2026-05"),
        ("2026-05-31T10:00:00Z", DateOrder.YEAR_FIRST, "2026-05"),
        ("31.5.2026", DateOrder.DAY_FIRST, "2026-05"),
        ("5/31/2026 9:00 PM", DateOrder.MONTH_FIRST, "2026-05"),
        ("31.5.2026", DateOrder.MONTH_FIRST, None),
        ("2026-13", DateOrder.YEAR_FIRST, None),
        ("2026-05-31x", DateOrder.YEAR_FIRST, None),
        ("soon", DateOrder.DAY_FIRST, None),
        ("3 Jan 2026", DateOrder.DAY_FIRST, "2026-01"),
        ("03-Jan-26", DateOrder.DAY_FIRST, "2026-01"),
        ("3. SEPT 2026 9:05 PM", DateOrder.DAY_FIRST, "2026-09"),
        ("03DEC1999", DateOrder.DAY_FIRST, "1999-12"),
        ("January 3, 2026", DateOrder.MONTH_FIRST, "2026-01"),
        ("Jan 3, 2026", DateOrder.DAY_FIRST, None),
        ("3 Mai 2026", DateOrder.DAY_FIRST, None),
        ("3 Jan 2026 in March", DateOrder.DAY_FIRST, None),
        ("Mar-26", DateOrder.DAY_FIRST, "2026-03"),
        ("March 2026", DateOrder.MONTH_FIRST, "2026-03"),
        ("2026-Apr-01T10:00:00Z", DateOrder.YEAR_FIRST, "2026-04"),
        ("2026-05-31 10:00:00.000 +0100", DateOrder.YEAR_FIRST, "2026-05"),
        ("20260531", DateOrder.YEAR_FIRST, "2026-05"),
        ("202605", DateOrder.YEAR_FIRST, "2026-05"),
        ("31.5.26", DateOrder.DAY_FIRST, "2026-05"),
        ("5/31/69", DateOrder.MONTH_FIRST, "2069-05"),
        ("5/31/70 8:00", DateOrder.MONTH_FIRST, "1970-05"),
        ("05/2026", DateOrder.DAY_FIRST, "2026-05"),
        ("2026", DateOrder.YEAR_FIRST, None),
    ],
)
def test_a_month_is_read_in_the_order_of_the_date(text: str, order: DateOrder, month: str | None) -> None:
    assert read_month(text, order) == month


def test_an_answer_that_came_later_is_found_by_its_own_spelling() -> None:
    mapped = CriterionMapping(criterion="A", column="c01", answers=(answer("old", "yes"),))
    mapping = Mapping(criteria=(mapped,), kept=("c01",), missing={"c01": ("none",)})
    today = mapping.with_labels("a", ("Old", "new", "yes", "none"))
    assert today is not None
    assert [mapping.answer(today, {"c01": value}) for value in ("yes", "new", "none", "")] == [
        "old",
        "new",
        None,
        None,
    ]
