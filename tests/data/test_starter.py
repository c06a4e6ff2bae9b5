"""The starter files hold the classic example."""

from itertools import product

from data.starter import classic_scorecard, problems, terms, usual_handoff
from definitions.criteria import Criterion
from definitions.handoff import Handoff, ReasonKind, Upkeep
from definitions.handoffs.findings import handoff_findings
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold


def the_scorecard() -> Scorecard:
    contents = classic_scorecard()
    criteria = tuple(c for c in contents if isinstance(c, Criterion))
    (threshold,) = (c for c in contents if isinstance(c, Threshold))
    return Scorecard(criteria, threshold)


def test_of_72_combinations_9_reach_20_and_three_of_those_have_no_need_no_budget_or_no_size() -> None:
    scorecard = the_scorecard()
    names = [criterion.name for criterion in scorecard.criteria]
    leads = [
        dict(zip(names, labels, strict=True))
        for labels in product(*(criterion.labels for criterion in scorecard.criteria))
    ]
    qualified = [lead for lead in leads if score(scorecard, lead).verdict == Verdict.QUALIFIED]
    absurd = [
        lead
        for lead in qualified
        if lead["Need"] == "Not clear" or lead["Budget"] == "None" or lead["Size"] == "Under 100"
    ]
    assert (len(leads), len(qualified), len(absurd)) == (72, 9, 3)


def test_the_classic_scorecard_has_its_five_criteria_and_25_points() -> None:
    scorecard = the_scorecard()
    names = [criterion.name for criterion in scorecard.criteria]
    assert names == ["Budget", "Role", "Need", "Timing", "Size"]
    assert (scorecard.highest, scorecard.lowest) == (25, 0)
    assert (scorecard.threshold.qualified_from, scorecard.threshold.nurture_from) == (20, 12)
    assert all(criterion.why and criterion.gate is None for criterion in scorecard.criteria)


def test_the_handoff_starts_with_the_defaults() -> None:
    assert [c for c in classic_scorecard() if isinstance(c, Handoff)] == [Handoff()]


def test_no_word_of_the_starter_glossary_means_two_things() -> None:
    words = [word.casefold() for term in terms() for word in (term.name, *term.synonyms)]
    assert len(terms()) == 14
    assert len(words) == len(set(words))


def test_the_usual_handoff_names_clauses_of_the_classic_scorecard_only() -> None:
    usual = usual_handoff()
    assert handoff_findings(usual, classic_scorecard()) == ()
    assert [stage.name for stage in usual.stages if not stage.aside] == [
        "Inquiry",
        "MQL",
        "SAL",
        "SQL",
        "Opportunity",
        "Won",
    ]
    assert [stage.name for stage in usual.stages if stage.aside] == ["Recycled", "Disqualified"]
    assert {reason.kind for reason in usual.reject_reasons} == set(ReasonKind)
    assert (usual.decide_hours, usual.contact_hours, usual.care) == (24, 48, Upkeep())


def test_the_starter_terms_name_only_terms_and_clauses_that_the_starters_have() -> None:
    names = {term.name for term in terms()}
    clauses = {content.name for content in classic_scorecard()}
    assert {relation.to for term in terms() for relation in term.relations} <= names
    assert {term.decided_by for term in terms() if term.decided_by} <= clauses


def test_the_example_problems_differ_and_say_how_to_recognise_them() -> None:
    assert len({problem.name for problem in problems()}) == len(problems()) == 5
    assert all(problem.signs for problem in problems())
