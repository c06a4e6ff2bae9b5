"""A term as the texts of a file's columns, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from data.starter import terms
from definitions.glossaries.columns import Column, cells, column_called, term_in
from definitions.glossaries.items import joined, parted
from definitions.glossary import Relation, RelationKind, Term
from tests.definitions.glossaries.drawn import drawn_terms


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.name)
def test_a_starter_term_comes_back_from_its_cells(term: Term) -> None:
    assert term_in(cells(term)) == term


@given(drawn_terms())
def test_every_term_comes_back_from_its_cells(term: Term) -> None:
    assert term_in(cells(term)) == term


@given(st.lists(st.text(min_size=1).map(str.strip).filter(lambda t: t and "\r" not in t), max_size=5))
def test_items_come_back_from_their_lines(items: list[str]) -> None:
    assert parted(joined(items)) == tuple(items)


def test_a_column_that_is_not_there_leaves_what_was() -> None:
    before = Term(name="Lead", definition="Old.", owner="Sales", synonyms=("Contact",))
    after = term_in({Column.TERM: "Lead", Column.DEFINITION: "New.", Column.SYNONYMS: ""}, before)
    assert after == Term(name="Lead", definition="New.", owner="Sales")


@pytest.mark.parametrize("written", ["comes before: Deal", "Comes Before Deal", "COMES BEFORE :Deal "])
def test_relations_are_read_in_any_case_with_or_without_a_colon(written: str) -> None:
    term = term_in({Column.TERM: "Lead", Column.DEFINITION: "x", Column.RELATIONS: written})
    assert term.relations == (Relation(kind=RelationKind.BEFORE, to="Deal"),)


@pytest.mark.parametrize("written", ["Deal", "comes before", "comes after: Deal"])
def test_what_is_no_relation_is_told(written: str) -> None:
    with pytest.raises(ValueError, match="is no relation: each begins with one of comes before, "):
        term_in({Column.TERM: "Lead", Column.DEFINITION: "x", Column.RELATIONS: written})


def test_a_term_without_a_definition_cannot_be() -> None:
    with pytest.raises(ValidationError):
        term_in({Column.TERM: "Lead"})


def test_columns_are_known_by_several_names() -> None:
    assert column_called(" Counter  Examples") is Column.COUNTER_EXAMPLES
    assert column_called("NAME") is Column.TERM
    assert column_called("price") is None
