"""One lead's receipt: a lead of the set, or answers given by hand, judged by what is tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from data.example_leads import ExampleLead
from definitions.phrases import number, points
from definitions.scorecard import Change, Line, Receipt, Scorecard, Verdict, changes, score
from definitions.wording import gate_requirement
from pages.shared import session
from pages.shared.lead_sets import examples_of
from pages.shared.text import label

FROM_SET, BY_HAND = "A lead of the set", "Answers by hand"
LOOKS = {
    Verdict.QUALIFIED: ("green", ":material/check_circle:"),
    Verdict.NURTURE: ("yellow", ":material/eco:"),
    Verdict.NOT_QUALIFIED: ("gray", ":material/do_not_disturb_on:"),
}
A_PAGE = 10
MOST_CHANGES = 6
NOT_ANSWERED = "Not answered"


def show_receipt(lead_set: str, scorecard: Scorecard) -> None:
    """Choose a lead, and see how its verdict comes about and what would change it."""
    st.subheader("One lead’s receipt", anchor=False)
    examples = examples_of(lead_set, scorecard.criteria)
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
    _show_verdict(receipt, scorecard, came_out)
    st.markdown(_table(receipt))
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


def _show_verdict(receipt: Receipt, scorecard: Scorecard, came_out: str) -> None:
    colour, icon = LOOKS[receipt.verdict]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(receipt.verdict.value.capitalize(), icon=icon, color=colour)
        st.markdown(
            f"**{points(receipt.points)}** of {number(scorecard.highest)} · {_why(receipt)} {came_out}"
        )


def _why(receipt: Receipt) -> str:
    failed = [label(line.criterion.name) for line in receipt.gates_failed]
    if failed:
        return f"A gate was failed: {', '.join(failed)}."
    return (
        "Every gate was passed."
        if any(line.criterion.gate for line in receipt.lines)
        else "There is no gate."
    )


def _table(receipt: Receipt) -> str:
    gated = any(line.criterion.gate for line in receipt.lines)
    rows = [("Criterion", "Answer", "Points", "Gate"), (":--", ":--", "--:", ":--")]
    rows += [_row(line) for line in receipt.lines]
    rows.append(("**Together**", "", f"**{number(receipt.points)}**", ""))
    return "\n".join(f"| {' | '.join(row if gated else row[:3])} |" for row in rows)


def _row(line: Line) -> tuple[str, str, str, str]:
    answer = label(line.answer) if line.answer is not None else f"*{NOT_ANSWERED.lower()}*"
    return label(line.criterion.name), answer, number(line.points), _gate(line)


def _gate(line: Line) -> str:
    if line.criterion.gate is None:
        return ""
    if line.gate_passed:
        return ":material/check: passed"
    return f":material/close: failed, needs {label(gate_requirement(line.criterion))}"


def _what_would_change(found: Sequence[Change]) -> str:
    if not found:
        return "No single other answer would change the verdict."
    lines = [
        f"- {label(change.criterion.name)}: {label(change.answer)} makes it **{change.verdict.value}**"
        for change in found[:MOST_CHANGES]
    ]
    if len(found) > MOST_CHANGES:
        lines.append(f"- and {number(len(found) - MOST_CHANGES)} other answers")
    return "\n".join(["What would change the verdict:", *lines])
