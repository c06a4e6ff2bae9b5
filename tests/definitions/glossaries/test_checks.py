"""Checks of a definition's words: what is not defined, explained in a circle, or said in two ways."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.starter import classic_scorecard, problems, terms
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.glossaries.checks import checks
from definitions.glossaries.circles import circles
from definitions.glossaries.finding import Finding, FindingKind
from definitions.glossary import Relation, RelationKind, Term
from definitions.handoff import Handoff, Stage
from definitions.problems import Problem

YES_NO = (Answer(label="Yes", points=5), Answer(label="No", points=0))


def criterion(question: str, name: str = "Need") -> Criterion:
    return Criterion(name=name, question=question, answers=YES_NO)


def term(name: str, definition: str = "Something of its own.", **more: object) -> Term:
    return Term.model_validate({"name": name, "definition": definition, **more})


def related(name: str, *relations: tuple[RelationKind, str]) -> Term:
    return term(name, relations=tuple(Relation(kind=kind, to=to) for kind, to in relations))


def found(*contents: Content) -> tuple[Finding, ...]:
    return checks(contents, terms(), ("ACME", "XRF pumps"))


def sentences(kind: FindingKind, *contents: Content) -> list[str]:
    return [finding.sentence for finding in found(*contents) if finding.kind is kind]


def test_the_starters_together_have_nothing_amiss() -> None:
    assert found(*classic_scorecard(), *terms(), *problems()) == ()


@pytest.mark.parametrize(
    "text",
    ["Is it an MQL?", "How large is the opportunity?", "Two prospects at once?", "Do they know their TAM?"],
)
def test_a_word_of_the_trade_or_an_abbreviation_without_a_term_is_found(text: str) -> None:
    (finding,) = found(criterion(text), criterion(text, "Size"))
    assert finding.kind is FindingKind.UNDEFINED
    assert finding.names == ("Need", "Size")
    assert finding.word in text
    assert finding.sentence.endswith("and no term says what it means here.")


@pytest.mark.parametrize(
    "text",
    [
        "Is the IT budget in EUR ready?",
        "Does ACME know? Is the XRF in use?",
        "IS THERE A PROJECT ANYWHERE?",
        "Must NOT be empty. Is it OK?",
        "Do we suspect a need, a response, a lead?",
        "YES",
        "",
    ],
)
def test_ordinary_words_names_of_ones_own_and_shouting_are_no_findings(text: str) -> None:
    assert not found(criterion(text or "?"))


def test_a_word_that_is_a_synonym_or_within_a_term_is_defined() -> None:
    glossary = term("Marketing qualified lead", synonyms=("MQL",)), term("Sales opportunity")
    assert not found(criterion("Is this MQL a sales opportunity?"), *glossary)


def test_words_are_sought_in_every_kind_of_clause() -> None:
    users = (
        Problem(name="Slow", signs="Asks for a SQO.", solution="x"),
        Handoff(stages=(Stage(name="SQO", entry="Signed"),)),
        term("Lead", "Not a SQO yet."),
    )
    (finding,) = found(*users)
    assert finding.names == ("Slow", "Handoff", "Lead")


def test_many_users_of_a_word_are_counted() -> None:
    (sentence,) = sentences(
        FindingKind.UNDEFINED, *(criterion("A prospect?", f"C{number}") for number in range(6))
    )
    assert sentence.startswith("“prospect” is used in “C0”, “C1” and four other clauses, ")


def test_terms_that_explain_each_other_are_found_once() -> None:
    circle = term("Fish", "What a hook catches."), term("Hook", "What catches a fish.")
    assert sentences(FindingKind.CIRCULAR, *circle) == [
        "“Fish” is explained with “Hook”, which is explained with “Fish”."
    ]
    assert sentences(FindingKind.CIRCULAR, term("Fish", "A fish.")) == ["“Fish” is explained with itself."]


def test_relations_that_lead_back_are_found_and_the_two_ways_round_are_no_circle() -> None:
    before, broader, narrower = RelationKind.BEFORE, RelationKind.BROADER, RelationKind.NARROWER
    circle = related("A", (before, "B")), related("B", (before, "C")), related("C", (before, "a"))
    assert sentences(FindingKind.CIRCULAR, *circle) == [
        "“A” comes before “B”, which comes before “C”, which comes before “A”."
    ]
    assert not found(related("A", (broader, "B")), related("B", (narrower, "A")))
    assert sentences(FindingKind.CIRCULAR, related("A", (broader, "B")), related("B", (broader, "A")))


def test_a_word_that_stands_for_two_terms_is_found() -> None:
    pair = term("Sales qualified lead", synonyms=("SQL",)), term("Query", synonyms=("sql",))
    assert sentences(FindingKind.COLLISION, *pair) == [
        "“SQL” stands for “Sales qualified lead” and “Query”. A word should mean one thing."
    ]


def test_a_retired_word_still_in_use_is_found_but_not_where_its_successor_names_it() -> None:
    old = term(
        "Hot lead", synonyms=("Hottie",), relations=(Relation(kind=RelationKind.REPLACED_BY, to="Ready"),)
    )
    successor = term("Ready", "What was a hot lead.")
    assert sentences(FindingKind.RETIRED, old, successor) == []
    assert sentences(FindingKind.RETIRED, old, successor, criterion("Is it a hottie?")) == [
        "“Hot lead” is replaced by “Ready” and still used in “Need”."
    ]


def test_relations_and_deciding_clauses_that_are_not_there_are_found() -> None:
    lost = related("A", (RelationKind.BEFORE, "Nowhere")), term("B", decided_by="Gone")
    assert sentences(FindingKind.MISSING, *lost) == [
        "“A” comes before “Nowhere”, but there is no such term.",
        "“B” is decided by “Gone”, but there is no such clause.",
    ]
    assert not found(term("B", decided_by="need"), criterion("Is it so?"))


graphs = st.integers(0, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from([f"t{n}" for n in range(size)]), max_size=3) if size else st.just([]),
        min_size=size,
        max_size=size,
    ).map(lambda edges: {f"t{n}": each for n, each in enumerate(edges)})
)


@given(graphs)
def test_a_circle_is_found_exactly_where_there_is_one_and_it_is_one(graph: dict[str, list[str]]) -> None:
    circular = circles(graph)
    try:
        TopologicalSorter(graph).prepare()
        assert not circular
    except CycleError:
        assert circular
    for circle in circular:
        assert len(set(circle)) == len(circle)
        assert all(b in graph[a] for a, b in zip(circle, (*circle[1:], circle[0]), strict=True))


words = st.text(max_size=12)
any_terms = st.lists(
    st.builds(
        Term.model_construct,
        name=st.sampled_from(["A", "MQL", "b c", "Ж"]) | words.filter(str.strip),
        definition=words,
        synonyms=st.tuples(words),
        relations=st.just(()),
        examples=st.tuples(words),
    ),
    max_size=6,
)


@given(any_terms, words)
def test_no_text_breaks_the_checks_and_every_finding_names_clauses_there_are(
    glossary: list[Term], question: str
) -> None:
    contents = [*glossary, criterion((question.strip() and "x" + question) or "x")]
    names = {content.name for content in contents}
    for finding in checks(contents, terms()):
        assert finding.names
        assert set(finding.names) <= names
        assert finding.sentence
