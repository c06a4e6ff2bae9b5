"""Finding clauses by words."""

from __future__ import annotations

import pytest

from data.starter import classic_scorecard, terms
from definitions.contents import Content
from definitions.glossaries.searching import Place, place_of

ALL = (*classic_scorecard(), *terms())


def content(name: str) -> Content:
    return next(found for found in ALL if found.name == name)


@pytest.mark.parametrize(
    ("sought", "name", "place"),
    [
        ("inquiry", "Inquiry", Place.NAME),
        ("HAND-raiser", "Inquiry", Place.SYNONYM),
        ("own accord", "Inquiry", Place.TEXT),
        ("stand form", "Inquiry", Place.TEXT),
        ("student", "Inquiry", Place.TEXT),
        ("before opportunity", "Sales qualified lead", Place.TEXT),
        ("worth the deal", "Size", Place.TEXT),
        ("", "Size", Place.NAME),
        ("student price elephants", "Inquiry", None),
    ],
)
def test_the_most_telling_place_of_all_words_counts(sought: str, name: str, place: Place | None) -> None:
    assert place_of(content(name), sought) is place
