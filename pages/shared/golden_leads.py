"""Golden leads that flip: shown with both verdicts, and acknowledged by a facilitator with a reason."""

from __future__ import annotations

import streamlit as st

from alignment.actions.golden_leads import acknowledge_golden_flip
from alignment.golden_runs import GoldenRun, blocking
from alignment.present import present_scorecard
from alignment.workshop import Phase
from definitions.scorecard import Verdict
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label

MOST_SHOWN = 5


def place(golden_id: str) -> str:
    """Where a golden lead's refusals are shown."""
    return f"golden.{golden_id}"


def flipped_runs(found: Here) -> tuple[GoldenRun, ...]:
    """The golden leads that stand in the way of freezing as the draft is now."""
    scorecard = present_scorecard(found.workshop)
    return blocking(found.workshop, scorecard) if scorecard is not None else ()


def ask_to_acknowledge(found: Here) -> None:
    """For each golden lead that flips under the draft: why the other verdict is right."""
    if not found.me.facilitator or found.workshop.phase is not Phase.DRAFTING:
        return
    for run in flipped_runs(found)[:MOST_SHOWN]:
        lead, verdict = run.lead, run.receipt.verdict
        with st.form(f"golden.{lead.id}.form", border=True):
            st.markdown(
                f":material/star: **{label(lead.name)}** should be {lead.expected.value}, "
                f"and is **{verdict.value}** by the draft."
            )
            st.text_input(f"Why is “{verdict.value}” right?", key=f"golden.{lead.id}.reason")
            st.form_submit_button(
                "Acknowledge", key=f"golden.{lead.id}.accept", on_click=_accept, args=(lead.id, verdict)
            )
            session.show_refusal(place(lead.id))


def _accept(golden_id: str, verdict: Verdict) -> None:
    with session.attempt(place(golden_id)):
        session.act(acknowledge_golden_flip, golden_id, verdict, session.typed(f"golden.{golden_id}.reason"))
        session.said("It is acknowledged, with its reason.")
        session.clear(f"golden.{golden_id}.reason")
