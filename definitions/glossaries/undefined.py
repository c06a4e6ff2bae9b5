"""Words of the trade and abbreviations that clauses use and no term defines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from definitions.contents import Content
from definitions.glossaries.finding import Finding, FindingKind, named
from definitions.glossaries.occurrences import Named, Occurrence, index_of, named_in
from definitions.glossaries.speaking import texts
from definitions.glossary import Term
from definitions.phrases import quoted
from definitions.texts import fold_name

TRADE = (
    *("MQL", "SAL", "SQL", "SQO", "PQL", "ICP", "BANT", "MEDDIC", "SDR", "BDR", "inquiry", "enquiry"),
    *("opportunity", "prospect", "buying committee", "ideal customer profile", "lead nurturing"),
    *("marketing qualified lead", "sales accepted lead", "sales qualified lead", "qualified lead"),
)
"""Words that mean different things in different companies."""
ORDINARY = frozenset(
    {
        *("b2b", "b2c", "ceo", "cfo", "cio", "cmo", "coo", "cto", "crm", "csv", "erp", "eu", "eur", "faq"),
        *("gbp", "gdpr", "gmbh", "hr", "id", "ii", "iii", "it", "iv", "llc", "ltd", "ok", "pdf", "pr", "rfp"),
        *(
            "rfi",
            "saas",
            "uk",
            "url",
            "us",
            "usa",
            "usd",
            "utc",
            "vat",
            "vp",
            "am",
            "pm",
            "ai",
            "asap",
            "tbd",
        ),
        *("q1", "q2", "q3", "q4", "nda", "sla", "kpi", "roi", "not", "and", "or", "no", "yes", "all", "must"),
    }
)
"""Capitals that every reader knows, and words that people write in capitals for stress."""
_WORD = re.compile(r"[^\W_]{2,}")
_LONGEST = 6
_DEFINED = ""


def undefined(contents: Sequence[Content], known: Iterable[Term], own: Iterable[str]) -> Iterator[Finding]:
    """Each word of the trade, or abbreviation, that some clause uses and the glossary does not have.

    ``known``: a glossary whose names of several words are words of the trade. ``own``: texts whose
    abbreviations need no term, such as the company's name.
    """
    ordinary = ORDINARY.union(*(map(fold_name, _WORD.findall(text)) for text in own))
    index = index_of((*_defined(contents), *_trade(known)))
    users: dict[str, dict[str, None]] = {}
    words: dict[str, str] = {}
    for content in contents:
        for text in texts(content):
            found = named_in(text, index)
            for word in (*_used(found), *_abbreviations(text, found, ordinary)):
                words.setdefault(fold_name(word), word)
                users.setdefault(fold_name(word), {})[content.name] = None
    for key, names in users.items():
        yield _finding(words[key], tuple(names))


def _finding(word: str, names: tuple[str, ...]) -> Finding:
    sentence = f"{quoted(word)} is used in {named(names)}, and no term says what it means here."
    return Finding(FindingKind.UNDEFINED, word, sentence, names)


def _defined(contents: Iterable[Content]) -> Iterator[Named]:
    for content in contents:
        if isinstance(content, Term):
            yield _DEFINED, (content.name, *content.synonyms)


def _trade(known: Iterable[Term]) -> Iterator[Named]:
    for word in (*TRADE, *(word for term in known for word in (term.name, *term.synonyms))):
        if word in TRADE or not word.isalpha():
            yield word, (word,)


def _used(found: Iterable[Occurrence]) -> Iterator[str]:
    return (one.term for one in found if one.term != _DEFINED)


def _abbreviations(text: str, found: tuple[Occurrence, ...], ordinary: frozenset[str]) -> Iterator[str]:
    """Words in capitals, unless the whole text is written so."""
    words = list(_WORD.finditer(text))
    short = [word for word in words if _is_short(word[0].removesuffix("s"))]
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return
    for word in short:
        name = word[0].removesuffix("s")
        known = any(one.start <= word.start() < one.end for one in found)
        if not known and fold_name(name) not in ordinary:
            yield name


def _is_short(word: str) -> bool:
    if not word.isupper() or len(word) > _LONGEST:
        return False
    return sum(letter.isalpha() for letter in word) >= 2
