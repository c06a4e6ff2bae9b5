"""One lead's receipt: a lead of the set, or answers given by hand, judged by what is tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data.example_leads import ExampleLead
from definitions.nearest import fixed_by_nature, nearest, way_sentence
from definitions.phrases import counted, listed
from definitions.scorecard import Change, Scorecard, Verdict, changes, score
from pages.shared import session
from pages.shared.lead_sets import examples_of
from pages.shared.text import label, plain
from pages.simulate.golden import ask_to_keep
from pages.simulate.receipt_table import NOT_ANSWERED, show_receipt_of
from pages.simulate.trying import Trying
from pages.simulate.warehouse.origin import show_stays

FROM_SET, BY_HAND = "A lead of the set", "Answers by hand"
A_PAGE = 10
MOST_CHANGES = 6


def show_one_lead(trying: Trying) -> None:
    """Choose a lead, and see how its verdict comes about and what would change it."""
    scorecard = trying.tried
    examples = examples_of(trying.lead_set, scorecard.criteria)
    show_stays(trying.workshop.lead_sets.get(trying.lead_set))
    ways = [FROM_SET, BY_HAND] if examples else [BY_HAND]
    how = st.segmented_control(
        "Which lead",
        ways,
        default=ways[0],
        required=True,
        key="what_if.lead_from",
        label_visibility="collapsed",
    )
    if how == FROM_SET:
        lead, came_out = _ask_example(examples)
    else:
        lead, came_out = _ask_answers(scorecard), ""
    receipt = score(scorecard, lead)
    show_receipt_of(receipt, scorecard, came_out)
    ask_to_keep(trying, lead, receipt)
    st.markdown(_what_it_needs(scorecard, lead))
    st.markdown(_what_would_change(changes(scorecard, lead)))


def _ask_example(examples: Sequence[ExampleLead]) -> tuple[Mapping[str, str | None], str]:
    chosen = st.selectbox(
        "Lead",
        range(len(examples)),
        format_func=lambda place: f"{examples[place]['lead']} ({examples[place]['outcome']})",
        key="what_if.lead",
        width=320,
    )
    example = examples[chosen]
    outcome = {"won": "It was won.", "lost": "It was lost."}.get(example["outcome"], "It is still open.")
    return example["answers"], outcome


def _ask_answers(scorecard: Scorecard) -> Mapping[str, str | None]:
    """One field a criterion, some at a time; answers on other pages count too."""
    shown = scorecard.criteria
    if len(shown) > A_PAGE:
        page = st.pagination(-(-len(shown) // A_PAGE), key="what_if.answers_page")
        shown = shown[(page - 1) * A_PAGE : page * A_PAGE]
    with st.grid(min_column_width=220):
        for criterion in shown:
            st.selectbox(
                label(criterion.name),
                criterion.labels,
                index=None,
                placeholder=NOT_ANSWERED,
                key=f"what_if.answer.{criterion.name}",
                persist_state="session",
            )
    return {c.name: session.typed(f"what_if.answer.{c.name}", None) for c in scorecard.criteria}


def _what_it_needs(scorecard: Scorecard, lead: Mapping[str, str | None]) -> str:
    """The smallest changes with which it would qualify; nothing for a lead that does."""
    if score(scorecard, lead).verdict is Verdict.QUALIFIED:
        return "**It qualifies as it is.**"
    ways = nearest(scorecard, lead)
    fixed = fixed_by_nature(scorecard, lead)
    but = (
        f" What a data source said cannot change: {listed([label(name) for name in sorted(fixed)])}."
        if fixed
        else ""
    )
    if not ways:
        return f"**No change of its answers would make it qualify.**{but}"
    lines = [f"- {plain(way_sentence(way))}" for way in ways]
    return "\n".join([f"**What this lead would need to qualify.** One of these is enough.{but}\n", *lines])


def _what_would_change(found: Sequence[Change]) -> str:
    if not found:
        return "No single other answer would change the verdict."
    lines = [
        f"- {label(change.criterion.name)}: {label(change.answer)} makes it **{change.verdict.value}**"
        for change in found[:MOST_CHANGES]
    ]
    if len(found) > MOST_CHANGES:
        lines.append(f"- and {counted(len(found) - MOST_CHANGES, 'other answer')}")
    return "\n".join(["What would change the verdict:", *lines])
