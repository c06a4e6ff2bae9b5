"""The glossary as a file: taken out, and brought in again after a look at what would change."""

from __future__ import annotations

import streamlit as st

from alignment.actions.revising import Wanted, revise_all
from alignment.glossary import terms
from alignment.glossary_changes import Fault, GlossaryChanges, Row, changes
from data.glossary_file import MOST_BYTES, read_glossary, write_glossary
from definitions.glossaries.columns import Column
from definitions.phrases import counted, listed
from pages.shared import session
from pages.shared.changes import show_changes
from pages.shared.session import Here
from pages.shared.text import label, plain

PLACE = "glossary.file"
SHOWN = 20
"""So many terms or lines of a kind are shown; the rest is counted."""


def ask_file(here: Here, can_draft: bool) -> None:
    """The folded part of the page about files; only built while it is open."""
    look = {"icon": ":material/csv:", "on_change": "rerun"}
    fold = st.expander("The glossary as a file (CSV)", key=f"{PLACE}.fold", **look)
    if not fold.open:
        return
    with fold:
        _offer(here)
        if can_draft:
            _ask_upload()
            session.show_refusal(PLACE)
            _show_changes(here)


def _offer(here: Here) -> None:
    glossary = terms(here.workshop)
    if not glossary:
        st.caption("There is no term to download yet.")
        return
    st.download_button(
        "Download the glossary",
        lambda: write_glossary(glossary),
        file_name="glossary.csv",
        mime="text/csv",
        key=f"{PLACE}.download",
        icon=":material/download:",
        on_click="ignore",
    )


def _ask_upload() -> None:
    st.markdown(
        f"Columns: {listed([column.value for column in Column])}. Several items in one cell stand on lines "
        "of their own; a relation is written as “comes before: Opportunity”. You see what would change "
        "before anything does, and no term is deleted."
    )
    megabytes = MOST_BYTES // 1_000_000
    st.file_uploader(
        "File with terms", ["csv", "tsv", "txt"], key=_field(), max_upload_size=megabytes, on_change=_take
    )


def _take() -> None:
    """Read the file that was dropped; what stood there before is forgotten."""
    session.note(PLACE, None)
    file = session.typed(_field(), None)
    if file is not None:
        with session.attempt(PLACE):
            session.note(PLACE, read_glossary(file.getvalue()))


def _show_changes(here: Here) -> None:
    read: tuple[tuple[Row, ...], tuple[Fault, ...]] | None = session.noted(PLACE)
    if read is None:
        return
    found = changes(here.workshop, *read)
    st.markdown(f"**{_summary(found)}**")
    _show_new(found)
    _show_changed(found)
    _show_faults(found)
    if not found.wanted:
        return
    if found.opens_again:
        ballots = counted(found.opens_again, "changed term")
        st.caption(f"There was a ballot on {ballots}: it opens again on the new wording.")
    with st.container(horizontal=True):
        words = f"Take over {counted(len(found.wanted), 'term')}"
        st.button(words, key=f"{PLACE}.apply", type="primary", on_click=_apply, args=(found.wanted,))
        st.button("Leave it", key=f"{PLACE}.drop", on_click=_drop)


def _summary(found: GlossaryChanges) -> str:
    parts = (
        f"{counted(len(found.new), 'new term')}",
        f"{counted(len(found.changed), 'changed term')}",
        f"{counted(len(found.unchanged), 'term')} as before",
    )
    faulty = f", and {counted(len(found.faults), 'line')} that cannot be taken" if found.faults else ""
    return f"{', '.join(parts)}{faulty}.".capitalize()


def _show_new(found: GlossaryChanges) -> None:
    if found.new:
        lines = [f"- **{label(term.name)}**: {label(term.definition)}" for term in found.new[:SHOWN]]
        st.markdown("\n".join([":material/add: New", "", *lines]))
        _show_more(len(found.new))


def _show_changed(found: GlossaryChanges) -> None:
    for change in found.changed[:SHOWN]:
        st.markdown(f":material/difference: Changed: **{label(change.before.name)}**")
        show_changes(change.before, change.after)
    _show_more(len(found.changed))


def _show_faults(found: GlossaryChanges) -> None:
    if found.faults:
        lines = [f"- Line {fault.line}{_of(fault)}: {plain(fault.reason)}" for fault in found.faults[:SHOWN]]
        st.markdown("\n".join([":material/error: Cannot be taken", "", *lines]))
        _show_more(len(found.faults))


def _of(fault: Fault) -> str:
    return f", {label(fault.name)}" if fault.name else ""


def _show_more(number: int) -> None:
    if number > SHOWN:
        st.caption(f"And {number - SHOWN} more.")


def _apply(wanted: tuple[Wanted, ...]) -> None:
    with session.attempt(PLACE):
        session.act(revise_all, wanted, "Taken over from a file.")
        session.said("The glossary is up to date with the file.")
        _drop()


def _drop() -> None:
    """Forget the file; the next one is dropped into a field of its own."""
    session.note(PLACE, None)
    session.note(f"{PLACE}.turn", session.noted(f"{PLACE}.turn", 0) + 1)


def _field() -> str:
    return f"{PLACE}.upload.{session.noted(f'{PLACE}.turn', 0)}"
