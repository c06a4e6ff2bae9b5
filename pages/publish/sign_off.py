"""Sign off: freeze the draft, read it as it is printed, and sign it or say why not."""

from __future__ import annotations

import streamlit as st

from alignment.composing import signed_document
from alignment.drafts import Frozen, Published
from alignment.standing import unsettled
from alignment.workshop import Phase
from definitions.document import SignedDocument
from pages.publish import freezing, next_draft, requesting, reviewing, signing
from pages.publish.sheet import show_sheet
from pages.publish.signatures import show_reviews, show_signatures
from pages.shared import live, session
from pages.shared.session import Here
from pages.shared.times import day

CAPTION = "The exact text of the definition, and the names under it. With the last signature it is in force."
DEFINITION = "pages/publish/definition.py"
SIGNATURES = "signatures"
SIGNED = ("sign", "decline", "thaw", "review", "send_back", "renew")
TOO_LATE = {
    Phase.DRAFTING: (*SIGNED, "next", "upkeep"),
    Phase.FROZEN: ("freeze", "widen", "next", "upkeep"),
    Phase.PUBLISHED: (*SIGNED, "freeze", "widen"),
}
"""What somebody may have tried just after others had moved the workshop on; its form is gone then."""


def show_draft(here: Here) -> None:
    """While drafting: what is missing, who signs, and the document as it stands."""
    next_draft.show_what_it_is_about(here)
    freezing.show_sent_back(here)
    missing = freezing.show_missing(here)
    if here.me.facilitator and not missing:
        requesting.ask_to_freeze(here)
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
    words = f"Version {draft.version} is frozen for signing. {reviewing.where_it_stands(here, draft)}"
    way = f"Read the text, then go to the [signatures](#{SIGNATURES})."
    if draft.expired(here.now):
        st.warning(words, icon=":material/timer_off:")
    else:
        st.info(f"{words} {way}", icon=":material/ac_unit:")
    reviewing.show_what_changed(here, draft)
    left, right = st.columns([2, 1], gap="large")
    with left:
        show_sheet(signed)
        st.markdown(f"[To the signatures](#{SIGNATURES})")
    with right:
        _show_asked(here, draft, signed)


def _show_asked(here: Here, draft: Frozen, signed: SignedDocument) -> None:
    """What the person here is asked for, and who has reviewed and signed."""
    st.subheader("Signatures", anchor=SIGNATURES)
    reviewing.ask_to_renew(here, draft)
    reviewing.ask_to_review(here, draft)
    signing.ask_to_sign(here, draft, signed)
    show_reviews(here, draft)
    show_signatures(signed, draft.signatories if draft.in_order else ())
    st.caption("The fingerprint (SHA-256) of the text that is signed")
    st.code(draft.sha256, language=None, wrap_lines=True)
    signing.ask_to_take_back(here, draft)


def show_published(here: Here, version: Published) -> None:
    """While nothing is drafted: what is in force, who signed it, and the way to the next version."""
    since = day(version.at, session.time_zone())
    st.success(f"Version {version.version} is signed and in force since {since}.", icon=":material/verified:")
    st.page_link(DEFINITION, label="Read the definition", icon=":material/description:")
    next_draft.show_review(here)
    st.subheader("Signatures")
    show_signatures(signed_document(here.workshop, version.draft, version))
    next_draft.ask_for_next(here)


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
