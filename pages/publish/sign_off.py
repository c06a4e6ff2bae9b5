"""Sign off: freeze the draft, read it as it is printed, and sign it or say why not."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import open_draft
from alignment.composing import signed_document
from alignment.drafts import Frozen, Published
from alignment.standing import unsettled
from alignment.workshop import Phase
from pages.publish import freezing, signing
from pages.publish.sheet import show_sheet
from pages.publish.signatures import show_signatures
from pages.shared import live, session
from pages.shared.session import Here
from pages.shared.times import day

CAPTION = "The exact text of the definition, and the names under it. With the last signature it is in force."
DEFINITION = "pages/publish/definition.py"
SIGNATURES = "signatures"
TOO_LATE = {
    Phase.DRAFTING: ("sign", "decline", "thaw", "next"),
    Phase.FROZEN: ("freeze", "next"),
    Phase.PUBLISHED: ("sign", "decline", "thaw", "freeze"),
}
"""What somebody may have tried just after others had moved the workshop on; its form is gone then."""


def show_draft(here: Here) -> None:
    """While drafting: what is missing, who signs, and the document as it stands."""
    freezing.show_sent_back(here)
    missing = freezing.show_missing(here)
    if here.me.facilitator and not missing:
        freezing.ask_to_freeze(here)
    elif not missing:
        st.write("A facilitator chooses who signs and freezes the text.")
    session.show_refusal("freeze")
    freezing.show_preview(here)
    waiting = [f"clause:{clause.id}" for clause in unsettled(here.workshop, here.now)]
    if waiting:
        live.listen(*waiting, head=here.workshop.head, key="live.sign_off")


def show_frozen(here: Here, draft: Frozen) -> None:
    """While frozen: the text on a sheet, and beside it who signs."""
    signed = signed_document(here.workshop, draft)
    st.info(
        f"Version {draft.version} is frozen for signing. {signing.waits_for(here, draft)} Read the text, "
        f"then go to the [signatures](#{SIGNATURES}).",
        icon=":material/ac_unit:",
    )
    left, right = st.columns([2, 1], gap="large")
    with left:
        show_sheet(signed)
        st.markdown(f"[To the signatures](#{SIGNATURES})")
    with right:
        st.subheader("Signatures", anchor=SIGNATURES)
        signing.ask_to_sign(here, signed)
        show_signatures(signed)
        st.caption("The fingerprint (SHA-256) of the text that is signed")
        st.code(draft.sha256, language=None, wrap_lines=True)
        signing.ask_to_take_back(here, draft)


def begin_next() -> None:
    """Open the next draft from the version in force."""
    with session.attempt("next"):
        workshop = session.act(open_draft)
        following = workshop.version
        session.said(f"Version {following} is being drafted. Version {following - 1} stays in force.")


def show_published(here: Here, version: Published) -> None:
    """While nothing is drafted: what is in force, who signed it, and the way to the next version."""
    since = day(version.at, session.time_zone())
    st.success(f"Version {version.version} is signed and in force since {since}.", icon=":material/verified:")
    st.page_link(DEFINITION, label="Read the definition", icon=":material/description:")
    st.subheader("Signatures")
    show_signatures(signed_document(here.workshop, version.draft, version))
    if here.me.facilitator:
        st.subheader("Change it")
        st.write(
            f"A new draft begins from this text. Version {version.version} stays in force until the next one "
            "is signed."
        )
        st.button("Open a new draft", key="next.go", icon=":material/edit_document:", on_click=begin_next)
        session.show_refusal("next")


here = session.here()
st.title("Sign off")
st.caption(CAPTION)
for place in TOO_LATE[here.workshop.phase]:
    session.show_refusal(place)
in_force = here.workshop.in_force
if in_force is not None and here.workshop.phase is not Phase.PUBLISHED:
    words = f"Version {in_force.version} is in force while version {here.workshop.version} is made"
    st.page_link(DEFINITION, label=words, icon=":material/verified:")
if here.workshop.frozen is not None:
    show_frozen(here, here.workshop.frozen)
elif here.workshop.phase is Phase.PUBLISHED and in_force is not None:
    show_published(here, in_force)
else:
    show_draft(here)
