"""What is known of a set of leads, in pieces of sentences."""

from __future__ import annotations

from definitions.understood import outcome_rate, outcomes, period


def test_a_period_names_the_year_twice_only_if_it_must() -> None:
    assert period(("2025-11", "2026-01")) == "November 2025 to January 2026"
    assert period(("2026-01", "2026-01")) == "January 2026"
    assert period(()) == ""


def test_outcomes_are_shares_of_all_leads() -> None:
    assert outcomes(1, 1, 2) == "1 won (25\u00a0%), 1 lost (25\u00a0%) and 2 still open (50\u00a0%)."


def test_the_rate_is_of_decided_leads_and_has_its_interval() -> None:
    assert outcome_rate(120, 600, 480) == (
        "120 won, 600 lost and 480 still open; of those decided 17\u00a0% were won (14 to 20\u00a0%)."
    )


def test_without_any_decided_lead_no_rate_is_made_up() -> None:
    assert outcome_rate(0, 0, 7) == outcomes(0, 0, 7) == "No outcome is known yet."


def test_an_interval_too_narrow_for_whole_percents_has_a_decimal() -> None:
    assert "4.0\u00a0% were won (3.7 to 4.3\u00a0%)." in outcome_rate(603, 14_397, 0)
