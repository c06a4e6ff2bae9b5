"""The sentences say what the scorecard does, in plain English."""

import re

from hypothesis import given
from hypothesis import strategies as st

from definitions.criteria import Answer, Criterion
from definitions.glossary import Relation, RelationKind, Term
from definitions.handoff import Handoff
from definitions.problems import Problem
from definitions.scorecard import Scorecard, Verdict, score
from definitions.threshold import Threshold
from definitions.wording import clause_sentence, definition_paragraph, gate_requirement
from tests.definitions.documents import BUDGET, MQL, NEED, SAL, THRESHOLD


def test_a_criterion_reads_as_its_question_its_points_and_its_gate() -> None:
    assert clause_sentence(BUDGET) == (
        "Budget: Is there a budget? “Ready” gives 5 points, “Being formulated” 3 and “None” 0. "
        "A lead without at least “Being formulated” is not qualified, whatever its points."
    )


def test_a_gate_on_the_best_answer_names_that_answer_alone() -> None:
    assert "Without “Clear” a lead is not qualified" in clause_sentence(NEED)


def test_a_gate_on_the_last_answer_asks_only_for_an_answer() -> None:
    assert gate_requirement(BUDGET.model_copy(update={"gate": "None"})) == "any answer"


def test_the_threshold_says_what_happens_in_each_band() -> None:
    assert clause_sentence(THRESHOLD) == (
        "A lead with 8 points or more goes to sales. "
        "With 5 to 7 points it is nurtured; with fewer it is not a lead for us."
    )
    assert "With 7 points it is nurtured" in clause_sentence(Threshold(qualified_from=8, nurture_from=7))
    assert "nurtured" not in clause_sentence(Threshold(qualified_from=8))


def test_the_handoff_names_both_clocks_and_the_target() -> None:
    sentence = clause_sentence(Handoff(decide_hours=1, contact_hours=40, acceptance_percent=85))
    assert "within 1 business hour " in sentence
    assert "within 40 business hours " in sentence
    assert "85 %" in sentence


def test_a_term_comes_with_its_synonyms_where_it_has_any() -> None:
    assert clause_sentence(MQL) == "MQL (also handed-over lead): A lead that marketing hands to sales."
    assert clause_sentence(SAL) == "SAL: A lead that sales has taken on."


def test_the_paragraph_names_points_questions_must_haves_and_the_nurture_band() -> None:
    assert definition_paragraph(Scorecard((NEED, BUDGET), THRESHOLD)) == (
        "A qualified lead has at least 8 of the 10 points that two questions can give: Need and Budget. "
        "Whatever its points, it must have “Clear” for Need and “Being formulated” or better for Budget. "
        "A lead that has all this and 5 to 7 points is nurtured; any other is not a lead for us."
    )


def test_negative_points_are_printed_with_a_real_minus_sign() -> None:
    answers = (Answer(label="no", points=0), Answer(label="spam", points=-999))
    assert "“spam” −999" in clause_sentence(Criterion(name="Spam", question="Is it?", answers=answers))


def test_text_from_right_to_left_is_kept_apart_and_reordering_characters_are_spelled_out() -> None:
    assert "“\u2068שלום\u2069”" in clause_sentence(_asked("שלום"))
    assert "“[U+202E]evil”" in clause_sentence(_asked("\u202eevil"))


def _asked(label: str) -> Criterion:
    answers = (Answer(label=label, points=1), Answer(label="other", points=0))
    return Criterion(name="Q", question="Q?", answers=answers)


@given(st.integers(-20, 20), st.integers(-20, 20), st.integers(-20, 20))
def test_the_bands_in_words_are_the_bands_that_score_a_lead(points: int, top: int, below: int) -> None:
    threshold = Threshold(qualified_from=top, nurture_from=top - abs(below) - 1)
    criterion = Criterion(
        name="Q", question="Q?", answers=(Answer(label="a", points=points), Answer(label="b", points=0))
    )
    verdict = score(Scorecard((criterion,), threshold), {"Q": "a"}).verdict
    assert verdict is _verdict_by_words(clause_sentence(threshold), points)


def _verdict_by_words(sentence: str, points: int) -> Verdict:
    numbers = [int(number.replace("−", "-")) for number in re.findall(r"−?\d+", sentence)]
    qualified_from, nurture_from = numbers[0], numbers[1]
    if points >= qualified_from:
        return Verdict.QUALIFIED
    return Verdict.NURTURE if points >= nurture_from else Verdict.NOT_QUALIFIED


def test_a_term_tells_its_synonyms_examples_relations_owner_and_what_decides_it() -> None:
    before, narrower = RelationKind.BEFORE, RelationKind.NARROWER
    term = Term(
        name="Sales accepted lead",
        definition="Sales has looked at it",
        synonyms=("SAL", "Accepted"),
        owner="Sales",
        examples=("Taken in a meeting", "Taken by mail."),
        counter_examples=("Assigned",),
        relations=(
            Relation(kind=before, to="SQL"),
            Relation(kind=narrower, to="Lead"),
            Relation(kind=before, to="Opportunity"),
        ),
        decided_by="Handoff",
    )
    assert clause_sentence(term) == (
        "Sales accepted lead (also SAL and Accepted): Sales has looked at it. "
        "For example: Taken in a meeting. Taken by mail. But not: Assigned. "
        "It comes before “SQL” and “Opportunity” and is narrower than “Lead”. "
        "Sales answers for it. “Handoff” decides what counts as one."
    )


def test_a_problem_tells_how_to_recognise_it_and_what_we_do() -> None:
    problem = Problem(name="Offers take weeks", solution="We send them in a day")
    assert clause_sentence(problem) == "Offers take weeks. What we do about it: We send them in a day."
    known = problem.model_copy(update={"signs": "Complains"})
    assert clause_sentence(known) == (
        "Offers take weeks. A contact who has it: Complains. What we do about it: We send them in a day."
    )


def test_a_criterion_that_asks_for_the_problems_says_so_before_its_gate() -> None:
    asked = NEED.model_copy(update={"about_problems": True})
    told = "It asks whether the contact has one of the business problems that this definition lists. "
    assert clause_sentence(asked).replace(told, "") == clause_sentence(NEED)
    assert told + "Without “Clear”" in clause_sentence(asked)
