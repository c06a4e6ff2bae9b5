"""What somebody chose about a file stays when it is read in another way."""

from __future__ import annotations

from definitions.mapping import AnswerMapping, CriterionMapping, DateMapping, Mapping, OutcomeMapping
from definitions.mapping_choices import Choices
from definitions.months import DateOrder

BEFORE = {"c01": "Budget", "c02": "Status", "c03": "When", "c04": "Old"}
NOW = {"c01": "New", "c02": "budget ", "c03": "When", "c04": "Status"}


def budget(column: str | None, *values: str) -> CriterionMapping:
    answers = (AnswerMapping(answer="Ready", values=values),)
    return CriterionMapping(criterion="Budget", column=column, answers=answers)


OFFERED = Mapping(
    criteria=(budget("c01", "yes"), CriterionMapping(criterion="Need", column="c04")),
    outcome=OutcomeMapping(column="c02", won=("won",)),
    date=DateMapping(column="c03"),
    kept=("c01", "c02", "c03", "c04"),
)
FRESH = Mapping(
    criteria=(budget("c02", "yes"), CriterionMapping(criterion="Need", column="c01")),
    outcome=OutcomeMapping(column="c04", won=("won", "Won")),
    date=DateMapping(column="c03"),
    kept=("c01", "c02", "c03", "c04"),
)


def carried(chosen: Mapping) -> Mapping:
    return Choices(BEFORE, OFFERED, chosen, OFFERED.kept).carried(FRESH, NOW)


def changed(**fields: object) -> Mapping:
    return Mapping.model_validate({**dict(OFFERED), **fields})


def test_without_a_choice_the_new_offer_stands() -> None:
    assert carried(OFFERED) == FRESH


def test_a_choice_goes_with_the_column_of_the_same_name() -> None:
    found = carried(changed(criteria=(budget("c01", "yes", "maybe"), OFFERED.criteria[1])))
    assert found.of("Budget") == budget("c02", "yes", "maybe")
    assert found.of("Need") == FRESH.of("Need")
    assert found.outcome == FRESH.outcome


def test_that_nothing_answers_is_a_choice_as_well() -> None:
    found = carried(changed(criteria=(budget(None), OFFERED.criteria[1]), outcome=None))
    assert found.of("Budget") == budget(None)
    assert found.outcome is None


def test_a_choice_about_a_column_that_is_gone_is_left() -> None:
    found = carried(changed(criteria=(budget("c04", "yes"), OFFERED.criteria[1]), revenue="c04"))
    assert found.of("Budget") == FRESH.of("Budget")
    assert found.revenue is None


def test_dates_sources_missing_values_and_insisting_stay() -> None:
    chosen = changed(
        date=DateMapping(column="c03", order=DateOrder.DAY_FIRST),
        source="c01",
        missing={"c02": ("?",), "c04": ("-",)},
        insisted=("c01", "c04"),
    )
    found = carried(chosen)
    assert found.date == DateMapping(column="c03", order=DateOrder.DAY_FIRST)
    assert (found.source, found.missing, found.insisted) == ("c02", {"c04": ("?",)}, ("c02",))


def test_columns_that_were_chosen_or_left_out_stay_so() -> None:
    offered = Mapping(kept=("c01", "c02"))
    choices = Choices(BEFORE, offered, offered, ("c01", "c03", "c04"))
    assert choices.kept_of(("c01", "c02", "c04"), NOW) == ("c01", "c02", "c03")


def test_a_later_reading_with_the_same_columns_says_all_that_an_earlier_one_said() -> None:
    earlier, same, fewer = (
        Choices(headers, OFFERED, OFFERED, ()) for headers in (BEFORE, {**BEFORE, "c05": "More"}, NOW)
    )
    assert same.covers(earlier)
    assert not fewer.covers(earlier)
