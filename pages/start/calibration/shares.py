"""Shares with their intervals: agreement within and between teams, and of the scorecard with each team."""

from __future__ import annotations

from math import isnan

import pandas as pd
import streamlit as st

from alignment.calibrated import Calibrated
from alignment.calibrations import Calibration
from alignment.judging import qualified_by
from alignment.people import VOTING_TEAMS
from alignment.present import present_scorecard
from definitions.calibration.matching import matches
from definitions.calibration.words import pair_words, percent
from definitions.intervals import Estimate
from pages.shared import charts
from pages.shared.session import Here
from pages.shared.text import plain
from pages.simulate.part_charts import shares

TEAMS = tuple(team.value for team in VOTING_TEAMS)
Row = tuple[str, Estimate, str]


def show_pairs(calibration: Calibration, shown: Calibrated) -> None:
    """How often two people judge a lead alike, within each team and between teams."""
    rows = [
        (pair_words(pair, TEAMS), pair.alike, f"{pair.leads} leads")
        for pair in sorted(shown.pairs, key=lambda pair: (pair.first != pair.second, pair.first))
    ]
    known = [row for row in rows if not isnan(row[1].value)]
    if not known:
        return
    worst = min(known, key=lambda row: row[1].value)
    st.markdown(f"Two people judge a lead alike least often {_inside(worst[0])}: {percent(worst[1])}.")
    _show(known, "Two people judge a lead alike", f"calibrate.pairs.{calibration.id}")


def _inside(name: str) -> str:
    """Whose agreement, inside a sentence."""
    return name.lower() if name.startswith("Within") else f"between {name.lower()}"


def show_scorecard(found: Here, calibration: Calibration, shown: Calibrated) -> None:
    """How far the scorecard on the table agrees with each team's blind judgements."""
    scorecard = present_scorecard(found.workshop)
    st.subheader("The scorecard on the table and the teams", anchor=False)
    if scorecard is None:
        st.caption("There is no scorecard on the table now.")
        return
    qualified = qualified_by(scorecard, calibration.drawn) > 0
    judged = shown.judgements
    every = matches(judged.votes, judged.teams, qualified, len(VOTING_TEAMS))
    rows = [(TEAMS[m.team].capitalize(), m.share, f"{m.agreed} of {m.leads}") for m in every if m.leads]
    if not rows:
        st.caption("No team leans to one side on any lead.")
        return
    said = "; ".join(f"{name.lower()} on {of} leads" for name, _, of in rows)
    st.markdown(f"It gives the verdict that a team leans to: **{plain(said)}**.")
    _show(rows, "The scorecard says what the team leans to", f"calibrate.scorecard.{calibration.id}")


def _show(rows: list[Row], title: str, key: str) -> None:
    frame = [
        {
            "row": name,
            "series": title,
            "share": share.value,
            "low": share.value if isnan(share.low) else share.low,
            "high": share.value if isnan(share.high) else share.high,
            "counted": of,
        }
        for name, share, of in rows
    ]
    words = f"{title}: " + "; ".join(f"{name} {percent(share)}, {of}" for name, share, of in rows) + "."
    charts.show(
        shares,
        title,
        (title,),
        len(rows) // 2,
        datasets={"shares": pd.DataFrame(frame)},
        numbers={},
        words=words,
        key=key,
    )
