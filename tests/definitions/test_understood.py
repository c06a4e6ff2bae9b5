"""What was understood of a file of leads, in sentences."""

from __future__ import annotations

from dataclasses import replace

from definitions.lead_set import LeadSet, UnknownValue
from definitions.understood import outcomes, period, understood

READ = LeadSet(
    hash="f" * 64,
    name="March",
    rows=1200,
    months=("2026-01", "2026-06"),
    won=120,
    lost=600,
    open=480,
    criteria=("Budget",),
    not_understood=(),
    not_understood_leads=0,
)


def test_rows_period_outcomes_and_matched_criteria_are_told() -> None:
    assert understood(READ, ["Budget"]) == (
        "1\u202f200 leads, January to June 2026.",
        "120 won (10\u00a0%), 600 lost (50\u00a0%) and 480 still open (40\u00a0%).",
        "Answers were found for Budget.",
    )


def test_criteria_without_a_column_are_named() -> None:
    assert "No column bears the name Role" in understood(READ, ["Budget", "Role"])[-1]


def test_values_that_mean_nothing_are_quoted_with_their_leads() -> None:
    strange = replace(READ, not_understood=(UnknownValue("Budget", "perhaps", 7),), not_understood_leads=7)
    assert understood(strange, ["Budget"])[-1] == (
        "Not understood, and counted as not answered: “perhaps” in Budget (7)."
    )


def test_unknown_months_and_outcomes_are_said_to_be_unknown() -> None:
    bare = replace(READ, months=(), won=0, lost=0, open=1200)
    assert understood(bare, ["Budget"])[:2] == (
        "1\u202f200 leads, no month known.",
        "No outcome is known yet.",
    )


def test_a_period_names_the_year_twice_only_if_it_must() -> None:
    assert period(("2025-11", "2026-01")) == "November 2025 to January 2026"
    assert period(("2026-01", "2026-01")) == "January 2026"
    assert period(()) == ""


def test_outcomes_are_shares_of_all_leads() -> None:
    assert outcomes(1, 1, 2) == "1 won (25\u00a0%), 1 lost (25\u00a0%) and 2 still open (50\u00a0%)."
