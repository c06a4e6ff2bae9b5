"""Trip-wires: outcomes that speak against a clause challenge it, once, with the figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from alignment.challenges import Challenge
from alignment.workshop import Phase
from data.outcomes.wires import check_now_and_then, check_wires
from data.room import Room
from data.rooms import forget_rooms
from definitions.handoff import Handoff, Upkeep
from definitions.measures.journeys import Event
from tests.definitions.measures.made import journeys, lead
from tests.pages.definitions import published_room
from tests.pages.rooms import clause

OUTCOMES = "CRM in March"
GOOD = lead(mql=1, accepted=1.5, contacted=2, version="1")
BAD = lead(mql=1, rejected=1.2, reason="no need", version="1")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A record of the test's own."""
    monkeypatch.setenv("COMMON_TERMS_FOLDER", str(tmp_path))
    monkeypatch.delenv("COMMON_TERMS_DATABASE_URL", raising=False)
    forget_rooms()
    yield
    forget_rooms()


@pytest.fixture
def room() -> Room:
    """A signed definition with the clauses Budget, Suspect, Threshold and Handoff."""
    return published_room(Handoff(upkeep=Upkeep(in_time_below=50)))


def outcomes(good: int, bad: int, **changed: Any) -> Any:
    """Leads of which some were rejected; sales names the clause "Budget" in each rejection."""
    made = journeys([{**GOOD, **changed}] * good + [{**BAD, **changed}] * bad)
    return replace_clause(made)


def replace_clause(made: Any) -> Any:
    return replace(made, reasons=tuple(replace(each, clause="budget ") for each in made.reasons))


def challenges(room: Room) -> list[Challenge]:
    return [each for each in room.workshop().challenges.values() if each.by_figures]


def test_a_bad_clause_is_challenged_with_the_figures_and_a_draft_of_it_opens(room: Room) -> None:
    found = check_wires(room, outcomes(60, 40), OUTCOMES)
    assert {each.clause_id for each in found} == {clause(room, "Budget").id}
    assert [each.key for each in challenges(room)] == [each.key for each in found]
    rejected = next(each for each in challenges(room) if "definitional rejections" in each.key)
    assert rejected.reason == (
        "For a definitional reason sales rejected 40 % (31 to 50) of 100 leads; agreed is at most 15 %."
    )
    assert dict(rejected.figures) == {
        "Counted": "40 of 100 leads",
        "Share, with 95 % interval": "40 % (31 to 50)",
        "Agreed": "at most 15 %",
        "Outcomes": OUTCOMES,
    }
    assert room.workshop().phase is Phase.DRAFTING


def test_the_same_figures_challenge_once_whatever_is_loaded_again(room: Room) -> None:
    assert check_wires(room, outcomes(60, 40), OUTCOMES)
    before = room.head
    assert check_wires(room, outcomes(60, 40), OUTCOMES) == ()
    assert check_wires(room, outcomes(50, 50), "CRM in April") == ()
    assert room.head == before


def test_too_few_leads_and_leads_within_the_band_challenge_nothing(room: Room) -> None:
    before = room.head
    for found in (outcomes(2, 7), outcomes(95, 5), outcomes(8, 3)):
        assert check_wires(room, found, OUTCOMES) == ()
    assert room.head == before


def test_leads_of_another_version_say_nothing_about_this_one(room: Room) -> None:
    assert check_wires(room, outcomes(60, 40, version="2"), OUTCOMES) == ()
    assert check_wires(room, outcomes(60, 40, version=""), OUTCOMES) == ()


def test_two_clauses_that_trip_at_once_are_in_one_draft(room: Room) -> None:
    slow = lead(mql=1, accepted=9, contacted=9.1, version="1")
    made = journeys([slow] * 60 + [{**BAD, Event.REJECTED: 9}] * 40)
    check_wires(room, replace_clause(made), OUTCOMES)
    assert {each.clause_id for each in challenges(room)} == {
        clause(room, "Budget").id,
        clause(room, "Handoff").id,
    }
    assert sum("draft opened" in entry.fact.kind for entry in room.record()) == 1
    assert all(not each.open for each in challenges(room)), "the draft has taken them up"


def test_rejections_without_a_column_of_acceptances_trip_nothing(room: Room) -> None:
    made = journeys([BAD] * 40, without=[Event.ACCEPTED])
    assert check_wires(room, replace_clause(made), OUTCOMES) == ()


def test_a_clause_of_an_unknown_name_is_answered_for_by_the_handoff(room: Room) -> None:
    check_wires(room, journeys([GOOD] * 60 + [BAD] * 40), OUTCOMES)
    assert {each.clause_id for each in challenges(room)} == {clause(room, "Handoff").id}


def test_outcomes_that_change_with_every_lead_are_checked_once_an_hour(room: Room) -> None:
    asked = []

    def made() -> Any:
        asked.append(1)
        return outcomes(95, 5)

    for _ in range(3):
        check_now_and_then(room, made, OUTCOMES)
    assert len(asked) == 1
    check_now_and_then(room, made, OUTCOMES, every=0)
    assert len(asked) == 2
