"""Who would be missed: the answers that tell missed wins from kept ones."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from definitions.missed import Missed, MissedAnswer, missed, missed_finding
from definitions.phrases import number
from pages.shared import charts
from pages.shared.text import plain
from pages.simulate.part_charts import shares
from pages.simulate.trying import Trying

MISSED, KEPT = "Of the wins missed", "Of the wins kept"
MOST_ROWS = 8


def show_missed(trying: Trying) -> None:
    """The finding, and the answers that are most too frequent among the missed wins."""
    found = missed(trying.profiles, trying.tried)
    words = missed_finding(found)
    st.markdown(f"**{plain(words)}**")
    shown = [answer for answer in found.answers if answer.excess > 0][:MOST_ROWS]
    if not shown:
        return
    charts.show(
        shares,
        "Share of the wins that gave this answer",
        (MISSED, KEPT),
        len(shown),
        datasets={"shares": pd.DataFrame(row for answer in shown for row in _rows(answer, found))},
        numbers={},
        words=words,
        key="what_if.missed",
    )
    st.caption(
        "The answers that are more frequent among wins missed than among wins kept, the most so first."
    )


def _rows(answer: MissedAnswer, found: Missed) -> Iterable[dict[str, object]]:
    said = answer.answer if answer.answer is not None else "not answered"
    shares_of = {MISSED: (answer.missed, found.wins_missed), KEPT: (answer.kept, found.wins_kept)}
    for series, (share, of) in shares_of.items():
        if of:
            yield {
                "row": f"{answer.criterion}: {said}",
                "series": series,
                "share": share.value,
                "low": share.low,
                "high": share.high,
                "counted": f"{number(round(share.value * of))} of {number(of)}",
            }
