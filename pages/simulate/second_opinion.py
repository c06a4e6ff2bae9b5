"""A second opinion: points fitted to what became of the leads, beside those tried here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from data.second_opinion import SecondOpinion, opinion_sentence, second_opinion
from definitions.criteria import Criterion
from definitions.phrases import number
from definitions.profiles import Profiles
from definitions.scorecard import Scorecard
from definitions.texts import fold_name
from definitions.threshold import Threshold
from pages.shared.text import breakable, label, plain
from pages.simulate.trying import Trying

A_PAGE = 8
ASKED = "what_if.second_opinion"
ANY_THRESHOLD = Threshold(qualified_from=0)
"""The second opinion is on points; which of them are enough makes no difference to it."""


def show_second_opinion(trying: Trying) -> None:
    """Only for who asks: fitting takes a moment."""
    st.markdown("**A second opinion**")
    asked = st.toggle("Fit points to the outcomes of these leads", key=ASKED, persist_state="session")
    if not asked:
        return
    with st.spinner("Fitting …", show_time=True):
        found = _fitted(trying.profiles, Scorecard(trying.draft.criteria, ANY_THRESHOLD))
    st.markdown(plain(opinion_sentence(found)))
    if found is not None and found.points:
        _show_points(found, trying.draft)


@lru_cache(maxsize=16)
def _fitted(profiles: Profiles, scorecard: Scorecard) -> SecondOpinion | None:
    """The same leads and points are asked once, whatever the threshold."""
    return second_opinion(profiles, scorecard)


def _show_points(found: SecondOpinion, draft: Scorecard) -> None:
    """The two scorecards beside each other, some criteria at a time."""
    fitted = {fold_name(name): answers for name, answers in found.points.items()}
    criteria = [c for c in draft.criteria if fold_name(c.name) in fitted]
    slot = st.container()
    pages = -(-len(criteria) // A_PAGE)
    page = min(st.pagination(pages, key="what_if.opinion_page"), pages) if pages > 1 else 1
    lines = ["| Criterion | Answer | In the draft | Fitted |", "|:--|:--|--:|--:|"]
    for criterion in criteria[(page - 1) * A_PAGE : page * A_PAGE]:
        lines += _rows(criterion, fitted[fold_name(criterion.name)])
    slot.markdown("\n".join(lines))
    slot.caption(
        f"Fitted to {number(found.won)} wins and {number(found.lost)} losses, on the scale of the draft’s "
        "points. It knows nothing of why; the three teams do."
    )


def _rows(criterion: Criterion, worth: Mapping[str, int]) -> list[str]:
    known = {fold_name(answer): points for answer, points in worth.items()}
    rows = []
    for place, answer in enumerate(criterion.answers):
        name = f"**{breakable(label(criterion.name))}**" if place == 0 else ""
        fitted = known.get(fold_name(answer.label))
        said = number(fitted) if fitted is not None else "–"
        rows.append(f"| {name} | {breakable(label(answer.label))} | {number(answer.points)} | {said} |")
    return rows
