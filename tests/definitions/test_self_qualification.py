"""Questions for prospects, as the definition changes under them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from definitions.criteria import Answer, AnsweredBy, Criterion
from definitions.self_qualification import (
    ProspectForm,
    ProspectQuestion,
    fitting_questions,
    outdated,
    usual_form,
    usual_question,
)


def criterion(name: str, *labels: str, by: AnsweredBy = AnsweredBy.PROSPECT) -> Criterion:
    answers = tuple(Answer(label=label, points=3 - place) for place, label in enumerate(labels))
    return Criterion(name=name, question=f"{name}?", answers=answers, answered_by=by)


BUDGET, NEED = criterion("Budget", "Ready", "None"), criterion("Need", "Yes", "No", by=AnsweredBy.VETTER)


def test_the_usual_form_asks_what_the_prospect_answers() -> None:
    form = usual_form([NEED, BUDGET])
    assert form is not None
    assert [question.criterion for question in form.questions] == ["Budget"]
    assert form.questions[0].words == ("Ready", "None")
    assert usual_form([NEED]) is None


def test_words_for_prospects_stay_while_the_answers_are_the_same() -> None:
    asked = usual_question(BUDGET).model_copy(
        update={"words": ("We have it", "Not yet"), "question": "Money?"}
    )
    form = ProspectForm(questions=(usual_question(NEED), asked))
    assert fitting_questions(form, [BUDGET, NEED]) == (asked, usual_question(NEED))
    assert outdated(form, [BUDGET, NEED]) == ()
    changed = criterion("Budget", "Ready", "Planned", "None")
    assert fitting_questions(form, [changed]) == (usual_question(changed),)
    assert outdated(form, [changed]) == ("Need", "Budget")


def test_each_answer_needs_words_and_no_criterion_is_asked_twice() -> None:
    with pytest.raises(ValidationError, match="each answer needs words"):
        ProspectQuestion(criterion="A", question="A?", labels=("x", "y", "z"), words=("x", "y"))
    with pytest.raises(ValidationError, match="asked twice"):
        ProspectForm(questions=(usual_question(BUDGET), usual_question(BUDGET)))
