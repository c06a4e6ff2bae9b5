"""Self-qualification: the public form for prospects, which a facilitator opens and words."""

from __future__ import annotations

import streamlit as st

from alignment.actions.self_qualification import change_self_qualification
from alignment.composing import frozen_document
from alignment.drafts import Published
from definitions.phrases import listed
from definitions.self_qualification import outdated
from pages.shared import session
from pages.shared.links import address_of, show_link
from pages.shared.not_yet import show_not_in_force
from pages.shared.session import Here
from pages.shared.text import label
from pages.use.prospect_fields import ask_questions, ask_texts, typed_form

PLACE = "prospects"
SOURCE = (
    "To know later where somebody came from, put for example ?source=webinar at the end of the address: the "
    "lead arrives with “webinar” as its source."
)


def save(open_: bool) -> None:
    """Keep the form as it stands in the fields, open or closed."""
    with session.attempt(PLACE):
        version = session.here().workshop.in_force
        criteria = frozen_document(version.draft).criteria if version is not None else ()
        session.act(change_self_qualification, open_, typed_form(criteria))
        session.said("The form is open to prospects." if open_ else "Saved. The form is closed.")


def show_state(here: Here) -> None:
    """Whether prospects can answer, and where."""
    form = here.workshop.self_qualification
    if form is None or not form.open:
        words = f"The form is closed: prospects cannot answer. {_closing_words(here)}"
        st.info(words, icon=":material/lock:")
        return
    st.success("The form is open to everybody who has this address.", icon=":material/public:")
    address = address_of(f"qualify/{here.workshop.slug}")
    show_link(address, "The address of the form as a QR code")
    st.caption(f"{SOURCE} {_closing_words(here)}")


def _closing_words(here: Here) -> str:
    return "" if here.me.facilitator else "A facilitator words, opens and closes it."


def ask_form(here: Here, version: Published) -> None:
    """What prospects are asked and told."""
    now = here.workshop.self_qualification
    form = now.form if now is not None else None
    criteria = frozen_document(version.draft).criteria
    gone = outdated(form, criteria) if form is not None else ()
    if gone:
        st.warning(
            f"Version {version.version} of the definition asks this differently, or no longer: "
            f"{listed([label(name) for name in gone])}. Look at the questions and save them.",
            icon=":material/update:",
        )
    st.subheader("Questions", anchor=False)
    st.caption(
        "The order of the answers stays that of the definition. Prospects see neither points nor verdict."
    )
    ask_questions(form, criteria)
    st.subheader("Around them", anchor=False)
    ask_texts(form)
    _ask_to_save(open_=now is not None and now.open)
    session.show_refusal(PLACE)


def _ask_to_save(open_: bool) -> None:
    with st.container(horizontal=True):
        if open_:
            st.button("Save", key="prospects.save", type="primary", on_click=save, args=(True,))
            st.button("Save and close", key="prospects.close", on_click=save, args=(False,))
        else:
            st.button("Save and open", key="prospects.open", type="primary", on_click=save, args=(True,))
            st.button("Save, not open yet", key="prospects.save", on_click=save, args=(False,))


here = session.here()
st.title("Self-qualification")
st.caption("Prospects answer a few questions themselves; their answers arrive among the assessments.")
if here.workshop.in_force is None:
    show_not_in_force("Prospects can be asked once it is signed.", "public")
else:
    show_state(here)
    if here.me.facilitator:
        ask_form(here, here.workshop.in_force)
