"""The approved definition: to read, to take along, to pass on."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import share
from alignment.composing import signed_document
from alignment.drafts import Published
from alignment.progress import next_for_group
from alignment.sharing import Sharing
from alignment.workshop import Phase
from pages.publish.challenging import show_challenges
from pages.publish.comparison import ask_whether_to_compare, show_comparison
from pages.publish.downloads import show_downloads
from pages.publish.reading import ask_to_read, show_reading
from pages.publish.sheet import show_sheet
from pages.publish.signatures import signed_by
from pages.shared import session
from pages.shared.links import address_of
from pages.shared.session import Here
from pages.shared.text import plain
from pages.shared.times import day

SIGN_OFF = "pages/publish/sign_off.py"
WHO_READS = {
    Sharing.PARTICIPANTS: "Only people in this workshop can open this address.",
    Sharing.ANYONE: "Anyone who has this address can read the definition.",
}
OTHER = {
    Sharing.PARTICIPANTS: (Sharing.ANYONE, "Let anyone with the link read it", ":material/public:"),
    Sharing.ANYONE: (Sharing.PARTICIPANTS, "Participants only", ":material/lock:"),
}


def share_with(sharing: Sharing) -> None:
    """Choose who may read the definition."""
    with session.attempt("share"):
        session.act(share, sharing)
        session.said(WHO_READS[sharing])


def show_nothing_yet(here: Here) -> None:
    """What to do while nothing is published."""
    st.info(
        "Nothing is published yet. The definition appears here with the last signature.",
        icon=":material/description:",
    )
    st.markdown(f"**Next for the group:** {plain(next_for_group(here.workshop, here.now).sentence)}")
    st.page_link(SIGN_OFF, label="See how far the draft is", icon=":material/signature:")


def ask_version(here: Here) -> Published:
    """The version to read: the one in force, or an earlier one."""
    versions = {version.version: version for version in reversed(here.workshop.published)}
    if len(versions) == 1:
        return here.workshop.published[-1]
    newest = len(versions)
    chosen = st.selectbox(
        "Version",
        list(versions),
        key="definition.version",
        width=240,
        label_visibility="collapsed",
        format_func=lambda number: f"Version {number}" + (", in force" if number == newest else ", replaced"),
    )
    return versions[chosen]


def show_address(here: Here, address: str) -> None:
    """Where the definition is read outside the app, and who may; a facilitator chooses."""
    sharing = here.workshop.sharing
    with st.popover("Share", icon=":material/share:", width="content"):
        st.write(WHO_READS[sharing])
        st.code(address, language=None, wrap_lines=True)
        if here.me.facilitator:
            other, words, icon = OTHER[sharing]
            st.button(words, key="share.go", icon=icon, on_click=share_with, args=(other,))
            session.show_refusal("share")


def show_version(here: Here, version: Published) -> None:
    """One version with its menu, head and text."""
    signed = signed_document(here.workshop, version.draft, version)
    in_force = version is here.workshop.in_force
    address = address_of(f"definition/{here.workshop.slug}") if in_force else None
    with st.container(horizontal=True):
        show_downloads(signed, address)
        if address is not None:
            show_address(here, address)
    if not in_force:
        replaced_at = here.workshop.published[version.version].at
        st.warning(
            f"Version {version.version} is not in force any more: version {version.version + 1} replaced it "
            f"on {day(replaced_at, session.time_zone())}.",
            icon=":material/history:",
        )
    if in_force:
        ask_to_read(here, version)
    show_sheet(signed, head=(signed_by(signed),), contents=True)


here = session.here()
st.title("Definition")
st.caption("What a qualified lead is, as all three teams signed it.")
if here.workshop.in_force is None:
    show_nothing_yet(here)
else:
    if here.workshop.phase is not Phase.PUBLISHED:
        number = here.workshop.in_force.version
        words = f"Version {number} is in force while version {here.workshop.version} is made"
        st.page_link(SIGN_OFF, label=words, icon=":material/edit_document:")
    if ask_whether_to_compare(here.workshop):
        show_comparison(here.workshop)
    else:
        version = ask_version(here)
        show_version(here, version)
        if version is here.workshop.in_force:
            show_reading()
    show_challenges()
