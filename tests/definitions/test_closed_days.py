"""Closed days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from definitions.closed_days import ClosedDays, closed_lines


@given(st.sets(st.dates(), max_size=20))
def test_days_are_read_back_from_their_lines(days: set[date]) -> None:
    assert ClosedDays(closed_days=closed_lines(sorted(days))).closed_days == tuple(sorted(days))


def test_a_line_may_hold_a_first_and_a_last_day() -> None:
    read = ClosedDays(closed_days=" 2026-12-30 to 2027-01-02 \n\n2026-12-24\n2026-12-31")
    assert read.closed_days == (
        date(2026, 12, 24),
        *(date(2026, 12, day) for day in (30, 31)),
        *(date(2027, 1, day) for day in (1, 2)),
    )


@pytest.mark.parametrize(
    "line", ["Christmas", "24.12.2026", "2026-13-01", "2026-12-24 to", "2027-01-02 to 2026-12-24", "x to y"]
)
def test_what_is_no_day_is_refused_and_named(line: str) -> None:
    with pytest.raises(ValidationError, match=f"have “{line}”"):
        ClosedDays(closed_days=line)


def test_there_are_at_most_a_hundred() -> None:
    assert len(ClosedDays(closed_days="2026-01-01 to 2026-04-10").closed_days) == 100
    for lines in ("2026-01-01 to 2026-04-11", "0001-01-01 to 9999-12-31"):
        with pytest.raises(ValidationError, match="more than 100"):
            ClosedDays(closed_days=lines)
