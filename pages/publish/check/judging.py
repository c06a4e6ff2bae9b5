"""Judging the leads of an understanding check, one at a time, and being told at once what the text says."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from alignment.actions.understanding import answer_understanding
from alignment.understanding import UnderstandingCheck
from alignment.understood import receipt_of
from definitions.phrases import listed, points, quoted
from definitions.scorecard import Receipt, Verdict
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import breakable, label

PLACE = "understanding"


class Choice(NamedTuple):
    """What one can say of a lead; ``verdict`` ``None``: one cannot tell."""

    words: str
    icon: str
    verdict: Verdict | None


CHOICES = {
    "qualified": Choice("Qualified", ":material/check:", Verdict.QUALIFIED),
    "nurture": Choice("Nurture", ":material/eco:", Verdict.NURTURE),
    "not": Choice("Not qualified", ":material/close:", Verdict.NOT_QUALIFIED),
    "unclear": Choice("I cannot tell", ":material/question_mark:", None),
}


def latest_check(found: Here) -> UnderstandingCheck | None:
    """The check of the version in force, if everybody was asked."""
    version = found.workshop.in_force
    return found.workshop.understanding.get(version.version) if version is not None else None


def finished(found: Here, check: UnderstandingCheck) -> bool:
    """Whether the person here has no lead left to judge."""
    return not found.me.votes or check.left_for(found.me.id) == 0


@st.fragment
def show_judging() -> None:
    """What the text says of the lead judged last, and the next lead; the whole page when all are judged."""
    found = session.look()
    check = latest_check(found) if found is not None else None
    if found is None or check is None:
        return
    if finished(found, check):
        st.rerun()
    own = check.answered.get(found.me.id, {})
    show_last(found, check)
    lead = next(number for number in range(len(check.leads)) if number not in own)
    st.progress(len(own) / len(check.leads), text=f"Lead {len(own) + 1} of {len(check.leads)}")
    with st.container(border=True, key=f"understanding.{lead}"):
        st.markdown(answers_table(check, lead))
        st.markdown("**What is this lead by the definition?**")
        _ask_verdict(found, check, lead)
        session.show_refusal(PLACE)


def answers_table(check: UnderstandingCheck, lead: int) -> str:
    """What is known of a lead, as a Markdown table."""
    rows = [
        f"| {breakable(label(criterion))} | {breakable(label(answer))} |"
        for criterion, answer in check.leads[lead].items()
    ]
    return "\n".join(["| Criterion | This lead |", "|:--|:--|", *rows])


def _ask_verdict(found: Here, check: UnderstandingCheck, lead: int) -> None:
    with st.container(horizontal=True):
        for name, choice in CHOICES.items():
            if choice.verdict is Verdict.NURTURE and not _nurtures(found, check):
                continue
            key = f"understanding.{lead}.{name}"
            look = {"icon": choice.icon, "width": "stretch"}
            st.button(choice.words, key=key, on_click=_answer, args=(lead, name), **look)


def _nurtures(found: Here, check: UnderstandingCheck) -> bool:
    """Whether the version knows leads to nurture."""
    clauses = found.workshop.published[check.version - 1].draft.document["clauses"]
    return any(clause["content"].get("nurture_from") is not None for clause in clauses)


def _answer(lead: int, name: str) -> None:
    with session.attempt(PLACE):
        session.act(answer_understanding, lead, CHOICES[name].verdict)
        session.note(f"{PLACE}.last", (session.workshop_id(), lead))


def show_last(found: Here, check: UnderstandingCheck) -> None:
    """Right or wrong, and why, of the lead that the person here judged last."""
    workshop_id, lead = session.noted(f"{PLACE}.last", (None, 0))
    if workshop_id == found.workshop.id and lead in check.answered.get(found.me.id, {}):
        show_told(found, check, lead)


def show_told(found: Here, check: UnderstandingCheck, lead: int) -> None:
    """What the person here said of a lead and what the text says, with its reason."""
    said, receipt = check.answered[found.me.id][lead], receipt_of(found.workshop, check, lead)
    if said is receipt.verdict:
        st.success(f"**Lead {lead + 1}: right.** {told(receipt)}", icon=":material/check_circle:")
        return
    yours = f"You said {said.value}." if said is not None else "You could not tell."
    st.warning(f"**Lead {lead + 1}:** {yours} {told(receipt)}", icon=":material/info:")


def told(receipt: Receipt) -> str:
    """A verdict of the definition with its reason, in Markdown."""
    verdict = f"By the definition it is **{receipt.verdict.value}**"
    failed = [quoted(line.criterion.name) for line in receipt.gates_failed]
    if failed:
        gates = f"{'gate' if len(failed) == 1 else 'gates'} {label(listed(failed))}"
        return f"{verdict}: it does not pass the {gates}."
    return f"{verdict}, with {points(receipt.points)}."
