"""The file: dropped, read with its progress to be seen, called off, or refused in one sentence."""

from __future__ import annotations

import streamlit as st

from data.lead_template import lead_template
from data.settings import settings
from definitions.criteria import Criterion
from pages.shared import session
from pages.shared.text import label, plain
from pages.simulate.adding import desk, draft

KINDS = ("csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet")
EVERY = 0.5
"""Seconds between two looks at how far a file is."""


def ask_file(criteria: tuple[Criterion, ...]) -> None:
    """The field to drop a file into."""
    why = draft.refused()
    st.subheader("A file of your own", anchor=False)
    st.markdown(
        "An export from your CRM, as it is: CSV, Excel, OpenDocument or Parquet, one row a lead. "
        "You see what was understood before anything is kept."
    )
    st.file_uploader(
        "File of leads",
        type=list(KINDS),
        key=_field(),
        max_upload_size=settings().upload_megabytes,
        on_change=_take,
    )
    if why is not None:
        st.error(plain(why), icon=":material/block:")
    if criteria:
        _offer_template(criteria)


def _offer_template(criteria: tuple[Criterion, ...]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("No export at hand?", width="content")
        st.download_button(
            "Download a template",
            lambda: lead_template(criteria),
            file_name="leads template.csv",
            mime="text/csv",
            key="leads.template",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
        )


def _take() -> None:
    file = session.typed(_field(), None)
    if file is not None:
        draft.begin(file.getvalue(), file.name)


def _field() -> str:
    return f"leads.file.{desk.noted('turn', 0)}"


@st.fragment(run_every=EVERY)
def show_progress() -> None:
    """How far the reading is, and the way to call it off; once it is done the page goes on."""
    file = draft.intake()
    if file is None or not file.reading:
        st.rerun()
    now = file.progress
    share = min(1.0, now.done / now.of) if now.of else 0.0
    with st.container(border=True):
        st.progress(share, text=f"{label(file.name)}: {plain(now.step)}")
        st.button("Cancel", key="leads.cancel", icon=":material/close:", on_click=_cancel)


def _cancel() -> None:
    file = draft.intake()
    if file is None:
        return
    file.cancel()
    if file.found is None:
        draft.drop()
    session.said("The file was not read any further.")
