"""Charts of measures are the same each time, say what they show, and go along as picture and table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache

import pandas as pd
import pytest

from definitions.measures import tested_criteria
from definitions.measures.clock_hours import Clock
from definitions.measures.clocks import clock_found
from definitions.measures.closing import Closing, Group, closing
from definitions.measures.counting import Counted
from definitions.measures.evidence import Rate
from definitions.measures.funnel import funnel, leak, leak_sentence
from definitions.measures.tested_criteria import Fate
from definitions.measures.validity import check
from pages.use.measuring.chart import Chart, as_csv, as_png, whole_spec
from pages.use.measuring.charts_curves import clock, cohorts, curve_rows, several
from pages.use.measuring.charts_funnel import LEAKS, REACHED, funnel_chart
from pages.use.measuring.charts_lifts import FEWER, MORE, SAME, lifts_chart
from pages.use.measuring.charts_shares import by_name, over_time, share_rows
from pages.use.measuring.charts_sources import sources_chart
from tests.definitions.measures.made import count_all
from tests.pages.measured import hostile, spring
from tests.pages.rooms import HOSTILE

AXES = ("Days", "Share")


@cache
def counted() -> Counted:
    return count_all(check(spring()))


def funnel_of() -> Chart:
    found = funnel(counted())
    return funnel_chart(found, leak(found), leak_sentence(leak(found)))


def cohorts_of() -> Chart:
    found = funnel(counted())
    step = found.steps[1]
    return cohorts("cohorts", "T", AXES, [(c.month, c.by_age[1]) for c in found.cohorts], step.by_age, 30)


def clock_of() -> Chart:
    found = clock_found(counted(), Clock.DECIDE, 24)
    return clock("clock", "T", AXES, found.by_half_hour, 24, 96)


def sources_of() -> Chart:
    return sources_chart(closing(counted(), Group.SOURCE), "T")


def lifts_of() -> Chart:
    return lifts_chart(tested_criteria.tested_criteria(counted(), Fate.ACCEPTED), "T")


def shares_of() -> Chart:
    found = closing(counted(), Group.QUALIFIED_BY)
    rows = [(g.name, s, r) for g in found for s, r in (("accepted", g.accepted), ("won", g.won))]
    return by_name("by", "T", "Share", rows)


def months_of() -> Chart:
    return over_time("months", "T", "Share", [(g.name, "a", g.accepted) for g in _months()], 0.9)


def curves_of() -> Chart:
    return several("won", "T", AXES, [(g.name, g.by_age) for g in closing(counted(), Group.QUALIFIED_BY)])


def _months() -> tuple[Closing, ...]:
    return closing(counted(), Group.MONTH)


MAKERS = [funnel_of, cohorts_of, clock_of, sources_of, lifts_of, shares_of, months_of, curves_of]


@pytest.mark.parametrize("make", MAKERS)
def test_a_chart_is_the_same_to_the_byte_each_time(make: Callable[[], Chart]) -> None:
    one, other = (json.dumps(whole_spec(make())) for _ in range(2))
    assert one == other
    assert as_png(make()) == as_png(make())


@pytest.mark.parametrize("make", MAKERS)
def test_a_chart_s_picture_and_table_hold_something(make: Callable[[], Chart]) -> None:
    chart = make()
    assert not chart.empty
    assert as_png(chart).startswith(b"\x89PNG")
    assert len(list(csv.reader(io.StringIO(as_csv(chart.table).decode("utf-8-sig"))))) == len(chart.table) + 1


def test_a_share_of_too_few_leads_is_not_drawn() -> None:
    rows = share_rows([("few", "a", Rate(4, 9)), ("enough", "a", Rate(4, 10))])
    assert list(rows["name"]) == ["enough"]
    assert rows.loc[0, "share"] == 0.4


def test_a_share_stands_within_its_interval() -> None:
    rows = shares_of().table
    assert ((rows["low"] <= rows["share"]) & (rows["share"] <= rows["high"])).all()


def test_a_curve_ends_where_fewer_than_ten_leads_could_be_watched() -> None:
    found = closing(counted(), Group.QUALIFIED_BY)[0]
    rows = curve_rows([(found.name, found.by_age)])
    assert rows["age"].max() == found.by_age.known_to
    assert (rows["watched"] >= 10).all()


def test_younger_months_have_shorter_curves() -> None:
    rows = cohorts_of().table
    assert rows["age"].max() <= 30
    assert rows.groupby("name")["last"].sum().eq(1).all()


def test_the_leaking_step_is_marked_only_where_it_is_sure() -> None:
    found, sure = funnel(counted()), leak(funnel(counted()))
    assert sure is not None
    marked = set(funnel_of().table["series"])
    assert marked == ({REACHED, LEAKS} if sure.sure else {REACHED})
    assert set(funnel_chart(found, None, "").table["series"]) == {REACHED}


def test_lifts_are_named_by_what_is_sure() -> None:
    rows = lifts_of().table.set_index("answer")["series"]
    assert rows["yes"] == MORE
    assert rows["no"] == FEWER
    assert SAME not in set(rows[["yes", "no"]])


def test_no_cell_of_a_table_is_calculated_by_a_spreadsheet() -> None:
    found, references = hostile()
    table = pd.DataFrame({"Lead": references[:3], "=A1": [found.source.names[0], "-1+1", "@SUM(A1)"]})
    rows = list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"))))
    assert rows[0] == ["Lead", "'=A1"]
    assert rows[1] == [f"'=1+0 {HOSTILE}", f"{HOSTILE} 0"]
    assert [row[1] for row in rows[2:]] == ["'-1+1", "'@SUM(A1)"]


def test_numbers_and_gaps_stay_what_they_are_in_a_table() -> None:
    table = pd.DataFrame({"n": [-1.5, None], "word": ["a", None]})
    assert as_csv(table).decode("utf-8-sig").splitlines() == ["n,word", "-1.5,a", ","]
