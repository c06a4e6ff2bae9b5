"""What changed between two published versions, by the word."""

from __future__ import annotations

import streamlit as st

from alignment.composing import frozen_document
from alignment.drafts import Published
from alignment.workshop import Workshop
from definitions.comparison import compared
from definitions.document import Document
from definitions.enclosures import Fate
from pages.shared import session
from pages.shared.changes import show_lines
from pages.shared.links import address_of
from pages.shared.text import label
from pages.shared.times import day

FATES = {
    Fate.ADDED: ":green-badge[:material/add: New]",
    Fate.REMOVED: ":orange-badge[:material/remove: Gone]",
    Fate.CHANGED: ":blue-badge[:material/edit: Changed]",
}


def ask_whether_to_compare(workshop: Workshop) -> bool:
    """Whether to show what changed instead of a version; asked as soon as there are two."""
    return len(workshop.published) > 1 and st.toggle("What changed", key="definition.compare")


def show_comparison(workshop: Workshop) -> None:
    """What changed from one version to another; both can be chosen, and printed."""
    before, after = _ask_versions(workshop)
    words = f"Print what changed from version {before.version} to version {after.version}"
    query = f"?since={before.version}&until={after.version}"
    address = address_of(f"definition/{workshop.slug}") + query
    st.link_button(words, address, icon=":material/print:", type="tertiary")
    show_changed(frozen_document(before.draft), frozen_document(after.draft))


def show_changed(before: Document, after: Document) -> None:
    """Every clause that is not as it was, by the word."""
    found = compared(before, after)
    if not found:
        st.info("No clause says anything else.", icon=":material/check:")
    for clause in found:
        st.markdown(f"**{label(clause.name)}** {FATES[clause.fate]}")
        show_lines((line.what, line.pieces) for line in clause.lines)


def _ask_versions(workshop: Workshop) -> tuple[Published, Published]:
    """From which version, and to which: at first from the last but one to the last."""
    versions = {version.version: version for version in workshop.published}
    newest = len(versions)
    with st.container(horizontal=True):
        before = _ask("From", "since", versions, newest - 1)
        after = _ask("To", "until", versions, newest)
    return versions[before], versions[after]


def _ask(words: str, key: str, versions: dict[int, Published], first: int) -> int:
    zone = session.time_zone()
    chosen: int = st.selectbox(
        words,
        list(versions),
        index=first - 1,
        key=f"definition.{key}",
        width=280,
        format_func=lambda number: f"Version {number}, from {day(versions[number].at, zone)}",
    )
    return chosen
