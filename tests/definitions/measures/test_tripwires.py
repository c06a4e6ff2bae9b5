"""Trip-wires trip with enough evidence only."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from definitions.handoff import Handoff, Upkeep
from definitions.measures.evidence import Rate
from definitions.measures.journeys import Event
from definitions.measures.needs import Measure, missing
from definitions.measures.tripwires import HANDOFF, THRESHOLD, Wire, WireKey, tripped, wires
from definitions.threshold import Threshold
from tests.definitions.measures.made import counted, journeys, lead

ACCEPTED = lead(mql=1, accepted=1.5, contacted=2)


def rejected(reason: str) -> dict[Any, Any]:
    return lead(mql=1, rejected=1.5, reason=reason)


def test_a_definition_that_works_trips_nothing() -> None:
    found = counted([ACCEPTED] * 95 + [rejected("no need")] * 5)
    assert tripped(found, Upkeep()) == ()
    assert [wire.key for wire in wires(found, Upkeep(won_below=5))] == list(WireKey)


def test_rejections_on_one_clause_trip_its_wire_with_the_figures() -> None:
    found = counted([ACCEPTED] * 60 + [rejected("no need")] * 35 + [rejected("too small")] * 5)
    acceptance, definitional = tripped(found, Upkeep())
    assert (acceptance.key, acceptance.clause) == (WireKey.ACCEPTANCE, "Need")
    assert (definitional.key, definitional.clause) == (WireKey.DEFINITIONAL, "Need")
    assert definitional.rate == Rate(40, 100)
    assert definitional.sentence == (
        "For a definitional reason sales rejected 40 % (31 to 50) of 100 leads; agreed is at most 15 %."
    )
    assert definitional.figures["band"] == 0.15
    assert definitional.figures["hits"] == 40


def test_slow_clocks_and_few_wins_trip_theirs() -> None:
    slow = lead(mql=1, accepted=4, contacted=9, lost=20)
    found = {wire.key: wire.clause for wire in tripped(counted([slow] * 30), Upkeep(won_below=20))}
    assert found == {WireKey.DECIDED: HANDOFF, WireKey.CONTACTED: HANDOFF, WireKey.WON: THRESHOLD}


def test_the_names_are_those_of_the_clauses() -> None:
    assert (Handoff().name, Threshold(qualified_from=1).name) == (HANDOFF, THRESHOLD)


@given(st.integers(0, 9), st.booleans())
def test_fewer_than_ten_leads_trip_nothing(hits: int, above: bool) -> None:
    assert not Wire(WireKey.WON, HANDOFF, "", Rate(min(hits, 9), 9), 0.5, above).tripped


@given(st.integers(0, 200), st.integers(10, 200), st.booleans())
def test_a_share_within_its_band_never_trips(hits: int, of: int, above: bool) -> None:
    rate = Rate(min(hits, of), of)
    wire = Wire(WireKey.WON, HANDOFF, "", rate, 0.5, above)
    assert not (wire.tripped and (rate.share.value <= 0.5 if above else rate.share.value >= 0.5))


@pytest.mark.parametrize(
    ("measure", "without", "said"),
    [
        (Measure.ACCEPTANCE, (Event.REJECTED,), "The data do not tell when leads were rejected."),
        (
            Measure.CONTACT,
            (Event.ACCEPTED, Event.CONTACTED),
            "The data do not tell when leads were accepted and when first contact was made.",
        ),
        (Measure.FUNNEL, (Event.MQL, Event.ACCEPTED), ""),
        (Measure.CRITERIA, (Event.LOST,), ""),
    ],
)
def test_what_a_measure_needs_and_the_data_lack_is_said(measure: Measure, without: Any, said: str) -> None:
    assert missing(journeys([ACCEPTED], without=without), measure) == said


@pytest.mark.parametrize("measure", Measure)
def test_nothing_is_missing_where_all_columns_are_there_and_something_where_none_is(measure: Measure) -> None:
    assert missing(journeys([ACCEPTED]), measure) == ""
    bare = journeys([ACCEPTED], without=tuple(Event))
    without_names = {"reasons": (), "criteria": (), "labels": (), "answers": ()}
    assert missing(bare, measure) or measure in {Measure.VERSIONS, *without_names}
