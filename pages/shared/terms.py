"""The glossary's words where they are used: a small window tells what each means here."""

from __future__ import annotations

import streamlit as st

from alignment.clauses import Clause
from alignment.glossary import terms
from alignment.workshop import Workshop
from definitions.glossaries.occurrences import occurrences
from definitions.glossaries.speaking import texts
from definitions.glossaries.wording import also_called, term_meaning
from definitions.glossary import Term
from definitions.texts import same_name
from pages.shared.session import Here
from pages.shared.text import label, plain

NAMED = 3
"""So many words are named on the button; the window has all."""


def ask_terms(found: Here, clause: Clause, place: str) -> None:
    """The button that tells what the glossary's words in a clause mean; nothing where there are none.

    The words are told when the window opens. ``place`` tells two cards of one clause apart.
    """
    used = used_in(found.workshop, clause)
    if not used:
        return
    words, key = _words(used), f"terms.{place}.{clause.id}"
    window = st.popover(words, key=key, icon=":material/menu_book:", type="tertiary", on_change="rerun")
    if window.open:
        with window:
            for term in used:
                st.markdown(explained(term))


def explained(term: Term) -> str:
    """A term and what it means here, in Markdown."""
    also = f" {label(also_called(term))}" if term.synonyms else ""
    return f"**{label(term.name)}**{also}: {plain(term_meaning(term))}"


def used_in(workshop: Workshop, clause: Clause) -> tuple[Term, ...]:
    """The terms that a clause uses, in the order in which a reader meets them; not the term it defines."""
    glossary = {term.name: term for term in terms(workshop)}
    if not glossary:
        return ()
    text = "\n\u2063\n".join(texts(clause.content))
    names = dict.fromkeys(one.term for one in occurrences(text, glossary.values()))
    return tuple(glossary[name] for name in names if not _defines(clause, name))


def _defines(clause: Clause, name: str) -> bool:
    return isinstance(clause.content, Term) and same_name(clause.name, name)


def _words(used: tuple[Term, ...]) -> str:
    names = ", ".join(term.name for term in used[:NAMED])
    more = f" and {len(used) - NAMED} more" if len(used) > NAMED else ""
    return label(f"{names}{more}: what it means")
