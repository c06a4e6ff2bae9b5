"""The day of the next review: the same day some months later, or the last of a short month."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from definitions.review_date import months_after


@pytest.mark.parametrize(
    ("moment", "months", "later"),
    [
        ((2026, 3, 2), 6, (2026, 9, 2)),
        ((2026, 8, 31), 6, (2027, 2, 28)),
        ((2027, 8, 31), 6, (2028, 2, 29)),
        ((2026, 12, 31), 12, (2027, 12, 31)),
        ((2026, 10, 31), 1, (2026, 11, 30)),
        ((2026, 11, 5), 1, (2026, 12, 5)),
        ((2026, 1, 31), 60, (2031, 1, 31)),
    ],
)
def test_months_are_those_of_the_calendar(
    moment: tuple[int, int, int], months: int, later: tuple[int, int, int]
) -> None:
    assert months_after(datetime(*moment, 9, 30, tzinfo=UTC), months) == datetime(*later, 9, 30, tzinfo=UTC)
