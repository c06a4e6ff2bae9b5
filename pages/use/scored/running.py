"""Scoring the file, with its progress to be seen, and calling it off."""

from __future__ import annotations

import streamlit as st

from data.scoring.mapping_file import mapping_file
from data.scoring.scoring import Scoring
from data.scoring.task import Task
from definitions.document import SignedDocument
from definitions.phrases import counted
from pages.shared import session
from pages.shared.text import plain
from pages.simulate.adding import desk, draft
from pages.simulate.adding.draft import Draft

PATIENCE = 1.0
"""Seconds a click waits for a file to be scored; one that takes longer shows its progress."""
EVERY = 0.5


def task() -> Task | None:
    """What is being scored, or was scored last."""
    found: Task | None = desk.noted("task")
    return found


def ask_score(now: Draft, signed: SignedDocument) -> None:
    """The one click that scores the leads; beside it the mapping to take along."""
    st.subheader("Score them", anchor=False)
    with st.container(horizontal=True):
        words = f"Score {counted(now.understood.rows_kept, 'lead')}"
        st.button(words, key="scoring.go", type="primary", on_click=_begin, args=(now, signed))
        st.download_button(
            "Download this mapping",
            lambda: mapping_file(now.mapping, now.understood),
            file_name="mapping.json",
            mime="application/json",
            key="scoring.mapping",
            icon=":material/schema:",
            type="tertiary",
            on_click="ignore",
            help="For the command “score”, which scores files without the app.",
        )
        st.button("Take another file", key="scoring.drop", type="tertiary", on_click=drop)
    latest = task()
    if latest is not None and latest.refusal is not None:
        st.error(plain(latest.refusal), icon=":material/block:")


def _begin(now: Draft, signed: SignedDocument) -> None:
    file = draft.intake()
    if file is None:
        return
    forget()
    begun = Task(Scoring(now.understood, now.mapping, signed), file.work)
    desk.note("task", begun)
    begun.wait(PATIENCE)


@st.fragment(run_every=EVERY)
def show_scoring() -> None:
    """How far the scoring is, and the way to call it off; once it is done the page goes on."""
    latest = task()
    if latest is None or not latest.running:
        st.rerun()
    now = latest.progress
    share = min(1.0, now.done / now.of) if now.of else 0.0
    with st.container(border=True):
        st.progress(share, text=plain(now.step))
        st.button("Cancel", key="scoring.cancel", icon=":material/close:", on_click=_cancel)


def _cancel() -> None:
    forget()
    session.said("The leads were not scored.")


def forget() -> None:
    """Stop what is being scored, and remove what was."""
    latest = task()
    if latest is not None:
        latest.cancel()
    desk.note("task", None)


def drop() -> None:
    """Forget the file and what came of it; nothing of it stays on the disk."""
    forget()
    draft.drop()
