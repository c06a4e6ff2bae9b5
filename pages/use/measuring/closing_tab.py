"""What closes: by who qualified the leads, by source, and out of recycling."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import pandas as pd
import streamlit as st

from definitions.intervals import Estimate
from definitions.measures.closing import Closing, Group, closing, closing_sentence
from definitions.measures.direct import direct_sentence, self_qualified
from definitions.measures.evidence import Rate, percent
from definitions.measures.needs import Measure
from definitions.phrases import number
from pages.shared.text import plain
from pages.use.measuring.charts_curves import several
from pages.use.measuring.charts_shares import by_name
from pages.use.measuring.charts_sources import sources_chart
from pages.use.measuring.showing import show_chart, show_lacking
from pages.use.measuring.view import View

NO_SOURCE = "The data do not tell where leads came from."
AXES = ("Days since MQL", "Share won by then")


def show_closing(view: View) -> None:
    """Who qualified, then sources, then recycled leads."""
    st.markdown("#### By who qualified them")
    lacks = view.lacks(Measure.DIRECT)
    show_lacking(lacks) if lacks else _show_qualified(view)
    st.markdown("#### By source: volume against quality")
    if view.journeys.source.names:
        _show_sources(view)
    else:
        show_lacking(NO_SOURCE)
    st.markdown("#### Out of recycling")
    lacks = view.lacks(Measure.RECYCLED)
    show_lacking(lacks) if lacks else _show_recycled(view)


def _show_qualified(view: View) -> None:
    found = closing(view.counted, Group.QUALIFIED_BY)
    shares = [
        (each.name, series, rate)
        for each in found
        for series, rate in (
            ("accepted, of those decided", each.accepted),
            ("won, of those closed", each.won),
        )
    ]
    show_chart(by_name("who qualified", direct_sentence(self_qualified(found)), "Share", shares))
    _show_table(found)
    curves = [(each.name, each.by_age) for each in found if each.by_age.known_to >= 0]
    show_chart(several("won by age", _soonest(found), AXES, curves))


def _soonest(found: Sequence[Closing]) -> str:
    """Which leads are won soonest, where known."""
    known = [each for each in found if isfinite(each.days_to_win) and each.won.enough]
    if not known:
        return "How soon leads are won cannot be told yet."
    told = ", ".join(f"{each.name} {number(round(each.days_to_win))}" for each in known)
    return f"Days from MQL to won, of half of those won: {told}."


def _show_sources(view: View) -> None:
    found = closing(view.counted, Group.SOURCE)
    show_chart(sources_chart(found, _loud_and_poor(found)))
    _show_table(found)


def _loud_and_poor(found: Sequence[Closing]) -> str:
    """The source with most leads, if its leads surely close less often than all others together."""
    known = [each for each in found if each.won.enough]
    if len(known) < 2:
        return "There is not enough data to compare sources."
    loud = known[0]
    others = Rate(sum(e.won.hits for e in known[1:]), sum(e.won.of for e in known[1:]))
    said = f"{closing_sentence(loud)} The others: {percent(others.share)}."
    return f"Loud and poor: {said}" if loud.won.share.high < others.share.low else f"Most leads: {said}"


def _show_recycled(view: View) -> None:
    found = closing(view.counted, Group.RECYCLED)
    st.markdown("\n".join(f"- {plain(closing_sentence(each))}" for each in found))


def _show_table(found: Sequence[Closing]) -> None:
    st.dataframe(pd.DataFrame(map(_row, found)), hide_index=True, width="stretch")


def _row(each: Closing) -> dict[str, object]:
    return {
        " ": each.name,
        "Leads": each.leads,
        "Accepted": _share(each.accepted),
        "Won, of closed": _share(each.won),
        "Won, of all so far": _share(each.of_all),
        "Revenue": number(round(each.revenue)) if each.priced else "unknown",
        "Mean deal": _mean(each.deal),
        "Days to win": number(round(each.days_to_win)) if isfinite(each.days_to_win) else "unknown",
    }


def _share(rate: Rate) -> str:
    return percent(rate.share) if rate.enough else f"{number(rate.hits)} of {number(rate.of)}"


def _mean(found: Estimate) -> str:
    if not isfinite(found.low):
        return "not enough data"
    value, low, high = (number(round(each)) for each in found)
    return f"{value} ({low} to {high})"
