"""A receipt as it is shown: the verdict, and a line for each answer with its points and gate."""

from __future__ import annotations

import streamlit as st

from definitions.phrases import number, points
from definitions.scorecard import Line, Receipt, Scorecard, Verdict
from definitions.wording import gate_requirement
from pages.shared.text import breakable, label

LOOKS = {
    Verdict.QUALIFIED: ("green", ":material/check_circle:"),
    Verdict.NURTURE: ("yellow", ":material/eco:"),
    Verdict.NOT_QUALIFIED: ("gray", ":material/do_not_disturb_on:"),
}
NOT_ANSWERED = "Not answered"


def show_receipt_of(receipt: Receipt, scorecard: Scorecard, more: str = "") -> None:
    """The verdict with its points and gates, then every line."""
    colour, icon = LOOKS[receipt.verdict]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(receipt.verdict.value.capitalize(), icon=icon, color=colour)
        st.markdown(f"**{points(receipt.points)}** of {number(scorecard.highest)} · {_why(receipt)} {more}")
    st.markdown(_table(receipt))


def verdict_badge(verdict: Verdict) -> str:
    """A verdict as a badge, in Markdown."""
    colour, icon = LOOKS[verdict]
    return f":{colour}-badge[{icon} {verdict.value.capitalize()}]"


def _why(receipt: Receipt) -> str:
    failed = [label(line.criterion.name) for line in receipt.gates_failed]
    if failed:
        return f"A gate was failed: {', '.join(failed)}."
    gated = any(line.criterion.gate for line in receipt.lines)
    return "Every gate was passed." if gated else "There is no gate."


def _table(receipt: Receipt) -> str:
    gated = any(line.criterion.gate for line in receipt.lines)
    rows = [("Criterion", "Answer", "Points", "Gate"), (":--", ":--", "--:", ":--")]
    rows += [_row(line) for line in receipt.lines]
    rows.append(("**Together**", "", f"**{number(receipt.points)}**", ""))
    return "\n".join(f"| {' | '.join(row if gated else row[:3])} |" for row in rows)


def _row(line: Line) -> tuple[str, str, str, str]:
    answer = breakable(label(line.answer)) if line.answer is not None else f"*{NOT_ANSWERED.lower()}*"
    return breakable(label(line.criterion.name)), answer, number(line.points), _gate(line)


def _gate(line: Line) -> str:
    if line.criterion.gate is None:
        return ""
    if line.gate_passed:
        return ":material/check: passed"
    return f":material/close: failed, needs {label(gate_requirement(line.criterion))}"
