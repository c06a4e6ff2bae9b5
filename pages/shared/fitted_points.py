"""Fitted points beside those of the criteria, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data.second_opinion import SecondOpinion
from definitions.criteria import Criterion
from definitions.phrases import number
from definitions.texts import fold_name
from pages.shared.text import breakable, label

A_PAGE = 8


def show_fitted_points(found: SecondOpinion, criteria: Sequence[Criterion], where: str, key: str) -> None:
    """The two scorecards beside each other, some criteria at a time; ``where``: the criteria are from."""
    fitted = {fold_name(name): answers for name, answers in found.points.items()}
    shown = [c for c in criteria if fold_name(c.name) in fitted]
    slot = st.container()
    pages = -(-len(shown) // A_PAGE)
    page = min(st.pagination(pages, key=key), pages) if pages > 1 else 1
    lines = [f"| Criterion | Answer | In the {where} | Fitted |", "|:--|:--|--:|--:|"]
    for criterion in shown[(page - 1) * A_PAGE : page * A_PAGE]:
        lines += _rows(criterion, fitted[fold_name(criterion.name)])
    slot.markdown("\n".join(lines))
    slot.caption(
        f"Fitted to {number(found.won)} wins and {number(found.lost)} losses, on the scale of the {where}’s "
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
