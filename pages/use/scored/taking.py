"""Taking a file to score, and saying how it was read."""

from __future__ import annotations

from functools import partial

import streamlit as st

from data.scoring.offering import offer_scoring
from data.settings import settings
from definitions.document import Document
from definitions.phrases import counted
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.simulate.adding import desk, draft
from pages.simulate.adding.draft import Draft
from pages.simulate.adding.file import KINDS
from pages.simulate.adding.reading import KINDS as KIND_WORDS
from pages.simulate.adding.reading import (
    ask_read_otherwise,
    show_not_read_again,
    show_preview,
    show_warnings,
)


def ask_file(here: Here, document: Document) -> None:
    """The field to drop a file into."""
    why = draft.refused()
    st.markdown(
        "CSV, Excel, OpenDocument or Parquet, one row a lead, columns in any order. You get the leads back "
        "with all their columns and the verdict beside."
    )
    st.file_uploader(
        "File of leads",
        type=list(KINDS),
        key=_field(),
        max_upload_size=settings().upload_megabytes,
        on_change=_take,
        args=(document, tuple(reversed(here.workshop.lead_sets))),
    )
    if why is not None:
        st.error(plain(why), icon=":material/block:")
    st.caption("The file stays on the server only until you leave it, and never enters the record.")


def _take(document: Document, earlier: tuple[str, ...]) -> None:
    file = session.typed(_field(), None)
    if file is not None:
        look = partial(offer_scoring, criteria=document.criteria, folder=settings().leads, earlier=earlier)
        draft.begin(file.getvalue(), file.name, look)


def _field() -> str:
    return f"scoring.file.{desk.noted('turn', 0)}"


def show_file(now: Draft) -> None:
    """The first rows, and how the file was read."""
    understood = now.understood
    show_preview(now)
    with st.container(border=True, gap="xsmall"):
        leads = counted(understood.rows_kept, "lead")
        kind = KIND_WORDS[understood.kind]
        st.markdown(f"**{leads}** read from {label(understood.file_name)}, {kind}.")
        if now.offer.reused is not None:
            earlier = label(now.offer.reused)
            st.markdown(f":material/history: Mapped like {earlier}, which had the same columns for answers.")
        ask_read_otherwise(now)
        show_warnings(understood)
        show_not_read_again()
