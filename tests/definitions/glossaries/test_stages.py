"""The stages of a lead, as the terms that come before one another tell them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.starter import terms
from definitions.glossaries.stages import stages
from definitions.glossary import Relation, RelationKind, Term


def term(name: str, *after: str, replaced: bool = False) -> Term:
    relations = [Relation(kind=RelationKind.BEFORE, to=to) for to in after]
    if replaced:
        relations.append(Relation(kind=RelationKind.REPLACED_BY, to="X"))
    return Term(name=name, definition="Something.", relations=tuple(relations))


def names(*glossary: Term) -> list[str]:
    return [found.name for found in stages(glossary)]


def test_the_starter_glossary_tells_the_life_of_a_lead() -> None:
    assert names(*terms()) == [
        "Suspect",
        "Inquiry",
        "Marketing qualified lead",
        "Sales accepted lead",
        "Sales qualified lead",
        "Opportunity",
    ]


def test_the_order_of_proposing_does_not_matter_and_other_terms_have_no_place() -> None:
    assert names(term("C"), term("Other"), term("B", "c"), term("A", "B")) == ["A", "B", "C"]


def test_retired_terms_and_relations_to_nothing_are_passed_over() -> None:
    assert names(term("A", "B"), term("B"), term("Old", "B", replaced=True), term("D", "Nowhere")) == [
        "A",
        "B",
    ]


def test_terms_in_a_circle_have_no_place() -> None:
    assert names(term("A", "B"), term("B", "A"), term("S", "T"), term("T")) == ["S", "T"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] < e[1]), max_size=12))
def test_every_stage_stands_before_those_it_comes_before(edges: list[tuple[int, int]]) -> None:
    glossary = [term(f"t{n}", *(f"t{b}" for a, b in edges if a == n)) for n in (3, 1, 6, 0, 5, 2, 4)]
    order = names(*glossary)
    assert set(order) == {f"t{n}" for edge in edges for n in edge}
    assert all(order.index(f"t{a}") < order.index(f"t{b}") for a, b in edges)
