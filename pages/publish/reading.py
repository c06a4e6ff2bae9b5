"""Who has read the version in force, and the button that says so."""

from __future__ import annotations

import streamlit as st

from alignment.actions.reading import acknowledge_reading
from alignment.drafts import Published
from alignment.reading import has_read, unread
from alignment.topics import READING
from definitions.phrases import listed
from pages.shared import live, session
from pages.shared.session import Here
from pages.shared.text import label

ANCHOR = "reading"
PLACE = "reading"
MOST_NAMES = 12


def have_read(version: int, sha256: str) -> None:
    """Say that one has read the text with this fingerprint."""
    with session.attempt(PLACE):
        session.act(acknowledge_reading, version, sha256)
        session.said("Thank you. The others see that you have read it.")


def ask_to_read(here: Here, version: Published) -> None:
    """Above the text: for somebody who has not read it, what to do when they have."""
    if not has_read(here.workshop, version, here.me):
        st.info(
            f"Please read version {version.version}, and [say so below the text](#{ANCHOR}).",
            icon=":material/menu_book:",
        )


@st.fragment
def show_reading() -> None:
    """Below the text: the button for whoever has not read it, and who else has not; up to date by itself."""
    found = session.look()
    version = found.workshop.in_force if found is not None else None
    if found is None or version is None:
        return
    st.subheader("Read by", anchor=ANCHOR)
    if not has_read(found.workshop, version, found.me):
        st.button(
            f"I have read version {version.version}",
            key="reading.go",
            type="primary",
            icon=":material/done_all:",
            on_click=have_read,
            args=(version.version, version.draft.sha256),
        )
    session.show_refusal(PLACE)
    st.markdown(in_words(found))
    live.listen(READING, live.ME, head=found.workshop.head, key="live.reading")


def in_words(found: Here) -> str:
    """How many have read the version in force, and who has not, in Markdown."""
    missing, everybody = unread(found.workshop), len(found.workshop.people)
    count = f"Read by {everybody - len(missing)} of {everybody}"
    if not missing:
        return f"{count}: everybody."
    names = [label(person.name) for person in missing[:MOST_NAMES]]
    more = len(missing) - len(names)
    return f"{count}; not yet: {listed([*names, f'{more} more'] if more else names)}."
