"""A glossary's columns in a file: what each is called, and how a term stands in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from definitions.glossaries.items import joined, parted
from definitions.glossary import Relation, RelationKind, Term
from definitions.phrases import listed, quoted
from definitions.texts import fold_name


class Column(StrEnum):
    """The columns of a glossary's file, in their order."""

    TERM = "term"
    DEFINITION = "definition"
    SYNONYMS = "synonyms"
    OWNER = "owner"
    EXAMPLES = "examples"
    COUNTER_EXAMPLES = "counter-examples"
    RELATIONS = "relations"
    DECIDED_BY = "decided by"


OTHER_NAMES = {
    Column.TERM: ("name", "word", "expression"),
    Column.DEFINITION: ("meaning", "description", "what it means", "what it means here"),
    Column.SYNONYMS: ("synonym", "also", "also called", "aliases"),
    Column.OWNER: ("owned by", "responsible", "who answers for it"),
    Column.EXAMPLES: ("example",),
    Column.COUNTER_EXAMPLES: ("counterexamples", "counter examples", "counter example", "counter-example"),
    Column.RELATIONS: ("relation", "related", "related terms"),
    Column.DECIDED_BY: ("decided_by", "decider", "rule", "clause"),
}
"""What else a column may be called."""
_COLUMNS = {name: column for column in Column for name in (column.value, *OTHER_NAMES[column])}
_RELATION = re.compile(rf"({'|'.join(kind.value for kind in RelationKind)})\s*:?\s*(.*)", re.I | re.S)


def column_called(name: str) -> Column | None:
    """The column that a heading names; case and blanks do not count."""
    return _COLUMNS.get(fold_name(name))


def cells(term: Term) -> dict[Column, str]:
    """A term as the texts of its columns; several items stand on lines of their own."""
    return {
        Column.TERM: term.name,
        Column.DEFINITION: term.definition,
        Column.SYNONYMS: joined(term.synonyms),
        Column.OWNER: term.owner,
        Column.EXAMPLES: joined(term.examples),
        Column.COUNTER_EXAMPLES: joined(term.counter_examples),
        Column.RELATIONS: joined(f"{relation.kind.value}: {relation.to}" for relation in term.relations),
        Column.DECIDED_BY: term.decided_by,
    }


def term_in(row: Mapping[Column, str], before: Term | None = None) -> Term:
    """The term that a row tells; what the row has no column for stays as it was ``before``.

    Raises ValueError: a sentence about a relation, or pydantic's about a field.
    """
    full = {**(cells(before) if before is not None else {}), **row}
    return Term(
        name=full.get(Column.TERM, ""),
        definition=full.get(Column.DEFINITION, ""),
        synonyms=parted(full.get(Column.SYNONYMS, "")),
        owner=full.get(Column.OWNER, ""),
        examples=parted(full.get(Column.EXAMPLES, "")),
        counter_examples=parted(full.get(Column.COUNTER_EXAMPLES, "")),
        relations=tuple(_relation(text) for text in parted(full.get(Column.RELATIONS, ""))),
        decided_by=full.get(Column.DECIDED_BY, ""),
    )


def _relation(text: str) -> Relation:
    """A relation as it is written in a file: "comes before: Opportunity"."""
    found = _RELATION.fullmatch(text.strip())
    if found is None or not found[2]:
        kinds = listed([kind.value for kind in RelationKind])
        raise ValueError(f"{quoted(text)} is no relation: each begins with one of {kinds}")
    return Relation(kind=RelationKind(found[1].lower()), to=found[2])
