"""Adding leads from a file: what it should look like, what was understood, and only then keeping it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data.lead_template import lead_template
from data.settings import settings
from definitions.criteria import Criterion
from definitions.lead_set import LeadSet
from definitions.phrases import listed
from definitions.understood import understood
from pages.shared import session
from pages.shared.lead_sets import add, criteria_of, preview
from pages.shared.text import label

MOST_NAMED = 12


def ask_file(criteria: Sequence[Criterion]) -> None:
    """Choose a file, read what was understood, add it."""
    st.subheader("A file of your own", anchor=False)
    _show_columns(criteria)
    st.download_button(
        "Download a template",
        lambda: lead_template(criteria),
        file_name="leads template.csv",
        mime="text/csv",
        key="leads.template",
        icon=":material/download:",
        on_click="ignore",
    )
    st.file_uploader(
        "CSV file",
        type="csv",
        key=_field(),
        max_upload_size=settings().upload_megabytes,
        on_change=read_file,
    )
    session.show_refusal("leads.file")
    read: LeadSet | None = session.noted("leads.read")
    if read is not None:
        _ask_add(read, criteria)


def _show_columns(criteria: Sequence[Criterion]) -> None:
    names = [f"**{label(criterion.name)}**" for criterion in criteria[:MOST_NAMED]]
    more = [f"{len(criteria) - MOST_NAMED} more"] if len(criteria) > MOST_NAMED else []
    st.markdown(
        "A CSV file in UTF-8, one row a lead. The first line names the columns:\n"
        f"- one column a criterion, called like it: {listed([*names, *more])}; in it the answer as the "
        "criterion words it, or nothing if it was not answered\n"
        "- **Month** (2026-01) or **Date** (2026-01-31), if known\n"
        "- **Outcome**: won, lost or open, if known; without it only volumes can be shown\n"
        "- **Revenue** of won leads (12000.50) and **Lead** (what to call it), if you like\n\n"
        "Other columns are kept with the file and not used. Leave out names and e-mail addresses: "
        "nobody needs them here."
    )


def _ask_add(read: LeadSet, criteria: Sequence[Criterion]) -> None:
    with st.container(border=True):
        st.markdown("**What was understood.** Nothing is kept until you add it.")
        sentences = understood(read, [criterion.name for criterion in criteria])
        st.markdown("\n".join(f"- {label(sentence)}" for sentence in sentences))
        st.text_input("What to call these leads", value=read.name, key="leads.name", max_chars=200)
        with st.container(horizontal=True):
            st.button("Add these leads", key="leads.add", type="primary", on_click=add_file)
            st.button("Take another file", key="leads.drop", type="tertiary", on_click=drop_file)
        session.show_refusal("leads.add")


def read_file() -> None:
    """Understand the file that was chosen, without keeping it."""
    session.note("leads.read", None)
    session.clear("leads.name")
    file, found = session.typed(_field(), None), session.look()
    with session.attempt("leads.file"):
        if file is not None and found is not None:
            session.note("leads.read", preview(file.getvalue(), file.name, criteria_of(found.workshop)))


def add_file() -> None:
    """Keep the file that was understood and add it to the workshop."""
    file = session.typed(_field(), None)
    with session.attempt("leads.add"):
        if file is not None:
            add(file.getvalue(), session.typed("leads.name") or file.name)
        drop_file()


def drop_file() -> None:
    """An empty field for the next file."""
    session.clear("leads.name")
    session.note("leads.read", None)
    session.note("leads.turn", session.noted("leads.turn", 0) + 1)


def _field() -> str:
    return f"leads.file.{session.noted('leads.turn', 0)}"
