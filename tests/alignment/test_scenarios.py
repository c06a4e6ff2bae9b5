"""Scenarios keep a what-if under a name, and give it back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment.actions.scenarios import remove_scenario, save_scenario
from alignment.refused import NotUnderstood, Refused
from definitions.scenario import Scenario, fields_of
from definitions.what_if import Bands, WhatIf
from tests.alignment.rooms import Room
from tests.alignment.stages import Stage, room_at

TRIED = WhatIf(Bands(6, 2), {"Budget": {"Yes": 7}}, {"Budget": None})


def save(room: Room, name: str = "Bold", what_if: WhatIf = TRIED) -> None:
    room.act(save_scenario, room.id("Mark"), name, what_if, "Why not.")


NAMES = st.text("abc", min_size=1)


@given(
    st.none() | st.builds(Bands, st.integers(-50, 50), st.none() | st.integers(-60, 49)),
    st.dictionaries(NAMES, st.dictionaries(NAMES, st.integers(-1000, 1000), max_size=3), max_size=3),
    st.dictionaries(NAMES, st.none() | NAMES, max_size=3),
)
def test_a_what_if_comes_back_from_the_record_as_it_was(
    bands: Bands | None, points: dict[str, dict[str, int]], gates: dict[str, str | None]
) -> None:
    tried = WhatIf(bands, points, gates)
    kept = Scenario.model_validate(fields_of(tried))
    back = Scenario.model_validate_json(kept.model_dump_json()).what_if
    assert (back.points, back.gates) == (tried.points, tried.gates)
    assert (back.bands and back.bands.threshold) == (bands and bands.threshold)


def test_a_scenario_is_kept_with_who_saved_it() -> None:
    room = room_at(Stage.DRAFTS)
    save(room)
    kept = list(room.workshop.scenarios.values())[-1]
    assert (kept.name, kept.note, kept.by, kept.scenario.what_if) == (
        "Bold",
        "Why not.",
        room.id("Mark"),
        TRIED,
    )
    room.act(remove_scenario, room.id("Mark"), kept.id)
    assert [each.name for each in room.workshop.scenarios.values()] == ["Stricter"]


def test_what_cannot_be_kept_is_refused_in_a_sentence() -> None:
    room = room_at(Stage.DRAFTS)
    for name, what_if, message in (
        ("Bold", WhatIf(), "Nothing is tried yet"),
        ("stricter", TRIED, "of this name already"),
        ("", TRIED, "is empty"),
        ("Bold", WhatIf(points={"Budget": {"Yes": 10_000}}), "less than or equal to 1000"),
    ):
        with pytest.raises(NotUnderstood, match=message):
            save(room, name, what_if)
    with pytest.raises(NotUnderstood, match="no such scenario"):
        room.act(remove_scenario, "p1", "s0")


def test_a_workshop_keeps_at_most_100_scenarios() -> None:
    room = room_at(Stage.DRAFTS)
    for number in range(99):
        save(room, f"Scenario {number}")
    with pytest.raises(Refused, match="at most 100"):
        save(room, "One more")
