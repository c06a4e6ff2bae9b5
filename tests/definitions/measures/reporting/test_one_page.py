"""The page for those who decide: its words are those of the measures, its recommendation is earned."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from definitions.handoff import Handoff, Supply, Upkeep
from definitions.measures.acceptance import acceptance_rate
from definitions.measures.cost import CostInput
from definitions.measures.gains import Gain
from definitions.measures.journeys import Event
from definitions.measures.reporting.entered import Entered
from definitions.measures.reporting.grids import Unit, shown
from definitions.measures.reporting.one_page import OnePage, one_page
from definitions.measures.reporting.part import Topic
from definitions.measures.reporting.recommendation import recommendation
from tests.definitions.measures.made import counted, lead, some_lead

GOOD = lead(inquiry=0, mql=1, accepted=1.5, contacted=2)
NO_NEED = lead(inquiry=0, mql=1, rejected=1.5, reason="no need")
WON = lead(inquiry=0, mql=1, accepted=1.5, contacted=2, sql=3, opportunity=4, won=5)
MIXED = [GOOD] * 60 + [NO_NEED] * 40
SLOW = [lead(mql=1, accepted=9, contacted=9.5)] * 40
LENIENT = Handoff(upkeep=Upkeep(acceptance_below=1, in_time_below=1, definitional_above=100))


def page(leads: list[dict[Any, Any]], handoff: Handoff = LENIENT, **others: Any) -> OnePage:
    return one_page(counted(leads, **others), handoff, Entered())


def test_the_headline_is_acceptance_and_the_clause_that_causes_most_rejections() -> None:
    assert page(MIXED).headline == (
        "Sales accepted 60 % (50 to 69) of 100 leads; the promise is 90 %. "
        "Need causes most rejections: 40 of 40 rejections."
    )


@pytest.mark.parametrize(
    ("leads", "handoff", "said"),
    [
        (
            MIXED,
            Handoff(),
            "Discuss Need anew, and vote on it again. For a definitional",
        ),
        (
            SLOW,
            Handoff(),
            "Agree anew on the clocks of the handoff, or on what sales needs to keep them. Sales decided",
        ),
        (
            MIXED,
            LENIENT,
            "Talk about Need together: acceptance is far below the promise.",
        ),
        (
            [GOOD] * 60 + [lead(mql=1, rejected=1.5)] * 40,
            LENIENT,
            "Talk about the handoff together: acceptance is far below the promise.",
        ),
        (
            SLOW,
            LENIENT,
            "Agree what sales needs so that leads are decided",
        ),
        ([GOOD] * 5, LENIENT, "Change nothing yet: it takes about 57 more decided leads to know."),
        ([WON] * 200, LENIENT, "Keep to the definition as it is: nothing that is watched speaks against it."),
    ],
)
def test_what_to_do_next_is_what_is_surely_so(leads: list[Any], handoff: Handoff, said: str) -> None:
    assert recommendation(counted(leads), handoff).startswith(said)


def test_what_an_earlier_version_did_is_no_reason_to_change_the_one_in_force() -> None:
    found = one_page(counted(MIXED), Handoff(), Entered(), counted([WON] * 200))
    assert found.headline.startswith("Sales accepted 60 %")
    assert found.recommendation.startswith("Keep to the definition as it is")


def test_without_a_column_of_rejections_nothing_is_recommended_on_acceptance() -> None:
    found = page([GOOD] * 100, without=[Event.REJECTED])
    assert found.recommendation == (
        "Record whether sales accepts each lead. The data do not tell when leads were rejected."
    )
    assert found[Topic.ACCEPTANCE].missing
    assert found[Topic.ACCEPTANCE].grid is None


def test_the_grids_hold_the_measures_unrounded() -> None:
    leads = MIXED
    grid = page(leads)[Topic.ACCEPTANCE].grid
    assert grid is not None
    rate = acceptance_rate(counted(leads))
    assert grid.rows[-1] == ("All", 60, 100, 0.6, rate.share.low, rate.share.high)


def test_costs_and_promises_are_those_entered_and_unknown_otherwise() -> None:
    entered = Entered(CostInput(15, 60, 80), "EUR", {Gain.QUOTA: 40.0}, {Gain.QUOTA: 44.0})
    found = one_page(counted(MIXED), LENIENT, entered)
    assert found[Topic.COST].sentences[0].startswith("Sales spent 10 hours or 800 EUR on 40 leads")
    assert "People making quota: 40 before, 44 now (%): better." in found[Topic.PROMISES].sentences
    assert "Nobody has entered what an hour of sales costs." in page([GOOD])[Topic.COST].said


def test_each_promise_says_in_words_whether_it_is_kept() -> None:
    found = page([GOOD] * 100, Handoff(supply=Supply(leads_a_month=200)))
    assert found[Topic.MARKETING].sentences[0].startswith("Volume, far below the promise: ")
    assert found[Topic.SALES].sentences[0].startswith("Decisions, kept: ")


@given(st.lists(some_lead, max_size=30), st.sets(st.sampled_from(Event)))
@settings(max_examples=30, deadline=None)
def test_whatever_the_data_every_part_says_something_and_no_cell_is_nan(
    leads: list[Any], gone: set[Event]
) -> None:
    found = one_page(counted(leads, without=tuple(gone)), Handoff(), Entered(CostInput(1, 2, 3)))
    assert found.headline.endswith(".")
    assert found.recommendation.endswith(".")
    for part in found.parts:
        assert part.sentences or part.grid is not None
        cells = [cell for row in (part.grid.rows if part.grid else ()) for cell in row]
        assert not [cell for cell in cells if cell != cell]


def test_cells_are_printed_with_their_unit() -> None:
    assert [shown(0.8241, Unit.SHARE), shown(1200, Unit.COUNT), shown(2.25, Unit.DECIMAL)] == [
        "82.4 %", "1\u202f200", "2.2",
    ]  # fmt: skip
    assert shown(None, Unit.SHARE) == "–"
