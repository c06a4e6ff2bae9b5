"""The funnel: how many leads reach each stage, where they leak, and month by month."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import pandas as pd
import streamlit as st

from definitions.measures.evidence import percent
from definitions.measures.funnel import Cohort, Funnel, Step, funnel, funnel_sentence, leak, leak_sentence
from definitions.measures.journeys import Event
from definitions.phrases import number
from definitions.understood import period
from pages.shared.text import plain
from pages.use.measuring.charts_curves import cohorts
from pages.use.measuring.charts_funnel import funnel_chart
from pages.use.measuring.showing import show_chart
from pages.use.measuring.view import View

MOST_COHORTS = 18
STEP = "measure.step"


def show_funnel(view: View) -> None:
    """The funnel with its leaking step, and how soon each month's leads move on."""
    found = funnel(view.counted)
    leaking = leak(found)
    show_chart(funnel_chart(found, leaking, leak_sentence(leaking)))
    st.caption(
        plain(f"{funnel_sentence(found)} In brackets stand 95 % intervals; young leads may still move on.")
    )
    step = _ask_step(found, leaking.step if leaking else found.steps[0])
    _show_cohorts(found, step)


def _ask_step(found: Funnel, usual: Step) -> Step:
    """Which step to look at month by month."""
    steps = {f"{step.before} to {step.stage}": step for step in found.steps}
    names = list(steps)
    chosen = st.segmented_control(
        "Month by month", names, default=names[found.steps.index(usual)], required=True, key=STEP,
        persist_state="session",
    )  # fmt: skip
    return steps.get(chosen or "", usual)


def _show_cohorts(found: Funnel, step: Step) -> None:
    place = found.steps.index(step)
    recent = found.cohorts[-MOST_COHORTS:]
    axes = (f"Days since {step.before}", f"Reached {step.stage}")
    curves = [(period([each.month]), each.by_age[place]) for each in recent]
    show_chart(cohorts("cohorts", _cohorts_sentence(step, recent), axes, curves, step.by_age, _days(step)))
    stages = [stage for stage, _ in found.reached]
    st.dataframe(pd.DataFrame(_row(each, stages) for each in recent), hide_index=True, width="stretch")
    st.caption(
        "Leads that began in a month, and how many of them have come so far. “…”: too young to tell, most of "
        "those who move on take longer."
    )


def _days(step: Step) -> float:
    """How many days are drawn: three times what nine in ten took who moved on, and a week at least."""
    return max(3 * step.slow, 7) if step.slow == step.slow else inf


def _cohorts_sentence(step: Step, recent: Sequence[Cohort]) -> str:
    """How many move on in the end, and which months are too young to be judged."""
    known = step.by_age.at(step.by_age.known_to)
    if step.by_age.known_to < 0:
        return f"Too few leads to tell how many move on from {step.before} to {step.stage}."
    days = number(step.by_age.known_to)
    said = f"{percent(known)} move on from {step.before} to {step.stage} within {days} days."
    young = sum(1 for each in recent if step.stage in each.young)
    if not young:
        return said
    verb = "is" if young == 1 else "are"
    return f"{said} {number(young)} of {number(len(recent))} months {verb} too young to be held against that."


def _row(found: Cohort, stages: Sequence[Event]) -> dict[str, str]:
    reached = zip(stages, found.reached, strict=True)
    cells = {str(stage): f"{number(leads)}{' …' if stage in found.young else ''}" for stage, leads in reached}
    return {"Month": period([found.month]), **cells}
