"""The end of qualifying a lead: verdict, receipt, what is missing, what would change it, what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.assessments.assessing import assess, describe
from data.rooms import rooms
from definitions.nearest import nearest, way_sentence
from definitions.next_steps import next_step
from definitions.phrases import listed
from definitions.scorecard import Receipt, Scorecard, Verdict, changes, score
from pages.shared import session
from pages.shared.text import label, plain
from pages.shared.times import moment
from pages.simulate.receipt_table import show_receipt_of
from pages.use.qualifying.asking import PLACE, turn_to
from pages.use.qualifying.draft import Draft, Qualifying, keep, qualifying

MOST_CHANGES = 6
LIST = "pages/use/assessments.py"


def show_outcome(now: Qualifying, left: DeltaGenerator, right: DeltaGenerator) -> None:
    """What the answers come to, and beside it what to do next and the button that keeps them."""
    receipt = score(now.card, now.draft.answers)
    with left:
        show_receipt_of(receipt, now.card)
        show_open_points(now.card, receipt, now.draft)
    with right:
        show_next_step(now, receipt)
        if now.draft.kept_at is None:
            _ask_to_keep(now)
        else:
            _show_kept()
        session.show_refusal(PLACE)


def show_next_step(now: Qualifying, receipt: Receipt) -> None:
    """What is done with the lead by the handoff."""
    step = next_step(receipt.verdict, now.text.handoff, now.draft.kept_at or now.here.now)
    zone = now.text.handoff.hours.time_zone if now.text.handoff is not None else session.time_zone()
    lines = [plain(words) for words in step.words]
    if step.decide_by is not None:
        who = label(step.to[:1].upper() + step.to[1:])
        lines.append(f"{who} decides by **{moment(step.decide_by, zone)}** ({label(zone)}).")
    with st.container(border=True, key="qualify.next"):
        st.markdown("**What to do next**  \n" + "  \n".join(lines))


def show_open_points(card: Scorecard, receipt: Receipt, draft: Draft) -> None:
    """What is not known, and what would change the verdict."""
    missing = [label(line.criterion.name) for line in receipt.lines if line.answer is None]
    if missing:
        st.markdown(f"**Not known yet:** {listed(missing)}.")
    if receipt.verdict is not Verdict.QUALIFIED:
        ways = nearest(card, draft.answers)
        lines = [f"- {plain(way_sentence(way))}" for way in ways]
        words = "One of these would make it qualify:" if ways else "No change would make it qualify."
        st.markdown("\n".join([f"**What it would need.** {words}", "", *lines]))
    with st.popover("What would change the verdict", icon=":material/swap_horiz:", type="tertiary"):
        st.markdown("\n".join(_changes(card, draft)))


def _changes(card: Scorecard, draft: Draft) -> Sequence[str]:
    found = changes(card, draft.answers)
    if not found:
        return ["No single other answer would change it."]
    lines = [
        f"- {label(c.criterion.name)}: {label(c.answer)} makes it **{c.verdict.value}**"
        for c in found[:MOST_CHANGES]
    ]
    return [*lines, f"- and {len(found) - MOST_CHANGES} more"] if len(found) > MOST_CHANGES else lines


def _ask_to_keep(now: Qualifying) -> None:
    names = [criterion.name for criterion in now.text.criteria]
    if now.draft.problems:
        st.markdown(f"**Problems:** {listed([label(name) for name in now.draft.problems])}")
    st.text_area(
        "Note", key=note_key(), height=80, on_change="ignore", persist_state="session", max_chars=4_000
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.button(
            "Keep this assessment", key="qualify.keep", type="primary", icon=":material/check:",
            shortcut="K", on_click=_keep,
        )  # fmt: skip
        st.button(
            "Back", key="qualify.back", type="tertiary", icon=":material/arrow_back:", shortcut="Left",
            on_click=turn_to, args=(names[-1],),
        )  # fmt: skip
    st.selectbox(
        "Change an answer", names, index=None, key="qualify.change", placeholder="Change an answer",
        on_change=_change, label_visibility="collapsed", width=320,
    )  # fmt: skip


def _change() -> None:
    name = session.typed("qualify.change", None)
    session.clear("qualify.change")
    if name is not None:
        turn_to(name)


def _keep() -> None:
    with session.attempt(PLACE):
        found = session.here()
        now = qualifying(found)
        if now is None or not now.draft.begun or now.draft.kept_at is not None:
            return
        draft, store = now.draft, rooms().ledger.assessments
        described = describe(draft.reference, draft.source, _note(draft))
        made = assess(
            found.room, store, found.me.id, described, draft.answers, draft.sha256, draft.begun_from
        )
        keep(found, replace(draft, kept_at=made.made_at))
        session.clear(note_key())
        session.said("The assessment is kept.")


def _note(draft: Draft) -> str:
    """The note with the problems that were chosen, in a line of their own."""
    problems = f"Problems: {'; '.join(draft.problems)}" if draft.problems else ""
    return "\n".join(text for text in (problems, session.typed(note_key())) if text)


def _show_kept() -> None:
    st.success("Kept, with the version of the definition it was made by.", icon=":material/check_circle:")
    with st.container(horizontal=True):
        st.button(
            "Next lead", key="qualify.next_lead", type="primary", icon=":material/add:", shortcut="N",
            on_click=start_again,
        )  # fmt: skip
        st.page_link(LIST, label="All assessments", icon=":material/list:")


def start_again() -> None:
    """Begin with another lead; what was not kept is given up. In a callback."""
    now = qualifying(session.here())
    if now is not None:
        keep(now.here, Draft(now.sha256))
        session.clear(note_key())


def note_key() -> str:
    """The key of the note, which is this workshop's own."""
    return f"qualify.note.{session.workshop_id()}"
