"""The fields of a glossary term: its meaning, and folded below it whatever else can be said of it."""

from __future__ import annotations

import streamlit as st

from alignment.actions.action import built
from alignment.glossary import contents, terms
from definitions.glossaries.items import joined, parted
from definitions.glossaries.naming import deciding
from definitions.glossary import Term
from definitions.texts import same_name
from pages.draft import relation_rows
from pages.shared import session

LISTS = {
    "synonyms": "Synonyms, one a line",
    "examples": "Examples, one a line",
    "counter_examples": "What is not one, one a line",
}
NOTHING = ""


def fill(place: str, term: Term | None) -> None:
    """Put a term's wording into the fields, or empty them. Only in a callback."""
    session.fill(f"{place}.name", term.name if term else "")
    session.fill(f"{place}.definition", term.definition if term else "")
    session.fill(f"{place}.owner", term.owner if term else "")
    session.fill(f"{place}.decided_by", term.decided_by if term else NOTHING)
    for field in LISTS:
        session.fill(f"{place}.{field}", joined(getattr(term, field)) if term else "")
    relation_rows.fill(place, term.relations if term else ())


def ask(place: str) -> None:
    """The fields. Relations come and go, so they are in no form."""
    look = {"persist_state": "session", "on_change": "ignore"}
    st.text_input("Term", key=f"{place}.name", **look)
    st.text_area("What it means here", key=f"{place}.definition", **look)
    _ask_list(place, "synonyms")
    more = "Owner, examples, relations, and what decides it"
    with st.expander(more, key=f"{place}.more", icon=":material/more_horiz:"):
        st.text_input("Who answers for it", key=f"{place}.owner", placeholder="A team or a person", **look)
        _ask_list(place, "examples")
        _ask_list(place, "counter_examples")
        relation_rows.ask(place, _other_terms(place))
        _ask_what_decides(place)


def _ask_list(place: str, field: str) -> None:
    st.text_area(LISTS[field], key=f"{place}.{field}", height=80, persist_state="session", on_change="ignore")


def _ask_what_decides(place: str) -> None:
    """Which clause decides whether something is one; one that is gone stays until another is chosen."""
    found = session.look()
    names = deciding(contents(found.workshop)) if found is not None else ()
    now = session.typed(f"{place}.decided_by", NOTHING)
    st.selectbox(
        "The clause that decides what counts as one",
        list(dict.fromkeys((NOTHING, *names, now))),
        key=f"{place}.decided_by",
        format_func=lambda name: name or "None",
        persist_state="session",
        on_change="ignore",
    )


def _other_terms(place: str) -> list[str]:
    found = session.look()
    this = str(session.typed(f"{place}.name"))
    names = [term.name for term in terms(found.workshop)] if found is not None else []
    return sorted((name for name in names if not same_name(name, this)), key=str.casefold)


def read(place: str) -> Term:
    """The term as typed; refused in plain words if it cannot be one."""
    return built(
        Term,
        name=session.typed(f"{place}.name"),
        definition=session.typed(f"{place}.definition"),
        owner=session.typed(f"{place}.owner"),
        decided_by=session.typed(f"{place}.decided_by", NOTHING),
        relations=relation_rows.read(place),
        **{field: parted(str(session.typed(f"{place}.{field}"))) for field in LISTS},
    )
