"""Business hours against a count of single minutes, and where clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.business_clock import business_hours_between, deadline, hours_between
from definitions.business_hours import BusinessHours

MINUTE = timedelta(minutes=1)
PLACES = [
    ("UTC", "", ""),
    ("Europe/Berlin", "DE", "BY"),
    ("America/New_York", "US", ""),
    ("Asia/Kolkata", "IN", ""),
    ("Australia/Lord_Howe", "AU", "NSW"),
    ("America/Santiago", "CL", ""),
]
BERLIN = BusinessHours(time_zone="Europe/Berlin", country="DE")
"""Monday to Friday, 9 to 17."""
STARTS = st.datetimes(datetime(2015, 1, 1), datetime(2029, 12, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


@st.composite
def calendars(draw: st.DrawFn) -> BusinessHours:
    zone, country, part = draw(st.sampled_from(PLACES))
    holidays = draw(st.booleans())
    opens = draw(st.integers(0, 23 * 60))
    closes = draw(st.integers(opens + 60, 24 * 60))
    return BusinessHours(
        time_zone=zone,
        country=country if holidays else "",
        subdivision=part if holidays else "",
        days=tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1)))),
        opens=time(opens // 60, opens % 60),
        closes=time(closes // 60 % 24, closes % 60),
        closed=tuple(sorted(draw(st.sets(st.dates(date(2015, 1, 1), date(2029, 12, 31)), max_size=3)))),
    )


def open_minutes(start: datetime, minutes: int, when: BusinessHours) -> int:
    """One minute after the other; a day's work goes from its first minute at work to its last."""
    return sum(at_work(start + minute * MINUTE, when) for minute in range(minutes))


def at_work(moment: datetime, when: BusinessHours) -> bool:
    local = moment.astimezone(when.zone)
    if not when.works_on(local.date()):
        return False
    closes = when.closes if when.closes != time(0) else time.max
    if when.opens <= local.time() < closes:
        return True
    # A clock that went back shows a time before the opening, or after the closing, in the midst of work.
    hours = [moment + side * step * MINUTE for side in (-1, 1) for step in range(1, 61)]
    shown = [other.astimezone(when.zone) for other in hours]
    inside = [other.date() == local.date() and when.opens <= other.time() < closes for other in shown]
    return any(inside[:60]) and any(inside[60:])


@settings(max_examples=60, deadline=None)
@given(calendars(), STARTS, st.integers(0, 4 * 24 * 60))
def test_business_hours_are_the_minutes_at_work(when: BusinessHours, start: datetime, minutes: int) -> None:
    counted = open_minutes(start, minutes, when)
    assert business_hours_between(start, start + minutes * MINUTE, when) == pytest.approx(counted / 60)
    assert business_hours_between(start + minutes * MINUTE, start, when) == pytest.approx(-counted / 60)


@settings(max_examples=25, deadline=None)
@given(calendars(), st.sampled_from(PLACES), st.integers(2015, 2029), st.integers(0, 3000))
def test_business_hours_are_the_minutes_at_work_where_clocks_change(
    when: BusinessHours, place: tuple[str, str, str], year: int, minutes: int
) -> None:
    when = when.model_copy(update={"days": tuple(range(7)), "country": "", "closed": ()})
    for change in changes(when.zone, year):
        start = change - timedelta(hours=20)
        counted = open_minutes(start, minutes, when)
        assert business_hours_between(start, start + minutes * MINUTE, when) == pytest.approx(counted / 60)


def changes(zone: ZoneInfo, year: int) -> list[datetime]:
    """The days of a year on which a zone's clocks change."""
    days = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(365)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    return [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


@settings(max_examples=60, deadline=None)
@given(calendars(), STARTS, st.integers(1, 240 * 60))
def test_a_deadline_is_the_first_moment_at_which_the_hours_are_over(
    when: BusinessHours, start: datetime, minutes: int
) -> None:
    due = deadline(start, minutes / 60, when)
    assert business_hours_between(start, due, when) == pytest.approx(minutes / 60)
    assert business_hours_between(start, due - timedelta(seconds=1), when) < minutes / 60


@settings(max_examples=50, deadline=None)
@given(
    calendars(), st.lists(st.tuples(STARTS, STARTS), min_size=1, max_size=20), st.sampled_from(["s", "us"])
)
def test_many_leads_have_the_hours_that_each_of_them_has(
    when: BusinessHours, pairs: list[tuple[datetime, datetime]], unit: str
) -> None:
    starts, ends = (
        np.array([moment.replace(tzinfo=None) for moment in side], dtype=f"datetime64[{unit}]")
        for side in zip(*pairs, strict=True)
    )
    each = [business_hours_between(start, end, when) for start, end in pairs]
    assert hours_between(starts, ends, when).tolist() == pytest.approx(each)


@pytest.mark.parametrize(
    ("zone", "start", "end", "hours"),
    [
        ("Europe/Berlin", "2026-03-29 00:00", "2026-03-30 00:00", 23),
        ("Europe/Berlin", "2026-10-25 00:00", "2026-10-26 00:00", 25),
        ("America/New_York", "2026-03-08 00:00", "2026-03-09 00:00", 23),
        ("America/New_York", "2026-11-01 00:00", "2026-11-02 00:00", 25),
        ("Asia/Kolkata", "2026-03-29 00:00", "2026-03-30 00:00", 24),
        ("Australia/Lord_Howe", "2026-10-04 00:00", "2026-10-05 00:00", 23.5),
        ("Australia/Lord_Howe", "2026-04-05 00:00", "2026-04-06 00:00", 24.5),
    ],
)
def test_a_day_around_the_clock_has_the_hours_that_pass(
    zone: str, start: str, end: str, hours: float
) -> None:
    when = BusinessHours(time_zone=zone, days=tuple(range(7)), opens=time(0), closes=time(0))
    first, last = (datetime.fromisoformat(text).replace(tzinfo=when.zone) for text in (start, end))
    assert business_hours_between(first, last, when) == hours


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [(time(2, 30), time(10), 7.0), (time(0), time(2, 30), 2.0), (time(2, 15), time(3, 45), 0.75)],
)
def test_a_time_that_clocks_leave_out_comes_when_they_jump(opens: time, closes: time, hours: float) -> None:
    """On 29 March 2026 Berlin's clocks go from 2:00 to 3:00."""
    when = BusinessHours(time_zone="Europe/Berlin", days=(6,), opens=opens, closes=closes)
    sunday = datetime(2026, 3, 29, tzinfo=when.zone)
    assert business_hours_between(sunday, sunday + timedelta(days=1), when) == hours


def test_a_time_that_clocks_show_twice_opens_the_first_and_closes_the_second_time() -> None:
    """On 25 October 2026 Berlin's clocks go from 3:00 back to 2:00."""
    sunday = datetime(2026, 10, 25, tzinfo=ZoneInfo("Europe/Berlin"))
    for opens, closes, hours in ((time(2, 30), time(10), 8.5), (time(0), time(2, 30), 3.5)):
        when = BusinessHours(time_zone="Europe/Berlin", days=(6,), opens=opens, closes=closes)
        assert business_hours_between(sunday, sunday + timedelta(days=1), when) == hours


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-06-01 09:00", 8, "2026-06-01 17:00"),
        ("2026-06-01 09:00", 8.5, "2026-06-02 09:30"),
        ("2026-06-05 16:00", 2, "2026-06-08 10:00"),
        ("2026-06-06 12:00", 1, "2026-06-08 10:00"),
        ("2026-12-23 12:00", 24, "2026-12-29 12:00"),
        ("2026-03-27 16:00", 2, "2026-03-30 10:00"),
        ("2026-06-06 12:00", 0, "2026-06-06 12:00"),
    ],
)
def test_a_deadline_by_the_calendar_of_berlin(start: str, hours: float, due: str) -> None:
    begin = datetime.fromisoformat(start).replace(tzinfo=BERLIN.zone)
    assert f"{deadline(begin, hours, BERLIN):%Y-%m-%d %H:%M}" == due


def test_a_deadline_is_told_in_the_time_zone_of_its_start() -> None:
    due = deadline(datetime(2026, 6, 1, 7, 0, tzinfo=UTC), 8, BERLIN)
    assert (due, due.tzinfo) == (datetime(2026, 6, 1, 15, 0, tzinfo=UTC), UTC)


def test_a_day_that_a_country_left_out_has_no_hours() -> None:
    """Samoa crossed the date line: there was no 30 December 2011."""
    when = BusinessHours(time_zone="Pacific/Apia")
    first, last = datetime(2011, 12, 29, 0, tzinfo=when.zone), datetime(2011, 12, 31, 0, tzinfo=when.zone)
    assert business_hours_between(first, last, when) == 8


def test_what_is_no_time_or_no_year_of_ours_has_no_hours() -> None:
    starts = np.array(["NaT", "2026-06-01T07", "0026-06-01", "2026-06-01T07", "2026-06-01T07"], "M8[s]")
    ends = np.array(["2026-06-01T08", "NaT", "2026-06-01", "2101-01-01", "2026-06-01T08"], "M8[s]")
    assert hours_between(starts, ends, BERLIN).tolist() == pytest.approx([np.nan] * 4 + [1], nan_ok=True)
    assert hours_between(starts[:1], ends[:1], BERLIN).tolist() == pytest.approx([np.nan], nan_ok=True)
    assert hours_between(starts[:0], ends[:0], BERLIN).tolist() == []


def test_moments_without_a_time_zone_and_years_that_are_not_known_are_refused() -> None:
    noon = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="needs a time zone"):
        deadline(noon.replace(tzinfo=None), 1, BERLIN)
    with pytest.raises(ValueError, match="not below zero"):
        deadline(noon, -1, BERLIN)
    with pytest.raises(ValueError, match="known from 1970 to 2100"):
        business_hours_between(noon, noon.replace(year=2101), BERLIN)
    with pytest.raises(ValueError, match="known from 1970 to 2100"):
        deadline(noon.replace(year=2100), 10_000, BERLIN)
