"""The glossary as it is being made: its terms, and what is amiss with the words of the draft."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from alignment.workshop import Workshop
from definitions.contents import Content
from definitions.glossaries.checks import checks
from definitions.glossaries.finding import Finding
from definitions.glossary import Term


def contents(workshop: Workshop) -> tuple[Content, ...]:
    """What the clauses say that are not left out, in the order proposed."""
    return tuple(clause.content for clause in workshop.clauses.values() if not clause.left_out)


def terms(workshop: Workshop) -> tuple[Term, ...]:
    """The glossary's terms, agreed or not, in the order proposed."""
    return tuple(content for content in contents(workshop) if isinstance(content, Term))


def findings(workshop: Workshop, known: Iterable[Term] = ()) -> tuple[Finding, ...]:
    """What is amiss with the draft's words. ``known``: a glossary to know words of the trade by."""
    return _checked(contents(workshop), tuple(known), (workshop.company, workshop.offering, workshop.name))


_checked = lru_cache(maxsize=32)(checks)
"""The same draft is checked once; that takes longer than all the rest of a page."""
