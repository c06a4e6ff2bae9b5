"""The verdict as it grows beside the questions: points so far, gates, and what can still be reached."""

from __future__ import annotations

import streamlit as st

from definitions.criteria import Criterion
from definitions.phrases import number, points
from definitions.qualifying import SoFar, so_far, so_far_sentence
from definitions.wording import gate_requirement
from pages.shared.text import label, plain
from pages.simulate.receipt_table import verdict_badge
from pages.use.qualifying.draft import Qualifying


def show_growing(now: Qualifying) -> None:
    """Everything known of the lead so far."""
    lead = so_far(now.card, now.draft.answers)
    with st.container(border=True, key="qualify.growing"):
        st.markdown(
            f"**{points(lead.points)}** so far · {number(now.card.threshold.qualified_from)} to qualify"
        )
        st.markdown(_standing(now, lead))
        st.markdown("  \n".join(_line(now, criterion) for criterion in now.text.criteria))


def _standing(now: Qualifying, lead: SoFar) -> str:
    if not lead.open:
        (verdict,) = lead.possible
        return verdict_badge(verdict)
    sentence = plain(so_far_sentence(lead))
    if len(lead.possible) == 1:
        return f"{verdict_badge(next(iter(lead.possible)))}  \n{sentence}"
    return sentence


def _line(now: Qualifying, criterion: Criterion) -> str:
    """A criterion with its answer: what the gate needs is said where it is not passed."""
    name, answers = label(criterion.name), now.draft.answers
    if criterion.name not in answers:
        gate = f" · must be {label(gate_requirement(criterion))}" if criterion.gate else ""
        return f":material/radio_button_unchecked: {name}{gate}"
    answer = answers[criterion.name]
    said = f"{label(answer)} **{number(criterion.points(answer))}**" if answer is not None else "not known"
    if not criterion.passes(answer):
        return f":material/block: {name}: {said} · must be {label(gate_requirement(criterion))}"
    gate = " · must-have met" if criterion.gate else ""
    icon = ":material/check:" if answer is not None else ":material/help:"
    return f"{icon} {name}: {said}{gate}"
