"""Points and gates beside the curve: one folded part a criterion."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.present import Present
from alignment.workshop import Workshop
from definitions.criteria import MOST_POINTS, Criterion
from pages.shared import session
from pages.shared.text import label
from pages.simulate.trial import keep, set_field, trial, tried_scorecard

A_PAGE = 8


def ask_points(workshop: Workshop, present: Present) -> None:
    """The criteria with what is tried for them, some at a time."""
    asked = list(zip(present.criteria, tried_scorecard(workshop, present).criteria, strict=True))
    st.markdown("**Points and gates**")
    pages = -(-len(asked) // A_PAGE)
    page = 1
    if pages > 1:
        page = st.pagination(pages, key="what_if.criteria_page")
    with st.container(gap="xsmall"):
        for clause, criterion in asked[(page - 1) * A_PAGE : page * A_PAGE]:
            _ask_criterion(workshop.id, clause, criterion)


def _ask_criterion(workshop_id: str, clause: Clause, criterion: Criterion) -> None:
    folded = st.expander(label(criterion.name), key=f"what_if.criterion.{clause.id}", on_change="rerun")
    if folded.open:
        with folded:
            for answer in criterion.answers:
                _ask_answer(workshop_id, clause.id, criterion.name, answer.label, answer.points)
            _ask_gate(workshop_id, clause.id, criterion)


def _ask_answer(workshop_id: str, clause_id: str, name: str, answer: str, points: int) -> None:
    key = f"what_if.points.{clause_id}.{answer}"
    set_field(key, points)
    st.number_input(
        label(answer),
        min_value=-MOST_POINTS,
        max_value=MOST_POINTS,
        step=1,
        key=key,
        on_change=_change_points,
        args=(workshop_id, name, answer, key),
    )


def _change_points(workshop_id: str, name: str, answer: str, key: str) -> None:
    points = session.typed(key, None)
    if points is not None and abs(points) <= MOST_POINTS:
        keep(workshop_id, trial(workshop_id).with_points(name, answer, int(points)))


def _ask_gate(workshop_id: str, clause_id: str, criterion: Criterion) -> None:
    key = f"what_if.gate.{clause_id}"
    set_field(key, criterion.gate)
    st.selectbox(
        "At least this answer, whatever the points",
        [None, *criterion.labels],
        format_func=lambda answer: "No gate" if answer is None else answer,
        key=key,
        on_change=_change_gate,
        args=(workshop_id, criterion.name, key),
    )


def _change_gate(workshop_id: str, name: str, key: str) -> None:
    keep(workshop_id, trial(workshop_id).with_gate(name, session.typed(key, None)))
