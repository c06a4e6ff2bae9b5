"""Checks of a definition's words: what is not defined, defined in a circle, or said in two ways."""

from __future__ import annotations

from collections.abc import Iterable

from definitions.contents import Content
from definitions.glossaries.circles import circular
from definitions.glossaries.finding import Finding
from definitions.glossaries.naming import collisions, missing, retired_in_use
from definitions.glossaries.undefined import undefined
from definitions.glossary import Term


def checks(
    contents: Iterable[Content], known: Iterable[Term] = (), own: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Everything that was found, the most serious first.

    ``known``: a glossary to know words of the trade by. ``own``: texts whose abbreviations need no term.
    """
    contents = tuple(contents)
    terms = [content for content in contents if isinstance(content, Term)]
    return (
        *collisions(terms),
        *circular(terms),
        *retired_in_use(contents),
        *missing(contents),
        *undefined(contents, known, own),
    )
