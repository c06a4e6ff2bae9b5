"""A moment is read as it was meant, or counted as unread; never guessed."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pytest

from data.outcomes.moments import Moments, read_moments
from definitions.measures.journeys import Event
from definitions.measures.outcome_mapping import EventMapping
from definitions.months import DateOrder

BERLIN = ZoneInfo("Europe/Berlin")


def read(
    values: list[str | None],
    order: DateOrder = DateOrder.YEAR_FIRST,
    zone: str = "Europe/Berlin",
    markers: tuple[str, ...] = (),
) -> Moments:
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE rows AS SELECT unnest(?::VARCHAR[]) AS c01", [values])
        mapped = EventMapping(event=Event.MQL, column="c01", order=order, zone=zone)
        return read_moments(connection, mapped, markers)


def one(text: str, order: DateOrder = DateOrder.YEAR_FIRST) -> np.datetime64:
    return read([text], order).times[0]


def at(text: str) -> np.datetime64:
    return np.datetime64(int(datetime.fromisoformat(text).timestamp()), "s")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-05-31T14:05:06+02:00", "2026-05-31T14:05:06+02:00"),
        ("2026-05-31 14:05:06.123Z", "2026-05-31T14:05:06+00:00"),
        ("2026-05-31 14:05:06,123 +0530", "2026-05-31T14:05:06+05:30"),
        ("2026-05-31 14:05:06-08", "2026-05-31T14:05:06-08:00"),
        ("2026-05-31T14:05Z", "2026-05-31T14:05+00:00"),
        ("2026-05-31 14:05 EST", "2026-05-31T14:05-05:00"),
        ("2026-05-31 14:05:06 CEST", "2026-05-31T14:05:06+02:00"),
        ("2026-05-31 14:05", "2026-05-31T14:05+02:00"),
        ("2026-01-31 14:05", "2026-01-31T14:05+01:00"),
        ("2026/5/31 4:05 PM", "2026-05-31T16:05+02:00"),
        ("2026-05-31 12:05 am", "2026-05-31T00:05+02:00"),
        ("20260531", "2026-05-31T00:00+02:00"),
        ("2026 May 31", "2026-05-31T00:00+02:00"),
        ("1780236306", "2026-05-31T14:05:06+00:00"),
        ("1780236306123", "2026-05-31T14:05:06+00:00"),
        ("46173.5", "2026-05-31T12:00+02:00"),
        (" 46173 ", "2026-05-31T00:00+02:00"),
    ],
)
def test_moments_that_begin_with_the_year(text: str, meant: str) -> None:
    assert one(text) == at(meant)


@pytest.mark.parametrize(
    ("order", "text"),
    [
        (DateOrder.DAY_FIRST, "31.5.2026 14:05"),
        (DateOrder.DAY_FIRST, "31/05/26 2:05 PM"),
        (DateOrder.DAY_FIRST, "31 May 2026, 14:05:00"),
        (DateOrder.DAY_FIRST, "31. May 2026 14:05"),
        (DateOrder.DAY_FIRST, "31-May-26 14:05"),
        (DateOrder.MONTH_FIRST, "5/31/2026 14:05"),
        (DateOrder.MONTH_FIRST, "5/31/2026, 2:05 p.m."),
        (DateOrder.MONTH_FIRST, "May 31, 2026 2:05 PM"),
        (DateOrder.MONTH_FIRST, "2026-05-31 14:05"),
        (DateOrder.DAY_FIRST, "2026-05-31T12:05:00Z"),
    ],
)
def test_moments_of_other_orders_and_iso_among_them(order: DateOrder, text: str) -> None:
    assert one(text, order) == at("2026-05-31T14:05+02:00")


@pytest.mark.parametrize(
    "text",
    ["soon", "31.02.2026", "2026-13-01", "2026-05-31 25:00", "2026-05-31 14:61", "2026-05-31 14:05 CST",
     "infinity", "2026-05", "0026-05-31", "14:05", "-", "2026-05-31 14:05 or so", "99", "123456789012345"],
)  # fmt: skip
def test_what_is_no_moment_is_counted_as_unread(text: str) -> None:
    found = read([text])
    assert np.isnat(found.times[0])
    assert found.unread.tolist() == [True]


def test_blanks_and_markers_are_nothing_and_not_unread() -> None:
    found = read([None, "", "  ", "n/a"], markers=("n/a",))
    assert np.isnat(found.times).all()
    assert not found.unread.any()


def test_a_date_alone_is_the_day_from_its_beginning() -> None:
    found = read(["2026-05-31", "2026-05-31 00:00", "46173"])
    assert found.days.tolist() == [True, False, True]
    assert found.times[0] == at("2026-05-31T00:00+02:00")


def test_a_column_of_midnights_is_one_of_days() -> None:
    midnights = [f"2026-05-{day:02} 00:00:00" for day in range(1, 8)]
    assert read(midnights).days.all()
    assert not read([*midnights, "2026-05-09 08:00"]).days.any()


def test_two_zones_in_one_column_are_told_apart() -> None:
    found = read(["2026-05-31 14:00", "2026-05-31 14:00+09:00", "2026-05-31 14:00Z"])
    assert found.times.tolist() == [
        at(f"2026-05-31T{clock}").item() for clock in ("12:00+00:00", "05:00+00:00", "14:00+00:00")
    ]
    assert found.zoneless == 1


def test_a_time_that_is_twice_is_the_first_and_one_that_is_skipped_the_later() -> None:
    twice, skipped = read(["2026-10-25 02:30", "2026-03-29 02:30"]).times
    assert twice == at("2026-10-25T02:30+02:00")
    assert skipped == at("2026-03-29T03:30+02:00")
