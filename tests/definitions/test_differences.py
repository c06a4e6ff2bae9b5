"""What changed between two wordings, in words and word by word."""

from hypothesis import given
from hypothesis import strategies as st

from definitions.criteria import Answer, AnsweredBy
from definitions.differences import ChangeKind, Difference, differences, word_changes
from definitions.glossary import Relation, RelationKind
from definitions.handoff import Handoff
from definitions.problems import Problem
from definitions.threshold import Threshold
from tests.definitions.documents import BUDGET, MQL, NEED, THRESHOLD


def test_the_same_wording_has_no_differences() -> None:
    assert [differences(c, c) for c in (BUDGET, THRESHOLD, MQL, Handoff())] == [(), (), (), ()]


def test_an_answer_worth_other_points_is_named_with_both() -> None:
    changed = BUDGET.model_copy(update={"answers": (Answer(label="Ready", points=4), *BUDGET.answers[1:])})
    assert differences(BUDGET, changed) == (Difference("Answer “Ready”", "5 points", "4 points"),)


def test_answers_that_came_or_went_have_one_empty_side() -> None:
    changed = BUDGET.model_copy(update={"answers": (*BUDGET.answers[:2], Answer(label="Unknown", points=1))})
    assert differences(BUDGET, changed) == (
        Difference("Answer “None”", "0 points", ""),
        Difference("Answer “Unknown”", "", "1 point"),
    )


def test_a_changed_order_of_answers_is_said_once() -> None:
    before = NEED.model_copy(update={"gate": None})
    after = before.model_copy(update={"answers": NEED.answers[::-1]})
    assert differences(before, after) == (
        Difference("Order of answers", "Clear, Not clear", "Not clear, Clear"),
    )


def test_question_reason_answerer_and_gate_are_told_apart() -> None:
    changed = NEED.model_copy(
        update={"question": "Q?", "why": "", "answered_by": AnsweredBy.DATA, "gate": None}
    )
    names = [difference.what for difference in differences(NEED, changed)]
    assert names == ["Question", "Why it matters", "Who answers", "Must be at least"]


def test_a_gate_dropped_is_not_mistaken_for_an_answer_called_none() -> None:
    changed = BUDGET.model_copy(update={"gate": None})
    assert differences(BUDGET, changed) == (
        Difference("Must be at least", "“Being formulated” or better", "none"),
    )


def test_threshold_handoff_and_terms_name_what_changed() -> None:
    assert differences(THRESHOLD, Threshold(qualified_from=9)) == (
        Difference("Goes to sales from", "8 points", "9 points"),
        Difference("Nurtured from", "5 points", "none"),
    )
    assert differences(Handoff(), Handoff(contact_hours=1)) == (
        Difference("First contact within", "48 business hours", "1 business hour"),
    )
    assert differences(MQL, MQL.model_copy(update={"synonyms": ()})) == (
        Difference("Synonyms", "handed-over lead", "none"),
    )


def test_word_changes_show_what_was_replaced() -> None:
    assert word_changes("a big red dog", "a small red dog") == (
        (ChangeKind.SAME, "a "),
        (ChangeKind.REMOVED, "big"),
        (ChangeKind.ADDED, "small"),
        (ChangeKind.SAME, " red dog"),
    )


@given(st.text("ab ,.\nя😀", max_size=60), st.text("ab ,.\nя😀", max_size=60))
def test_the_pieces_add_up_to_both_texts(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert "".join(text for kind, text in pieces if kind is not ChangeKind.ADDED) == before
    assert "".join(text for kind, text in pieces if kind is not ChangeKind.REMOVED) == after


def test_everything_that_can_be_said_of_a_term_is_told_apart() -> None:
    changed = MQL.model_copy(
        update={
            "owner": "Sales",
            "examples": ("One", "Two"),
            "counter_examples": ("Three",),
            "relations": (Relation(kind=RelationKind.BEFORE, to="SAL"),),
            "decided_by": "Threshold",
        }
    )
    assert differences(MQL, changed) == (
        Difference("Examples", "none", "One, Two"),
        Difference("Counter-examples", "none", "Three"),
        Difference("Relations", "none", "comes before SAL"),
        Difference("Who answers for it", "none", "Sales"),
        Difference("Decided by", "none", "Threshold"),
    )


def test_problems_and_the_criterion_that_asks_for_them_are_told_apart() -> None:
    old = Problem(name="Slow", solution="Faster.")
    new = Problem(name="Slower", signs="Sighs.", solution="Fastest.")
    assert [difference.what for difference in differences(old, new)] == [
        "Problem",
        "How to recognise it",
        "What we do about it",
    ]
    asked = NEED.model_copy(update={"about_problems": True})
    assert differences(NEED, asked) == (Difference("Asks for the problems listed", "no", "yes"),)
