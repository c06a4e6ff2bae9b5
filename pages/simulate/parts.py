"""By month, by source and by who qualified: what goes to sales of each part, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from definitions.groups import By
from definitions.parts import Part, by_kind, by_month, kinds_finding, months_finding
from definitions.phrases import number
from definitions.understood import period
from pages.shared import charts
from pages.shared.lead_sets import profiles_of
from pages.shared.text import plain
from pages.simulate.curves import LOST, OPEN, WON
from pages.simulate.part_charts import DRAFT, leads_by_month, shares
from pages.simulate.trying import Trying

SENT, WIN_RATE = "Goes to sales", "Won, of those at sales and decided"
NAMES = {By.SOURCE: "source", By.QUALIFIED_BY: "who qualified them"}
MOST_ROWS = 12


def show_parts(trying: Trying) -> None:
    """A chart by month, and one by each way the leads are told apart."""
    _show_months(trying)
    for by, name in NAMES.items():
        found = profiles_of(trying.lead_set, trying.draft.criteria, by)
        kinds = () if isinstance(found, str) else by_kind(found, trying.tried)
        if len(kinds) > 1:
            _show_kinds(kinds, name, by)
        else:
            st.caption(f"These leads do not tell {'their source' if by is By.SOURCE else name}.")


def _show_months(trying: Trying) -> None:
    tried, draft = by_month(trying.profiles, trying.tried), by_month(trying.profiles, trying.draft)
    words = months_finding(tried)
    st.markdown(f"**{plain(words)}**")
    if not tried:
        return
    stacked = [
        {"month": period([part.name]), "series": series, "leads": leads, "place": place}
        for part in tried
        for place, (series, leads) in enumerate(_outcomes(part).items())
    ]
    changed = [
        {"month": period([before.name]), "leads": before.sent, "series": DRAFT}
        for part, before in zip(tried, draft, strict=True)
        if part.sent != before.sent
    ]
    frames = {
        "months": pd.DataFrame(stacked),
        "draft": pd.DataFrame(changed, columns=["month", "leads", "series"]),
    }
    charts.show(leads_by_month, datasets=frames, numbers={}, words=words, key="what_if.months")
    if changed:
        st.caption("The stroke across a month marks what the draft would have sent.")


def _outcomes(part: Part) -> dict[str, int]:
    return {WON: part.won, OPEN: part.sent - part.won - part.lost, LOST: part.lost}


def _show_kinds(parts: Sequence[Part], name: str, by: By) -> None:
    words = kinds_finding(parts)
    st.markdown(f"**{plain(words)}**")
    shown = parts[:MOST_ROWS]
    charts.show(
        shares,
        f"Share of the leads, by {name}",
        (SENT, WIN_RATE),
        len(shown),
        datasets={"shares": pd.DataFrame(row for part in shown for row in _rows(part))},
        numbers={},
        words=words,
        key=f"what_if.by.{by}",
    )
    if len(parts) > MOST_ROWS:
        st.caption(f"The {number(MOST_ROWS)} largest of {number(len(parts))}.")


def _rows(part: Part) -> Iterable[dict[str, object]]:
    row = f"{part.name} ({number(part.leads)})"
    decided = part.won + part.lost
    counts = {SENT: (part.sent, part.leads), WIN_RATE: (part.won, decided)}
    for series, found in {SENT: part.sent_share, WIN_RATE: part.win_rate}.items():
        some, of = counts[series]
        if of:
            said = f"{number(some)} of {number(of)}"
            yield {
                "row": row,
                "series": series,
                "share": found.value,
                "low": found.low,
                "high": found.high,
                "counted": said,
            }
