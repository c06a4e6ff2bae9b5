"""Golden leads: examples and counter-examples that are judged again at each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from alignment.actions.golden_leads import drop_golden_lead, keep_golden_lead
from alignment.golden_runs import GoldenRun, golden_runs
from alignment.workshop import Phase
from definitions.phrases import listed, number
from definitions.scorecard import Receipt, Verdict
from pages.shared import session
from pages.shared.golden_leads import ask_to_acknowledge, place
from pages.shared.text import label, plain
from pages.simulate.receipt_table import show_receipt_of, verdict_badge
from pages.simulate.trying import Trying
from pages.simulate.warehouse.origin import show_stays

NAME, EXPECTED, WHY = "golden.name", "golden.expected", "golden.why"
KEEPING = "golden.keep"
A_PAGE, MOST_NAMES = 8, 3


def show_golden_line(trying: Trying) -> None:
    """Which golden leads what is tried here flips; nothing where there are none."""
    runs = golden_runs(trying.workshop, trying.tried)
    if not runs:
        return
    flipped = [run for run in runs if run.flipped]
    if not flipped:
        st.markdown(f":material/star: Every golden lead gets its verdict ({number(len(runs))}).")
        return
    names = [f"“{label(run.lead.name)}” ({run.receipt.verdict.value})" for run in flipped[:MOST_NAMES]]
    more = len(flipped) - MOST_NAMES
    said = listed([*names, f"{number(more)} more"] if more > 0 else names)
    st.markdown(f":material/error: **Golden leads that get another verdict:** {said}.")


def show_golden(trying: Trying) -> None:
    """Every golden lead with the verdict it should get and the one it gets as tried here."""
    runs = sorted(golden_runs(trying.workshop, trying.tried), key=lambda run: not run.flipped)
    if not runs:
        st.markdown("**No golden lead is kept yet.**")
        st.caption(
            "Golden leads are examples and counter-examples that the definition must judge right. "
            "Choose a lead under “One lead”, then keep it: only its answers enter the record."
        )
        show_stays(trying.workshop.lead_sets.get(trying.lead_set))
        return
    st.markdown(f"**{_headline(runs)}**")
    ask_to_acknowledge(trying.found)
    slot = st.container(gap="xsmall")
    pages = -(-len(runs) // A_PAGE)
    page = min(st.pagination(pages, key="golden.page"), pages) if pages > 1 else 1
    with slot:
        for run in runs[(page - 1) * A_PAGE : page * A_PAGE]:
            _show(trying, run)


def _headline(runs: Sequence[GoldenRun]) -> str:
    flipped = sum(run.flipped for run in runs)
    if not flipped:
        return f"Every golden lead gets the verdict it should get ({number(len(runs))})."
    return (
        f"Of {number(len(runs))} golden leads {number(flipped)} would get another verdict than they should."
    )


def _show(trying: Trying, run: GoldenRun) -> None:
    lead = run.lead
    mark = ":material/error:" if run.flipped else ":material/check:"
    should = f", should be {lead.expected.value}" if run.flipped else ""
    words = f"{mark} **{label(lead.name)}** {verdict_badge(run.receipt.verdict)}{should}"
    folded = st.expander(words, key=f"golden.{lead.id}", on_change="rerun")
    session.show_refusal(place(lead.id))
    if not folded.open:
        return
    with folded:
        if lead.why:
            st.markdown(plain(lead.why))
        show_receipt_of(run.receipt, trying.tried)
        if lead.acknowledged is not None:
            who = label(trying.workshop.name_of(lead.acknowledged.by))
            said = (
                f"{who} acknowledged “{lead.acknowledged.verdict.value}”: {label(lead.acknowledged.reason)}"
            )
            st.caption(said)
        if _may_drop(trying, run):
            st.button(
                "Keep it no longer",
                key=f"golden.{lead.id}.drop",
                type="tertiary",
                icon=":material/delete:",
                on_click=_drop,
                args=(lead.id,),
            )


def _may_drop(trying: Trying, run: GoldenRun) -> bool:
    me = trying.found.me
    drafting = trying.workshop.phase is Phase.DRAFTING
    return drafting and (me.facilitator or (me.votes and run.lead.by == me.id))


def _drop(golden_id: str) -> None:
    with session.attempt(place(golden_id)):
        session.act(drop_golden_lead, golden_id)
        session.said("It is no longer a golden lead.")


def ask_to_keep(trying: Trying, answers: Mapping[str, str | None], receipt: Receipt) -> None:
    """Keep the lead that is shown as an example, with the verdict it must get."""
    if not trying.acts or trying.workshop.phase is not Phase.DRAFTING:
        return
    with st.popover("Keep as a golden lead", icon=":material/star:"):
        st.caption("Only its answers enter the record. Give it a name that tells why it matters.")
        st.text_input("Name", key=NAME, max_chars=200, on_change="ignore")
        verdicts = list(Verdict)
        st.selectbox(
            "The verdict it must get",
            verdicts,
            index=verdicts.index(receipt.verdict),
            format_func=lambda verdict: verdict.value.capitalize(),
            key=EXPECTED,
        )
        st.text_input("Why", key=WHY, on_change="ignore")
        st.button(
            "Keep it", key=KEEPING, type="primary", on_click=_keep, args=(dict(answers), receipt.verdict)
        )
    session.show_refusal(KEEPING)


def _keep(answers: dict[str, str | None], verdict: Verdict) -> None:
    with session.attempt(KEEPING):
        expected = session.typed(EXPECTED, verdict)
        session.act(keep_golden_lead, session.typed(NAME), answers, expected, session.typed(WHY))
        session.said("It is a golden lead now. Each change is tried on it.")
        session.clear(NAME, WHY, EXPECTED)
