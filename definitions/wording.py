"""The definition in plain sentences, written from the same clauses that score a lead."""

from __future__ import annotations

from definitions.answer_ranges import unsaid
from definitions.contents import Content
from definitions.criteria import AnsweredBy, Criterion
from definitions.glossaries.wording import problem_sentence, term_sentence
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.handoffs.wording import handoff_sentence
from definitions.phrases import closed, counted, in_line, listed, number, points, quoted
from definitions.problems import Problem
from definitions.scorecard import Scorecard
from definitions.threshold import Threshold

MOST_NAMED = 8


def clause_sentence(content: Content) -> str:
    """A clause in words that could stand in the document: one paragraph of plain text."""
    match content:
        case Criterion():
            return criterion_sentence(content)
        case Threshold():
            return threshold_sentence(content)
        case Handoff():
            return handoff_sentence(content)
        case Problem():
            return problem_sentence(content)
        case Term():
            return term_sentence(content)


def criterion_sentence(criterion: Criterion) -> str:
    """A criterion: its question, what each answer is worth, its gate."""
    parts = [
        f"{in_line(criterion.name)}: {closed(in_line(criterion.question))}",
        answers_sentence(criterion),
    ]
    parts += [problems_asked_sentence(criterion), numbers_sentence(criterion), gate_sentence(criterion)]
    return " ".join(filter(None, parts))


def problems_asked_sentence(criterion: Criterion) -> str:
    """That a criterion asks for one of the problems which the definition lists; empty where it does not."""
    if not criterion.about_problems:
        return ""
    return "It asks whether the contact has one of the business problems that this definition lists."


def answers_sentence(criterion: Criterion) -> str:
    """What each answer is worth, best first."""
    first, *others = criterion.answers
    rest = [f"{quoted(answer.label)} {number(answer.points)}" for answer in others]
    return f"{quoted(first.label)} gives {points(first.points)}, {listed(rest)}."


def numbers_sentence(criterion: Criterion) -> str:
    """Which numbers answers stand for, where their labels do not say it; empty if all do, or none does."""
    said = [f"{quoted(label)} is {in_line(numbers)}" for label, numbers in unsaid(criterion)]
    return f"In numbers, {listed(said)}." if said else ""


def gate_sentence(criterion: Criterion) -> str:
    """What a lead must have here whatever its points; empty for a criterion without a gate."""
    if criterion.gate is None:
        return ""
    if criterion.gate == criterion.labels[0]:
        return f"Without {quoted(criterion.gate)} a lead is not qualified, whatever its points."
    if criterion.gate == criterion.labels[-1]:
        return "Any answer will do, but without one a lead is not qualified."
    return f"A lead without at least {quoted(criterion.gate)} is not qualified, whatever its points."


def gate_requirement(criterion: Criterion) -> str:
    """The gate in a few words: the answer a lead needs; empty for a criterion without a gate."""
    if criterion.gate is None:
        return ""
    if criterion.gate == criterion.labels[0]:
        return quoted(criterion.gate)
    if criterion.gate == criterion.labels[-1]:
        return "any answer"
    return f"{quoted(criterion.gate)} or better"


def answered_by_sentence(answered_by: AnsweredBy) -> str:
    """Who answers a criterion's question."""
    return f"Answered by {answered_by.value}."


def threshold_sentence(threshold: Threshold) -> str:
    """From how many points a lead goes to sales, and what happens below."""
    return (
        f"A lead with {points(threshold.qualified_from)} or more goes to sales. {nurture_sentence(threshold)}"
    )


def nurture_sentence(threshold: Threshold) -> str:
    """What happens to a lead below the threshold."""
    if threshold.nurture_from is None:
        return "With fewer points it is not a lead for us."
    span = nurture_span(threshold.nurture_from, threshold.qualified_from)
    return f"With {span} it is nurtured; with fewer it is not a lead for us."


def definition_paragraph(scorecard: Scorecard) -> str:
    """What a qualified lead is, in one paragraph."""
    threshold, gated = scorecard.threshold, [c for c in scorecard.criteria if c.gate is not None]
    names = listed([in_line(c.name) for c in scorecard.criteria])
    asked = f": {names}" if len(scorecard.criteria) <= MOST_NAMED else ""
    sentences = [
        f"A qualified lead has at least {number(threshold.qualified_from)} of the "
        f"{points(scorecard.highest)} that {counted(len(scorecard.criteria), 'question')} can give{asked}."
    ]
    if gated:
        needs = listed([f"{gate_requirement(c)} for {in_line(c.name)}" for c in gated])
        sentences.append(f"Whatever its points, it must have {needs}.")
    sentences.append(_below(threshold, bool(gated)))
    return " ".join(sentences)


def _below(threshold: Threshold, gated: bool) -> str:
    """What becomes of a lead that is not qualified by its points."""
    if threshold.nurture_from is None:
        return "Any other lead is not a lead for us."
    span = nurture_span(threshold.nurture_from, threshold.qualified_from)
    if gated:
        return f"A lead that has all this and {span} is nurtured; any other is not a lead for us."
    return f"A lead with {span} is nurtured; one with fewer is not a lead for us."


def nurture_span(nurture_from: int, qualified_from: int) -> str:
    """The points of the nurture band: "10 to 19 points"."""
    lowest, highest = nurture_from, qualified_from - 1
    return points(lowest) if lowest == highest else f"{number(lowest)} to {points(highest)}"
