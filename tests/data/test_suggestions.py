"""The first mapping of a file: what is found by likeness of names and values, and what is left alone."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from random import Random

import pytest

from data.adding_leads import add_csv
from data.answer_suggestions import alike, suggest_answers
from data.importing.understood import Understood
from data.keeping import keep
from data.profiles import profiles
from data.samples import sample_leads
from data.starter import classic_scorecard
from data.suggestions import suggest
from definitions.criteria import Answer, Criterion
from definitions.mapping import Mapping
from definitions.months import DateOrder
from definitions.numbers import DecimalMark
from tests.data.uploads import column, upload

CRITERIA = tuple(c for c in classic_scorecard() if isinstance(c, Criterion))
ROWS = 60


@pytest.fixture
def foreign(tmp_path: Path) -> Understood:
    """An export in which nothing is called as the criteria call it."""
    pick = Random(3).choice
    columns = {
        "Opportunity_ID": [f"00{n}" for n in range(ROWS)],
        "CreatedDate": [f"{n % 28 + 1}/{n % 12 + 1}/2025" for n in range(ROWS)],
        "LeadSource": [pick(["Web", "Fair", "Referral"]) for _ in range(ROWS)],
        "BUDGET_STATUS": [pick(["READY", "being-formulated", "none"]) for _ in range(ROWS)],
        "Decision Authority": [pick(["High", "Medium", "Low", "Unknown"]) for _ in range(ROWS)],
        "Deal size": [pick(["60000", "50", "2000", "999"]) for _ in range(ROWS)],
        "Weather": [pick(["sun", "rain"]) for _ in range(ROWS)],
        "Won amount": [pick(["10", "20", ""]) for _ in range(ROWS)],
        "Result": [pick(["Closed Won", "Closed Lost", "In progress", ""]) for _ in range(ROWS)],
    }
    return upload(tmp_path, columns)


def headers(understood: Understood, mapping: Mapping) -> dict[str, str | None]:
    names = {column.name: column.header for column in understood.columns}
    return {mapped.criterion: names.get(mapped.column or "") for mapped in mapping.criteria}


def test_criteria_find_their_columns_under_other_names(foreign: Understood) -> None:
    assert headers(foreign, suggest(foreign, CRITERIA)) == {
        "Budget": "BUDGET_STATUS",
        "Role": "Decision Authority",
        "Need": None,
        "Timing": None,
        "Size": "Deal size",
    }


def test_answers_find_their_values_levels_and_ranges(foreign: Understood) -> None:
    mapping = suggest(foreign, CRITERIA)
    budget, role, size = (mapping.of(name) for name in ("Budget", "Role", "Size"))
    assert budget is not None
    assert role is not None
    assert size is not None
    assert [answer.values for answer in budget.answers] == [("READY",), ("being-formulated",), ("none",)]
    assert [answer.values for answer in role.answers] == [("High",), ("Medium",), ("Low",)]
    assert [(r.at_least, r.below) for answer in size.answers for r in answer.ranges] == [
        (50_000, None),
        (None, 100),
    ]
    assert mapping.missing == {"c05": ("Unknown",), "c06": ("999",)}


def test_the_outcome_date_source_revenue_and_id_are_found(foreign: Understood) -> None:
    mapping = suggest(foreign, CRITERIA)
    assert mapping.outcome is not None
    assert mapping.outcome.column == "c09"
    assert (mapping.outcome.won, mapping.outcome.lost) == (("Closed Won",), ("Closed Lost",))
    assert mapping.outcome.open == ("In progress",)
    assert mapping.date is not None
    assert (mapping.date.column, mapping.date.order) == ("c02", DateOrder.DAY_FIRST)
    assert (mapping.source, mapping.revenue, mapping.lead) == ("c03", "c08", "c01")


def test_what_is_about_persons_is_left_out(tmp_path: Path) -> None:
    understood = upload(tmp_path, {"Budget": ["Ready"] * 3, "Contact": ["Ann", "Bob", "Cy"]})
    first, second = understood.columns
    personal = second.model_copy(update={"personal": "looks like names"})
    mapping = suggest(understood.model_copy(update={"columns": (first, personal)}), CRITERIA)
    assert mapping.kept == ("c01",)


def test_yes_and_no_without_a_telling_name_are_no_outcome(tmp_path: Path) -> None:
    columns = {"Has a loan": ["yes", "no"] * 30, "Default": ["no", "yes"] * 30}
    assert suggest(upload(tmp_path, columns), CRITERIA).outcome is None
    named = suggest(upload(tmp_path, {**columns, "Converted": ["1", "0"] * 30}), CRITERIA)
    assert named.outcome is not None
    assert (named.outcome.column, named.outcome.won, named.outcome.lost) == ("c03", ("1",), ("0",))


def test_the_sample_leads_are_suggested_whole_and_read_as_by_their_columns_names(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(sample_leads().decode())))
    understood = upload(tmp_path / "work", {name: [row[name] for row in rows] for name in rows[0]})
    mapped = keep(understood, suggest(understood, CRITERIA), tmp_path / "leads")
    named = add_csv(tmp_path / "leads", sample_leads(), CRITERIA)
    one, other = (profiles(tmp_path / "leads", kept.hash, CRITERIA) for kept in (mapped, named))
    assert (one.answers == other.answers).all()
    for counts in ("month", "leads", "won", "lost", "revenue"):
        assert (getattr(one, counts) == getattr(other, counts)).all()
    assert (mapped.months, mapped.not_understood_leads) == (named.months, 0)


@pytest.mark.parametrize(
    ("label", "value", "same"),
    [
        ("Decision maker", "decision-maker", True),
        ("Being formulated", "formulated, being", True),
        ("Clear", "Not clear", False),
        ("Not clear", "unclear", False),
        ("None", "none", True),
        ("Ready", "Red", False),
    ],
)
def test_a_denial_is_never_taken_for_what_it_denies(label: str, value: str, same: bool) -> None:
    assert (alike(label, value) >= 82) is same


def test_ranges_are_in_the_column_s_unit_of_time_and_whole_numbers_run_on() -> None:
    timing = Criterion(
        name="Timing",
        question="?",
        answers=(Answer(label="Under 6 months", points=5), Answer(label="6 months or more", points=1)),
    )
    years = suggest_answers(timing, column("c01", "Years to purchase", ["0.25", "2"]), DecimalMark.POINT)
    assert [(r.at_least, r.below) for a in years.answers for r in a.ranges] == [(None, 0.5), (0.5, None)]
    people = Criterion(
        name="People",
        question="?",
        answers=(Answer(label="10 to 49", points=5), Answer(label="50 to 99", points=1)),
    )
    seats = suggest_answers(people, column("c01", "People", ["12", "70"]), DecimalMark.POINT)
    assert seats.answers[0].ranges[0].below == seats.answers[1].ranges[0].at_least == 50


def criterion(name: str, *labels: str) -> Criterion:
    answers = tuple(Answer(label=label, points=5 - n) for n, label in enumerate(labels))
    return Criterion(name=name, question="?", answers=answers)


def suggested(work: Path, asked: Criterion, **columns: list[str]) -> str | None:
    """The name of the column that is suggested for a criterion."""
    understood = upload(work, columns)
    return headers(understood, suggest(understood, [asked]))[asked.name]


RATES = [str(n % 9) for n in range(60)]
YES_NO = ["yes", "no"] * 30


@pytest.mark.parametrize(
    ("asked", "header", "values"),
    [
        (criterion("Duration", "Under 6 months", "6 to 12 months", "Over a year"), "euribor3m", RATES),
        (criterion("Timeline", "Within 3 months", "3 to 12 months"), "euribor3m", RATES),
        (criterion("Company size", "1,000 or more", "50 to 999", "Under 50"), "campaign", ["1", "60"] * 30),
        (criterion("Approved project", "Yes", "No"), "Do not e-mail", YES_NO),
        (criterion("Approved project", "Yes", "No"), "Purchasing dept", YES_NO),
        (criterion("Company size", "1,000 or more", "50 to 999", "Under 50"), "has company", YES_NO),
        (criterion("Competition", "None", "One rival", "Several rivals"), "Competitors", YES_NO),
        (criterion("Role", "Decision maker", "Recommender", "Influencer"), "Authority", YES_NO),
        (
            criterion("Age of the company", "Over 10 years", "Under 10 years"),
            "age",
            [str(20 + n) for n in range(60)],
        ),
        (criterion("Size", "50,000 or more", "Under 100"), "Scope", [str(1_000 + n) for n in range(60)]),
    ],
)
def test_a_column_about_something_else_is_not_suggested(
    tmp_path: Path, asked: Criterion, header: str, values: list[str]
) -> None:
    assert suggested(tmp_path, asked, **{header: values}) is None


@pytest.mark.parametrize(
    ("asked", "header", "values"),
    [
        (criterion("Timeline", "Within 3 months", "3 to 12 months"), "Timing", ["1", "5", "9"] * 20),
        (criterion("Company size", "1,000 or more", "50 to 999", "Under 50"), "Comp_size", ["Big", "Small"]),
        (criterion("Approved project", "Yes", "No"), "Project approved", YES_NO),
        (criterion("Budget", "Ready", "Being formulated", "None"), "Budgt_alloc", YES_NO),
        (criterion("How did they find us", "Referral", "Event", "Web"), "Source", ["Referral", "Fair"] * 9),
        (criterion("Role", "Decision maker", "Recommender"), "Q7", ["Decision maker", "Recommender"] * 9),
        (criterion("Employees", "1,000 or more", "Under 1,000"), "No. of employees", ["20", "4000"] * 9),
    ],
)
def test_a_column_about_the_same_is_suggested_whatever_it_is_called(
    tmp_path: Path, asked: Criterion, header: str, values: list[str]
) -> None:
    assert suggested(tmp_path, asked, **{header: values}) == header


def test_the_day_a_lead_came_is_preferred_to_the_day_it_was_closed(tmp_path: Path) -> None:
    days = [f"2017-03-{n % 28 + 1:02}" for n in range(ROWS)]
    understood = upload(tmp_path, {"close_date": days, "engage_date": days, "close_value": ["5", "9"] * 30})
    mapping = suggest(understood, [])
    assert mapping.date is not None
    assert (mapping.date.column, mapping.revenue) == ("c02", "c03")
