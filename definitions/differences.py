"""What changed between two wordings of a clause, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import starmap
from math import inf
from typing import NamedTuple

from definitions.answer_ranges import in_words
from definitions.contents import Content
from definitions.criteria import Answer, Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.handoffs.changes import handoff_changes
from definitions.phrases import points
from definitions.problems import Problem
from definitions.texts import fold_name
from definitions.threshold import Threshold
from definitions.wording import clause_sentence, gate_requirement

NOTHING = "none"


@dataclass(frozen=True)
class Difference:
    """One thing that changed: what it is, how it was, how it is now (empty: it was, or is, not there)."""

    what: str
    before: str
    after: str


class ChangeKind(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class WordChange(NamedTuple):
    """A piece of text and what happened to it."""

    kind: ChangeKind
    text: str


def differences(old: Content, new: Content) -> tuple[Difference, ...]:
    """What changed from the old wording to the new one, in the order a reader meets it."""
    match old, new:
        case Criterion(), Criterion():
            found = _criteria(old, new)
        case Problem(), Problem():
            found = _problems(old, new)
        case Term(), Term():
            found = _terms(old, new)
        case Threshold(), Threshold():
            found = _thresholds(old, new)
        case Handoff(), Handoff():
            found = starmap(Difference, handoff_changes(old, new))
        case _:
            found = iter([Difference("Clause", clause_sentence(old), clause_sentence(new))])
    return tuple(difference for difference in found if difference.before != difference.after)


def word_changes(before: str, after: str) -> tuple[WordChange, ...]:
    """The pieces that are the same, removed or added, in reading order.

    Same and removed pieces together are the text before, same and added ones the text after.
    """
    old, new = _words(before), _words(after)
    pieces: list[WordChange] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            pieces.append(WordChange(ChangeKind.SAME, "".join(old[i:j])))
            continue
        pieces.append(WordChange(ChangeKind.REMOVED, "".join(old[i:j])))
        pieces.append(WordChange(ChangeKind.ADDED, "".join(new[k:m])))
    return tuple(piece for piece in pieces if piece.text)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _criteria(old: Criterion, new: Criterion) -> Iterator[Difference]:
    yield Difference("Name", old.name, new.name)
    yield Difference("Question", old.question, new.question)
    yield Difference("Why it matters", old.why, new.why)
    yield Difference("Who answers", old.answered_by.value, new.answered_by.value)
    yield from _answers(old, new)
    yield Difference("Must be at least", _gate(old), _gate(new))
    yield Difference("Asks for the problems listed", _yes(old.about_problems), _yes(new.about_problems))


def _yes(so: bool) -> str:
    return "yes" if so else "no"


def _gate(criterion: Criterion) -> str:
    return gate_requirement(criterion) or NOTHING


def _answers(old: Criterion, new: Criterion) -> Iterator[Difference]:
    """Answers that came, went or are worth something else, then a changed order of those that stayed."""
    before = {fold_name(answer.label): answer for answer in old.answers}
    after = {fold_name(answer.label): answer for answer in new.answers}
    for key, answer in {**before, **after}.items():
        was, now = before.get(key), after.get(key)
        what = f"Answer \u201c{answer.label}\u201d"
        yield Difference(what, points(was.points) if was else "", points(now.points) if now else "")
        if was and now:
            yield Difference("Wording of an answer", was.label, now.label)
            yield Difference(
                f"Numbers of {what[:1].lower()}{what[1:]}", _numbers(old, was), _numbers(new, now)
            )
    kept_before = [after[key].label for key in before if key in after]
    kept_after = [after[key].label for key in after if key in before]
    yield Difference("Order of answers", ", ".join(kept_before), ", ".join(kept_after))


def _numbers(criterion: Criterion, answer: Answer) -> str:
    """The numbers that an answer's bounds say it covers."""
    if not answer.bounded:
        return NOTHING
    low = -inf if answer.at_least is None else answer.at_least
    return in_words(low, inf if answer.below is None else answer.below, criterion.unit)


def _problems(old: Problem, new: Problem) -> Iterator[Difference]:
    yield Difference("Problem", old.name, new.name)
    yield Difference("How to recognise it", old.signs or NOTHING, new.signs or NOTHING)
    yield Difference("What we do about it", old.solution, new.solution)


def _terms(old: Term, new: Term) -> Iterator[Difference]:
    yield Difference("Term", old.name, new.name)
    yield Difference("Definition", old.definition, new.definition)
    for what, before, after in (
        ("Synonyms", old.synonyms, new.synonyms),
        ("Examples", old.examples, new.examples),
        ("Counter-examples", old.counter_examples, new.counter_examples),
        ("Relations", _relations(old), _relations(new)),
    ):
        yield Difference(what, ", ".join(before) or NOTHING, ", ".join(after) or NOTHING)
    yield Difference("Who answers for it", old.owner or NOTHING, new.owner or NOTHING)
    yield Difference("Decided by", old.decided_by or NOTHING, new.decided_by or NOTHING)


def _relations(term: Term) -> tuple[str, ...]:
    return tuple(f"{relation.kind.value} {relation.to}" for relation in term.relations)


def _thresholds(old: Threshold, new: Threshold) -> Iterator[Difference]:
    yield Difference("Goes to sales from", points(old.qualified_from), points(new.qualified_from))
    yield Difference("Nurtured from", _nurture(old), _nurture(new))


def _nurture(threshold: Threshold) -> str:
    return NOTHING if threshold.nurture_from is None else points(threshold.nurture_from)
