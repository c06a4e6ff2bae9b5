"""Each number on the what-if page is that of a plain computation, lead by lead, from the file's rows."""

from __future__ import annotations

import re
from calendar import month_name
from typing import Any

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from alignment.actions.clauses import propose_all
from alignment.actions.leads import add_lead_set
from alignment.present import present_scorecard
from data.adding_leads import add_csv
from data.lead_sets import added
from data.room import Room
from data.samples import sample_leads
from data.settings import settings
from data.starter import classic_scorecard
from tests.pages.lead_by_lead import (
    POINTS,
    Card,
    Row,
    by,
    dated,
    flipped,
    made_up,
    net_value,
    outcomes,
    rows_of,
    sent,
    weeks,
)
from tests.pages.rooms import HOST, clause, screen, shown

PAGE = "pages/simulate/what_if.py"
SERIES = {"Won": "won", "Not decided yet": "open", "Lost: a wasted call": "lost"}
COST, MARGIN = 120.0, 2_500.0
DRAFT = Card(POINTS, sales_from=20, nurture_from=12)
TRIED = Card(
    {**POINTS, "Budget": {**POINTS["Budget"], "None": 4}}, 16, 12, gate=("Need", frozenset({"Clear"}))
)


@pytest.fixture(params=["sample", "gaps"])
def rows(room: Room, request: pytest.FixtureRequest) -> list[Row]:
    """The rows of the file that the workshop has as its leads."""
    raw = sample_leads() if request.param == "sample" else made_up(seed=7)
    room.act(propose_all, HOST, classic_scorecard())
    scorecard = present_scorecard(room.workshop())
    assert scorecard is not None
    room.act(add_lead_set, HOST, added(add_csv(settings().leads, raw, scorecard.criteria)))
    return rows_of(raw)


def tried(room: Room, tab: str) -> AppTest:
    """The page with other points, a gate and another threshold, and a tab open."""
    app = screen(room, "Sal", PAGE)
    for name in ("Budget", "Need"):
        app.session_state[f"what_if.criterion.{clause(room, name).id}"] = True
    app.session_state["what_if.tab"] = tab
    app.run()
    app.number_input(key=f"what_if.points.{clause(room, 'Budget').id}.None").set_value(4).run()
    app.selectbox(key=f"what_if.gate.{clause(room, 'Need').id}").set_value("Clear").run()
    return app.slider(key=next(s.key for s in app.slider if "threshold" in (s.key or ""))).set_value(16).run()


def table(app: AppTest, name: str, column: str) -> dict[str, list[Any]]:
    """The first data of a name, with a column, that a chart was given; by column."""
    given = (each for chart in app.get("vega_lite_chart") for each in chart.proto.datasets)
    tables = (convert_arrow_bytes_to_pandas_df(each.data.data) for each in given if each.name == name)
    return next(found.to_dict("list") for found in tables if column in found.columns)


def keyed(found: dict[str, list[Any]], *names: str) -> dict[tuple[Any, ...], Any]:
    """The last of some columns by the others together."""
    return {tuple(row[:-1]): row[-1] for row in zip(*(found[name] for name in names), strict=True)}


def count_in(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def test_the_large_numbers(room: Room, rows: list[Row]) -> None:
    found = {metric.label: metric.value for metric in tried(room, "Capacity").metric}
    calls, all_of_them = sent(rows, TRIED), outcomes(rows)
    kept = outcomes(calls)["won"]
    a_week = dated(calls) / weeks(rows)
    shown_rate = f"{a_week:.0f}" if round(a_week) >= 10 else f"{a_week:.1f}"
    assert found["To sales a week"] == shown_rate
    assert found["Wins kept"] == f"{100 * kept / all_of_them['won']:.0f}\u00a0%"
    assert count_in(found["Wins missed"]) == all_of_them["won"] - kept
    assert count_in(found["Wasted calls"]) == outcomes(calls)["lost"]


def test_both_curves_at_every_threshold(room: Room, rows: list[Row]) -> None:
    app, wins = tried(room, "Capacity"), outcomes(rows)["won"]
    kept = table(app, "curve", "kept")
    leads = keyed(table(app, "curve", "leads"), "threshold", "series", "leads")
    assert kept["threshold"] == list(range(26))
    for threshold in range(26):
        calls = sent(rows, TRIED.at(threshold))
        found = outcomes(calls)
        assert kept["kept"][threshold] == pytest.approx(found["won"] / wins)
        assert kept["missed"][threshold] == wins - found["won"]
        a_week = dated(calls) / weeks(rows)
        for series, outcome in SERIES.items():
            share = found[outcome] / len(calls) if calls else 0.0
            assert leads[threshold, series] == pytest.approx(share * a_week)


def test_the_net_value_of_every_threshold(room: Room, rows: list[Row]) -> None:
    app = tried(room, "Money")
    app.number_input(key="what_if.cost").set_value(COST)
    app.number_input(key="what_if.margin").set_value(MARGIN).run()
    found = table(app, "curve", "value")
    assert found["threshold"] == list(range(27))
    assert found["value"] == pytest.approx([net_value(rows, TRIED.at(n), COST, MARGIN) for n in range(27)])


def test_who_flips(room: Room, rows: list[Row]) -> None:
    words = shown(tried(room, "Who flips")).replace("\\", "")
    changed = flipped(rows, DRAFT, TRIED)
    said = re.search(r"\*\*([\d\u202f]+) leads get another verdict", words)
    assert said is not None
    assert count_in(said[1]) == len(changed)
    joining = [row for row in changed if TRIED.verdict(row) == "qualified"]
    leaving = [row for row in changed if DRAFT.verdict(row) == "qualified"]
    for some, verb in ((joining, "more go to sales"), (leaving, "no longer go to sales")):
        known = outcomes(some)
        named = [f"{known[each]} {each}" for each in ("won", "lost") if known[each]]
        brings = f" ({' and '.join(named)})" if named else ""
        assert (f"over the whole set {len(some)} {verb}{brings}" in words) == bool(some)


def test_each_month(room: Room, rows: list[Row]) -> None:
    drawn = keyed(table(tried(room, "Months and sources"), "months", "leads"), "month", "series", "leads")
    expected = {
        (f"{month_name[int(month[5:])]} {month[:4]}", series): outcomes(sent(some, TRIED))[outcome]
        for month, some in by(rows, "Month").items()
        if month
        for series, outcome in SERIES.items()
    }
    assert drawn == expected


def test_each_source(room: Room, rows: list[Row]) -> None:
    found = table(tried(room, "Months and sources"), "shares", "share")
    expected = {}
    for source, some in by(rows, "Source").items():
        calls = sent(some, TRIED)
        won, lost = outcomes(calls)["won"], outcomes(calls)["lost"]
        row = f"{source or 'unknown'} ({f'{len(some):,}'.replace(',', chr(0x202F))})"
        expected[row, "Goes to sales"] = len(calls) / len(some)
        expected[row, "Won, of those at sales and decided"] = won / (won + lost)
    assert keyed(found, "row", "series", "share") == pytest.approx(expected)
