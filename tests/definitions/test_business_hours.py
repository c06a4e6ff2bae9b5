"""The calendar of business hours: what it takes, what it refuses, and whose holidays it knows."""

from __future__ import annotations

from datetime import date, time

import pytest
from pydantic import ValidationError

from definitions.business_hours import BusinessHours
from definitions.public_holidays import (
    check_place,
    countries,
    place_name,
    public_holidays,
    subdivisions,
)


def test_the_usual_calendar_is_monday_to_friday_from_nine_to_five() -> None:
    usual = BusinessHours()
    assert usual.hours_a_week == 40
    assert [usual.works_on(date(2026, 6, day)) for day in range(1, 8)] == [True] * 5 + [False] * 2


def test_a_day_that_closes_at_midnight_goes_on_until_then() -> None:
    assert BusinessHours(opens=time(22), closes=time(0)).minutes_a_day == 120
    assert BusinessHours(days=tuple(range(7)), opens=time(0), closes=time(0)).hours_a_week == 168


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"time_zone": "Europe/Atlantis"}, "there is no time zone called Europe/Atlantis"),
        ({"opens": "17:00", "closes": "09:00"}, "at least an hour after"),
        ({"opens": "09:00", "closes": "09:59"}, "at least an hour after"),
        ({"opens": "09:00:30"}, "to the minute"),
        ({"opens": "09:00+02:00"}, "to the minute"),
        ({"days": (1, 0)}, "once, in order"),
        ({"days": (1, 1)}, "once, in order"),
        ({"days": ()}, "days"),
        ({"closed": ("2026-01-02", "2026-01-02")}, "each closed day can be named once"),
        ({"subdivision": "BY"}, "a part of a country needs its country"),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        BusinessHours.model_validate(wrong)


def test_public_holidays_of_the_place_and_closed_days_are_no_work() -> None:
    bavaria = BusinessHours(country="DE", subdivision="BY", closed=(date(2026, 8, 3),))
    assert not bavaria.works_on(date(2026, 10, 3))
    assert not bavaria.works_on(date(2026, 1, 6)), "Epiphany is a holiday in Bavaria"
    assert BusinessHours(country="DE").works_on(date(2026, 1, 6)), "and not in all of Germany"
    assert not bavaria.works_on(date(2026, 8, 3))


def test_a_place_that_nobody_knows_any_more_can_still_be_read_and_counted_by() -> None:
    gone = BusinessHours.model_validate({"country": "DE", "subdivision": "TX"})
    assert not gone.works_on(date(2025, 10, 3))
    assert gone.works_on(date(2025, 10, 2))
    assert BusinessHours(country="XX").works_on(date(2026, 12, 25))
    assert place_name("XX") == "XX"
    assert place_name("DE", "TX") == "TX (Germany)"


def test_a_holiday_observed_in_the_year_before_is_one() -> None:
    assert date(2021, 12, 31) in public_holidays("US", "", 2021)


def test_every_country_and_part_has_a_name_and_a_calendar() -> None:
    assert {code for code in countries() if len(code) != 2 or not code.isupper()} == set()
    for country, name in countries().items():
        assert name[0].isupper()
        for part in subdivisions(country):
            check_place(country, part)


def test_places_are_named_as_they_stand_in_a_sentence() -> None:
    assert place_name("DE") == "Germany"
    assert place_name("DE", "BY") == "Bayern (Germany)"
    assert [place_name(code) for code in ("US", "NL", "DO")] == [
        "the United States",
        "the Netherlands",
        "the Dominican Republic",
    ]


def test_without_a_country_there_are_no_public_holidays() -> None:
    assert public_holidays("", "", 2026) == frozenset()
