"""Worked examples and the problems we solve, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from data.publishing.escaping import escaped_line, plain
from data.publishing.prose import Prose
from data.publishing.tables import table
from definitions.document import Document, scorecard
from definitions.enclosures import Example
from definitions.phrases import counted, in_line, listed, number, points
from definitions.problems import Problem
from definitions.scorecard import Scorecard, Verdict, score
from definitions.wording import gate_requirement

NOT_ANSWERED = "not answered"
ORDER = (Verdict.QUALIFIED, Verdict.NURTURE, Verdict.NOT_QUALIFIED)


def worked_examples(document: Document) -> Iterator[str]:
    """Leads judged by the definition, the qualified ones first."""
    if not document.examples:
        return
    say, card = Prose(document.terms), scorecard(document)
    yield "## Worked examples"
    count = len(document.examples)
    yield f"{counted(count, 'lead').capitalize()}, judged by the scorecard question by question."
    for example in sorted(document.examples, key=lambda one: ORDER.index(one.verdict)):
        yield f"### {escaped_line(example.name)}"
        yield plain(_verdict(example, card))
        yield table(("Question", "Answer", "Points"), _answers(example, card), [2])
        if example.why:
            yield f"Why it is an example: {say.text(example.why)}"


def _verdict(example: Example, card: Scorecard) -> str:
    """The verdict in a sentence: points against the threshold, and which must-haves are missed."""
    receipt = score(card, {given.criterion: given.answer for given in example.answers})
    failed = (line.criterion for line in receipt.gates_failed)
    lacks = [f"{gate_requirement(criterion)} for {in_line(criterion.name)}" for criterion in failed]
    gained = f"{example.verdict.value.capitalize()}: {number(example.points)} of {points(card.highest)}"
    if lacks:
        return f"{gained}, and it lacks {listed(lacks)}."
    if example.verdict is Verdict.QUALIFIED:
        return f"{gained}, and every must-have is met." if _gated(card) else f"{gained}."
    return f"{gained}, where {number(card.threshold.qualified_from)} are needed to qualify."


def _gated(card: Scorecard) -> bool:
    return any(criterion.gate is not None for criterion in card.criteria)


def _answers(example: Example, card: Scorecard) -> Iterator[tuple[str, str, str]]:
    given = {answer.criterion: answer for answer in example.answers}
    for criterion in card.criteria:
        answer = given.get(criterion.name)
        words = escaped_line(answer.answer) if answer else NOT_ANSWERED
        yield escaped_line(criterion.name), words, number(answer.points if answer else 0)


def problems(document: Document) -> Iterator[str]:
    """The business problems that a contact can recognise, each with what we do about it."""
    if not document.problems:
        return
    say = Prose(document.terms)
    yield "## Problems we solve"
    yield say.sentence(_recognised(document))
    for problem in document.problems:
        yield from _problem(problem, say)


def _recognised(document: Document) -> str:
    about = [in_line(criterion.name) for criterion in document.criteria if criterion.about_problems]
    count = counted(len(document.problems), "business problem")
    if not about:
        return f"We have an answer to {count}."
    return f"For {listed(about)}, what counts is whether the contact has {_one_of(document)}."


def _one_of(document: Document) -> str:
    count = len(document.problems)
    return "this business problem" if count == 1 else f"one of these {counted(count, 'business problem')}"


def _problem(problem: Problem, say: Prose) -> Iterator[str]:
    yield f"### {escaped_line(problem.name)}"
    if problem.signs:
        yield f"How to recognise it: {say.text(problem.signs)}"
    yield f"What we do about it: {say.text(problem.solution)}"
