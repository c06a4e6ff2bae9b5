"""Where the words of a glossary occur in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.starter import terms
from definitions.glossaries.occurrences import occurrences
from definitions.glossary import Term


def term(name: str, *synonyms: str) -> Term:
    return Term(name=name, definition="Something.", synonyms=synonyms)


LEAD, QUALIFIED = term("Lead", "Contact"), term("Marketing qualified lead", "MQL")


def found(text: str, *glossary: Term) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.term) for one in occurrences(text, glossary)]


def test_the_longest_term_counts_and_the_order_is_that_of_the_text() -> None:
    text = "A marketing qualified lead is a lead, or a contact."
    assert found(text, LEAD, QUALIFIED) == [
        ("marketing qualified lead", "Marketing qualified lead"),
        ("lead", "Lead"),
        ("contact", "Lead"),
    ]


@pytest.mark.parametrize(
    "text", ["mql", "an MQL.", "MQLs", "(MQL)", "no-MQL-today", "marketing\n qualified leads"]
)
def test_any_case_plurals_and_line_breaks_count(text: str) -> None:
    assert [name for _, name in found(text, QUALIFIED)] == ["Marketing qualified lead"]


@pytest.mark.parametrize("text", ["misleading", "leadership", "MQLX", "", "le ad", "Lead\u0301"])
def test_only_whole_words_count(text: str) -> None:
    assert not found(text, LEAD, QUALIFIED)


def test_a_word_that_ends_in_y_has_its_own_plural() -> None:
    assert found("Two opportunities and one inquiry", term("Opportunity"), term("Inquiry")) == [
        ("opportunities", "Opportunity"),
        ("inquiry", "Inquiry"),
    ]


def test_an_abbreviation_of_two_letters_counts_only_in_capitals() -> None:
    assert found("Ask IT whether it works.", term("Technology", "IT")) == [("IT", "Technology")]


def test_signs_in_names_and_other_scripts_are_compared_too() -> None:
    assert found("C++ and ВОРОНКА and hand-raiser", term("C++"), term("воронка"), term("Hand-raiser")) == [
        ("C++", "C++"),
        ("ВОРОНКА", "воронка"),
        ("hand-raiser", "Hand-raiser"),
    ]


def test_of_two_terms_with_one_word_the_first_counts() -> None:
    assert found("SAL", term("First", "SAL"), term("Second", "SAL")) == [("SAL", "First")]


words = st.sampled_from([word for each in terms() for word in (each.name, *each.synonyms)])
texts = st.lists(st.one_of(words, st.text(max_size=8)), max_size=12).map(" ".join)


@given(texts)
def test_occurrences_are_in_order_do_not_overlap_and_lie_within_the_text(text: str) -> None:
    spans = occurrences(text, terms())
    names = {each.name for each in terms()}
    assert all(0 <= one.start < one.end <= len(text) and one.term in names for one in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.lists(words, min_size=1, max_size=6))
def test_every_word_of_the_glossary_is_found_where_it_stands(chosen: list[str]) -> None:
    text = " & ".join(chosen)
    start = 0
    spans = occurrences(text, terms())
    for word, one in zip(chosen, spans, strict=True):
        assert text[one.start : one.end] == word
        assert one.start == text.index(word, start)
        start = one.end


@given(st.text(max_size=40), st.text(min_size=1, max_size=8))
def test_no_text_and_no_name_breaks_the_search(text: str, name: str) -> None:
    if name.strip():
        occurrences(text + name, [Term.model_construct(name=name, definition="x", synonyms=())])
