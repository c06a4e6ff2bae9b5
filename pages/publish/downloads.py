"""The definition to take along: its address and its files, in one menu."""

from __future__ import annotations

from functools import partial

import streamlit as st

from data.publishing.forms import FORMS, QUERIES, Form
from definitions.document import SignedDocument
from pages.shared.links import address_of


def show_downloads(signed: SignedDocument, address: str | None) -> None:
    """The menu. A file is made only when somebody asks for it."""
    with st.popover("Download", icon=":material/download:"):
        for form in (form for form in FORMS if form not in QUERIES):
            _offer(signed, form)
        with st.expander("Scorecard in SQL", icon=":material/database:", type="compact"):
            for form in QUERIES:
                _offer(signed, form)
        if address is not None:
            st.link_button("Open the page", address, icon=":material/open_in_new:", type="tertiary")
        check = "Check a file or a fingerprint"
        st.link_button(check, address_of("verify"), icon=":material/fingerprint:", type="tertiary")


def _offer(signed: SignedDocument, form: Form) -> None:
    """A row of the menu: a file in one form."""
    st.download_button(
        form.words,
        partial(form.make, signed),
        file_name=f"qualified-lead-v{signed.document.version}.{form.ending}",
        mime=form.mime,
        key=f"download.{form.ending}",
        icon=f":material/{form.icon}:",
        type="tertiary",
        on_click="ignore",
    )
