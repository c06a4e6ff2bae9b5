"""The finding that stands over the stages of a lead."""

from __future__ import annotations

import pytest

from pages.shared.funnel import Step, finding

A, B, C = Step("A", "Marketing"), Step("B", "marketing"), Step("C", "Sales")


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((A, B, C), "Three stages from “A” to “C”. A lead passes from marketing to Sales at “C”."),
        ((A, B), "Two stages from “A” to “B”, all of them with Marketing."),
        ((A, Step("D")), "Two stages from “A” to “D”, and nobody answers for “D”."),
        ((Step("D"), Step("E")), "Two stages from “D” to “E”. Who answers for each is not said yet."),
        (
            (A, C, Step("D", "Service")),
            "Three stages from “A” to “D”. A lead passes from Marketing to Sales at “C” and from Sales to "
            "Service at “D”.",
        ),
    ],
)
def test_the_finding_says_where_a_lead_changes_hands_or_who_is_missing(
    steps: tuple[Step, ...], words: str
) -> None:
    assert finding(steps) == words
