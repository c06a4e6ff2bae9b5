"""The glossary's words where they are used: a small window tells what each means here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from alignment.clauses import Clause
from alignment.glossary import terms
from alignment.workshop import Workshop
from definitions.contents import Content
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

    ``place`` tells two cards of one clause apart.
    """
    ask_meanings(used_in(found.workshop, clause), f"terms.{place}.{clause.id}")


def ask_meanings(used: Sequence[Term], key: str) -> None:
    """The button that tells what some terms mean; they are told when its window opens."""
    if not used:
        return
    window = st.popover(
        _words(used), key=key, icon=":material/menu_book:", type="tertiary", on_change="rerun"
    )
    if window.open:
        with window:
            for term in used:
                st.markdown(explained(term))


def explained(term: Term) -> str:
    """A term and what it means here, in Markdown."""
    also = f" {label(also_called(term))}" if term.synonyms else ""
    return f"**{label(term.name)}**{also}: {plain(term_meaning(term))}"


def used_in(workshop: Workshop, clause: Clause) -> tuple[Term, ...]:
    """The terms of the glossary as it is being made that a clause uses; not the term it defines."""
    return terms_of(clause.content, terms(workshop))


def terms_of(content: Content, glossary: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that a text uses, in the order in which a reader meets them; not the term it defines."""
    by_name = {term.name: term for term in glossary}
    if not by_name:
        return ()
    text = "\n\u2063\n".join(texts(content))
    names = dict.fromkeys(one.term for one in occurrences(text, by_name.values()))
    return tuple(by_name[name] for name in names if not _defines(content, name))


def _defines(content: Content, name: str) -> bool:
    return isinstance(content, Term) and same_name(content.name, name)


def _words(used: Sequence[Term]) -> str:
    names = ", ".join(term.name for term in used[:NAMED])
    more = f" and {len(used) - NAMED} more" if len(used) > NAMED else ""
    return label(f"{names}{more}: what it means")
