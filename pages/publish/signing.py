"""Signing a frozen text: the statement and the name, or a reason not to sign."""

from __future__ import annotations

import streamlit as st

from alignment.actions.definition import decline, sign, thaw
from alignment.drafts import Frozen
from alignment.requests import not_yet
from definitions.document import SignedDocument
from pages.shared import session
from pages.shared.session import Here
from pages.shared.text import plain


def sign_it(sha256: str) -> None:
    """Type one's name under the text with this fingerprint."""
    with session.attempt("sign"):
        workshop = session.act(sign, sha256, session.typed(f"sign.{sha256}.name"))
        in_force = workshop.frozen is None
        session.said("Signed. The definition is in force." if in_force else "Signed. Thank you.")


def decline_it(sha256: str) -> None:
    """Do not sign the text with this fingerprint."""
    with session.attempt("decline"):
        session.act(decline, sha256, session.typed(f"decline.{sha256}.reason"))
        session.said("You declined. The draft is open again, and everybody can read why.")


def take_back(sha256: str) -> None:
    """Put the frozen text back on the table."""
    with session.attempt("thaw"):
        session.act(thaw, session.typed(f"thaw.{sha256}.reason"))
        session.said("The draft is open again, and everybody can read why.")


def ask_to_sign(here: Here, draft: Frozen, signed: SignedDocument) -> None:
    """The statement, the name field and the button; or why there is nothing to sign here."""
    signer = next((s for s in signed.document.signers if s.person_id == here.me.id), None)
    if signer is None:
        st.caption("You are not asked to sign this text.")
        return
    if signed.signature_of(signer) is not None:
        st.success("You have signed.", icon=":material/check_circle:")
        return
    if draft.expired(here.now):
        st.caption("Nobody can sign now: the time is over.")
        return
    with st.container(border=True):
        st.markdown(plain(signer.statement))
    waits = not_yet(here.workshop, draft, here.me)
    if waits is not None:
        st.info(plain(waits), icon=":material/hourglass_empty:")
        session.show_refusal("sign")
        _ask_to_decline(signed.sha256)
        return
    with st.form("sign", border=False):
        st.text_input("Your name, as it stands above", key=f"sign.{signed.sha256}.name")
        st.form_submit_button(
            "Sign",
            key="sign.go",
            type="primary",
            icon=":material/signature:",
            on_click=sign_it,
            args=(signed.sha256,),
        )
    session.show_refusal("sign")
    _ask_to_decline(signed.sha256)


def _ask_to_decline(sha256: str) -> None:
    refused = session.refusal("decline") is not None
    with st.expander("I do not sign", icon=":material/block:", expanded=refused):
        st.write("The draft opens again for everybody, and signatures given so far lapse.")
        with st.form("decline", border=False):
            st.text_area(
                "Why not, so that the others know what to change",
                key=f"decline.{sha256}.reason",
                persist_state="session",
            )
            st.form_submit_button("Decline", key="decline.go", on_click=decline_it, args=(sha256,))
        session.show_refusal("decline")


def ask_to_take_back(here: Here, draft: Frozen) -> None:
    """For a facilitator: put the text back on the table."""
    if not here.me.facilitator:
        return
    refused = session.refusal("thaw") is not None
    with st.expander("Take the draft back", icon=":material/undo:", expanded=refused):
        given = len(draft.signatures)
        st.write("It opens again for changes." + (" The signatures given so far lapse." if given else ""))
        with st.form("thaw", border=False):
            st.text_area(
                "Why, for those who signed", key=f"thaw.{draft.sha256}.reason", persist_state="session"
            )
            st.form_submit_button("Take it back", key="thaw.go", on_click=take_back, args=(draft.sha256,))
        session.show_refusal("thaw")
