"""Terms and problems in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from definitions.glossary import Term
from definitions.phrases import closed, in_line, listed, quoted
from definitions.problems import Problem


def term_sentence(term: Term) -> str:
    """A glossary term: its synonyms, what it means, examples, how it stands to others, who answers for it."""
    return f"{in_line(term.name)}{also_called(term)}: {term_meaning(term)}"


def also_called(term: Term) -> str:
    """A term's synonyms in brackets, to stand behind its name; empty where it has none."""
    return f" (also {listed([in_line(s) for s in term.synonyms])})" if term.synonyms else ""


def term_meaning(term: Term) -> str:
    """What a term means, with all that is said about it, without its name."""
    return " ".join((closed(in_line(term.definition)), *_examples(term), *term_notes(term)))


def _examples(term: Term) -> Iterator[str]:
    for words, examples in (("For example:", term.examples), ("But not:", term.counter_examples)):
        if examples:
            yield " ".join((words, *(closed(in_line(example)) for example in examples)))


def term_notes(term: Term) -> Iterator[str]:
    """How a term stands to others, who answers for it and what decides it, a sentence each."""
    kinds = dict.fromkeys(relation.kind for relation in term.relations)
    ways = [f"{kind.value} {listed([quoted(name) for name in term.related(kind)])}" for kind in kinds]
    if ways:
        yield f"It {listed(ways)}."
    if term.owner:
        yield f"{in_line(term.owner)} answers for it."
    if term.decided_by:
        yield f"{quoted(term.decided_by)} decides what counts as one."


def problem_sentence(problem: Problem) -> str:
    """A problem that a contact can recognise, and the answer to it."""
    signs = f" A contact who has it: {closed(in_line(problem.signs))}" if problem.signs else ""
    return f"{closed(in_line(problem.name))}{signs} What we do about it: {closed(in_line(problem.solution))}"
