"""The ways to bring outcomes: a file, the leads qualified here, or the made-up ones."""

from __future__ import annotations

import streamlit as st

from data.outcomes.sets import added
from data.outcomes.snapshot import keep_assessments
from data.rooms import rooms
from data.settings import settings
from definitions.phrases import counted
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import label, plain
from pages.shared.times import day
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
from pages.use.outcomes_in.draft import begin, criteria_in_use, handoff
from pages.use.outcomes_in.keeping import add, say_added

HERE = "outcomes.here"


def ask_file() -> None:
    """The field to drop a file into."""
    why = draft.refused()
    st.subheader("A file of your own", anchor=False)
    st.markdown(
        "An export from your CRM, as it is: CSV, Excel, OpenDocument or Parquet, one row a lead, with the "
        "dates of what happened. You see what was understood before anything is kept."
    )
    st.file_uploader(
        "File of outcomes", type=list(KINDS), key=_field(), max_upload_size=settings().upload_megabytes,
        on_change=_take,
    )  # fmt: skip
    if why is not None:
        st.error(plain(why), icon=":material/block:")


def _take() -> None:
    file = session.typed(_field(), None)
    if file is not None:
        begin(file.getvalue(), file.name, session.here())


def _field() -> str:
    return f"outcomes.file.{desk.noted('turn', 0)}"


def ask_here(here: Here) -> None:
    """The leads that were qualified here, as they stand now."""
    total = rooms().ledger.assessments.count(here.workshop.id)
    st.subheader("Leads qualified here", anchor=False)
    if not total:
        st.caption(
            "No lead was qualified here yet. Once there are some, they can be measured without a file."
        )
        return
    st.markdown(
        f"{counted(total, 'lead').capitalize()} {'was' if total == 1 else 'were'} qualified here, with what "
        "sales said became of them. They are added as they stand now."
    )
    st.button("Add them as they stand", key=HERE, icon=":material/lists:", on_click=_add_here)
    session.show_refusal(HERE)


def _add_here() -> None:
    with session.attempt(HERE):
        here, store = session.here(), rooms().ledger.assessments
        criteria = [content for _, content in criteria_in_use(here)]
        every, events = store.all_of(here.workshop.id), store.events_of(here.workshop.id)
        file = keep_assessments(every, events, criteria, handoff(here), settings().leads, here.now)
        name = f"Leads qualified here, {day(here.now, session.time_zone())}"
        say_added(add(here, added(file, name)))


def show_file(now: Draft) -> None:
    """The first rows, and how the file was read."""
    understood = now.understood
    show_preview(now)
    with st.container(border=True, gap="xsmall"):
        leads, kind = counted(understood.rows_kept, "lead"), KIND_WORDS[understood.kind]
        st.markdown(f"**{leads.capitalize()}** read from {label(understood.file_name)}, {kind}.")
        if now.offer.reused is not None:
            earlier = label(now.offer.reused)
            st.markdown(f":material/history: Mapped like {earlier}, which had the same columns.")
        ask_read_otherwise(now)
        st.caption(
            "Only columns with a meaning are kept. What a lead is called is kept if you choose its column."
        )
        show_warnings(understood)
        show_not_read_again()
