"""The fields of a glossary term."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from definitions.glossary import Term
from pages.shared import session


def fill(place: str, term: Term | None) -> None:
    """Put a term's wording into the fields, or empty them. Only in a callback."""
    session.fill(f"{place}.name", term.name if term else "")
    session.fill(f"{place}.definition", term.definition if term else "")
    session.fill(f"{place}.synonyms", "\n".join(term.synonyms) if term else "")


def ask(place: str) -> None:
    """The fields."""
    st.text_input("Term", key=f"{place}.name", persist_state="session", on_change="ignore")
    st.text_area("What it means here", key=f"{place}.definition", persist_state="session", on_change="ignore")
    st.text_area(
        "Synonyms, one a line",
        key=f"{place}.synonyms",
        height=80,
        persist_state="session",
        on_change="ignore",
    )


def read(place: str) -> Term:
    """The term as typed; refused in plain words if it cannot be one."""
    lines = str(session.typed(f"{place}.synonyms")).splitlines()
    return built(
        Term,
        name=session.typed(f"{place}.name"),
        definition=session.typed(f"{place}.definition"),
        synonyms=[line for line in lines if line.strip()],
    )
