"""Changing a mapping by one choice at a time."""

from __future__ import annotations

from definitions.mapping import AnswerMapping, CriterionMapping, Mapping, OutcomeMapping
from definitions.mapping_edits import (
    Meaning,
    with_criterion,
    with_insisted,
    with_kept,
    with_meaning,
    with_missing,
)

BUDGET = CriterionMapping(
    criterion="Budget", column="c03", answers=(AnswerMapping(answer="Ready", values=("yes",)),)
)


def test_a_column_that_means_something_is_kept_whatever_is_chosen() -> None:
    mapping = with_meaning(with_criterion(Mapping(), BUDGET), Meaning.REVENUE, "c100")
    assert mapping.kept == ("c03", "c100")
    assert with_kept(mapping, ["c02"]).kept == ("c02", "c03", "c100")


def test_a_criterion_is_mapped_once_however_it_is_spelled() -> None:
    mapping = with_criterion(with_criterion(Mapping(), BUDGET), CriterionMapping(criterion="budget"))
    assert mapping.criteria == (CriterionMapping(criterion="budget"),)


def test_a_meaning_can_be_taken_back() -> None:
    outcome = OutcomeMapping(column="c01", won=("won",))
    mapping = with_meaning(Mapping(), Meaning.OUTCOME, outcome)
    assert mapping.outcome == outcome
    assert with_kept(with_meaning(mapping, Meaning.OUTCOME, None), ()).kept == ()


def test_somebody_can_insist_and_think_better_of_it() -> None:
    insisted = with_insisted(with_insisted(Mapping(), "c03", True), "c03", True)
    assert insisted.insisted == ("c03",)
    assert with_insisted(insisted, "c03", False).insisted == ()


def test_a_column_without_markers_is_not_mentioned() -> None:
    marked = with_missing(Mapping(), "c03", ["999", "-1"])
    assert marked.missing_in("c03") == ("999", "-1")
    assert with_missing(marked, "c03", []).missing == {}
