"""Criteria under test: what predicts acceptance and winning, what to repeat, what to drop."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from definitions.measures.needs import CLOSED, DECIDED
from definitions.measures.tested_criteria import Fate, Tested, Verdict, tested_criteria, tested_sentence
from definitions.phrases import in_line, listed
from pages.shared.text import plain
from pages.use.measuring.charts_lifts import lifts_chart
from pages.use.measuring.second_opinion import UNTOLD as NO_CLOSE
from pages.use.measuring.second_opinion import show_second_opinion
from pages.use.measuring.showing import show_chart, show_lacking
from pages.use.measuring.view import View

BADGES = {
    Verdict.REPEAT: ":green-badge[:material/repeat: Repeat]",
    Verdict.DROP: ":orange-badge[:material/delete: Consider dropping]",
    Verdict.UNKNOWN: ":gray-badge[:material/help: Not enough data]",
}
NEEDS = {Fate.ACCEPTED: DECIDED, Fate.WON: CLOSED}
UNTOLD = {
    Fate.ACCEPTED: "The data do not tell which leads were accepted and rejected.",
    Fate.WON: NO_CLOSE,
}
FATE = "measure.fate"


def show_criteria(view: View) -> None:
    """What each criterion tells, then what its answers would be worth by the outcomes."""
    _show_tested(view)
    show_second_opinion(view)


def _show_tested(view: View) -> None:
    """Of what to look at, then a verdict on each criterion, and the chart of all answers."""
    fate = st.segmented_control(
        "What they should tell in advance", list(Fate), default=Fate.ACCEPTED, required=True, key=FATE,
        persist_state="session", format_func=lambda each: f"Who is {each}",
    )  # fmt: skip
    fate = Fate(fate or Fate.ACCEPTED)
    if not all(map(view.journeys.has, NEEDS[fate])):
        show_lacking(UNTOLD[fate])
        return
    found = tested_criteria(view.counted, fate)
    st.markdown("\n\n".join(f"{BADGES[each.verdict]} {plain(tested_sentence(each))}" for each in found))
    show_chart(lifts_chart(found, _sentence(found, fate)))
    st.caption(
        "Each answer against all other leads. So many answers are looked at that some would stand out by "
        "chance; “surely” allows for that (Holm)."
    )


def _sentence(found: Sequence[Tested], fate: Fate) -> str:
    works = [in_line(each.criterion) for each in found if each.verdict is Verdict.REPEAT]
    if not works:
        return f"No criterion surely tells who is {fate}."
    return f"{listed(works)} {'tells' if len(works) == 1 else 'tell'} who is {fate}."
