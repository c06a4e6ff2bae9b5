"""The words people wrote in a clause, without what we put around them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from definitions.contents import Content
from definitions.criteria import Criterion
from definitions.glossary import Term
from definitions.handoff import Handoff
from definitions.problems import Problem


def texts(content: Content) -> tuple[str, ...]:
    """Every text of a clause that a reader meets, its name first; not a term's synonyms and relations."""
    return tuple(text for text in _texts(content) if text)


def _texts(content: Content) -> Iterator[str]:
    match content:
        case Criterion():
            yield from (content.name, content.question, content.why, *content.labels)
        case Problem():
            yield from (content.name, content.signs, content.solution)
        case Term():
            yield from (content.name, content.definition, *content.examples, *content.counter_examples)
        case Handoff():
            yield from (content.trigger, content.recycle, content.nurture)
            yield from chain.from_iterable((stage.name, stage.entry) for stage in content.stages)
            yield from (reason.words for reason in content.reject_reasons)
