"""The definition to take along: its address and its files, in one menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from data.publishing import files
from definitions.document import SignedDocument


@dataclass(frozen=True)
class Form:
    """A file of the definition: what it is called, its ending, its kind, how it is made."""

    words: str
    ending: str
    mime: str
    make: Callable[[SignedDocument], bytes]
    icon: str


FORMS = (
    Form("PDF, to print and keep", "pdf", "application/pdf", files.pdf, "picture_as_pdf"),
    Form(
        "Word",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        files.docx,
        "article",
    ),
    Form("Web page", "html", "text/html", files.html, "html"),
    Form("Markdown", "md", "text/markdown", files.markdown, "markdown"),
    Form("JSON, as it was signed", "json", "application/json", files.json, "data_object"),
)


def show_downloads(signed: SignedDocument, address: str | None) -> None:
    """The menu. A file is made only when somebody asks for it."""
    with st.popover("Download", icon=":material/download:"):
        for form in FORMS:
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
        if address is not None:
            st.link_button("Open the page", address, icon=":material/open_in_new:", type="tertiary")
