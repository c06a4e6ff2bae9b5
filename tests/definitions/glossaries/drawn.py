"""Terms with anything in them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from definitions.glossary import Relation, RelationKind, Term
from definitions.texts import line, tidy

SIGNS = st.text(
    alphabet=st.sampled_from("ab=+-@'\"\\,;|\t\n :Жé\u200b\u2028\ufeff") | st.characters(), max_size=12
)
SHORT = SIGNS.map(line).filter(bool)
LONG = SIGNS.map(tidy).filter(bool)
RELATIONS = st.builds(Relation, kind=st.sampled_from(RelationKind), to=SHORT)


def drawn_terms() -> st.SearchStrategy[Term]:
    """Any term."""
    return st.builds(
        Term,
        name=SHORT,
        definition=LONG,
        synonyms=st.lists(SHORT, max_size=3).map(tuple),
        owner=SIGNS.map(line),
        examples=st.lists(LONG, max_size=3).map(tuple),
        counter_examples=st.lists(LONG, max_size=2).map(tuple),
        relations=st.lists(RELATIONS, max_size=3).map(tuple),
        decided_by=SIGNS.map(line),
    )
